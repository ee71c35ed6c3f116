"""What answers while a kernel runs: controls, live figures and their bases, the story map, the feedback card."""
