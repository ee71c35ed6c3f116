"""What belongs to notebook 06, Abbottabad and mistrust, alone: exercises, quiz, widgets and models."""
