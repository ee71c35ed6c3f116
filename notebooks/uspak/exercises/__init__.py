"""The machinery of exercises and quizzes: how one is written, how answers are read and compared, and what is said to them.

Whoever writes an exercise needs ``core`` alone; those of a notebook stand in its folder in ``uspak/lessons``.

``exercise`` (the class), ``kinds`` (choices, dates, texts …), ``results``, ``settings``, ``result_cards`` (cards)
``judging``                from an answer to a result
``values``, ``contents``   reading an answer: a safe copy of it, its kind, its members, labels and cells
``comparing``              whether two answers are the same
``equivalent``, ``aliases``, ``notation``, ``text_matching``   other forms, other names, numbers in quotes, words in sentences
``feedback``              what to say of a wrong answer that nobody foresaw
``quiz``                   the quiz at the end of a notebook
"""
