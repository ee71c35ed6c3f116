"""What belongs to notebook 09, Missiles and sanctions, alone: exercises, quiz, widgets and models."""
