"""The machinery of exercises and quizzes: how one is written, how answers are read and compared, and what is said to them.

``core.py`` says how an exercise is written; those of a notebook stand in its folder in ``uspak/lessons``.
"""
