"""Exercises that are not compared by content: a choice, a date, a text, answers in parts, a prediction."""
