"""What belongs to notebook 00, Start here, alone: exercises, quiz, widgets and models."""
