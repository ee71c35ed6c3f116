"""What belongs to notebook 01, From article to data, alone: exercises, quiz, widgets and models."""
