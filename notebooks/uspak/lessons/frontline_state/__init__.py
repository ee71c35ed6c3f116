"""What belongs to notebook 03, Frontline state, alone: exercises, quiz, widgets and models."""
