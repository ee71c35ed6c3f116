"""What belongs to notebook 02, Cold War allies, alone: exercises, quiz, widgets and models."""
