"""What belongs to notebook 05, War on terror, alone: exercises, quiz, widgets and models."""
