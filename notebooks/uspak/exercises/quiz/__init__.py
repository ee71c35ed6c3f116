"""A quiz: a file of questions (``file``), the judging of answers (``judging``) and the widget that asks (``widget``).

``uspak.lessons.quiz`` shows the quiz of a notebook.
"""

from .file import QuizError, load
from .judging import judge
from .widget import Quiz

__all__ = ["Quiz", "QuizError", "judge", "load"]
