"""What belongs to notebook 08, The pivot to China, alone: exercises, quiz, widgets and models."""
