"""What belongs to notebook 04, Sanctions and the bomb, alone: exercises, quiz, widgets and models."""
