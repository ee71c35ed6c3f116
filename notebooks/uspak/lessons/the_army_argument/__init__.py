"""What belongs to notebook 07, The army argument, alone: exercises, quiz, widgets and models."""
