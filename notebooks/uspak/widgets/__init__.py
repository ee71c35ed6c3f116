"""What answers while a kernel runs: controls, live figures and their bases, worksheets, the story map, the feedback card."""
