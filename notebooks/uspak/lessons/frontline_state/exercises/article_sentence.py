"""The exercise that weighs the article's sentence on the billions."""

from uspak.exercises.core import Choice


class WhatTheBillionsPaid(Choice):
    answer = "fairer_sentence"
    title = "A fairer sentence"
    question = "Which sentence do the tables of this notebook allow?"
    options = {
        "A": "Aid to Pakistan paid for the mujahideen.",
        "B": "Billions went to Pakistan as gifts, most of them arms.",
        "C": "Billions went openly to Pakistan, much of it lent; Afghan fighters were paid from a separate secret programme.",
        "D": "The CIA spent exactly 3 billion dollars, all of it from American taxpayers.",
    }
    right = "C"
    feedback = {
        "A": "The two streams had different accounts, and only one was for the fighters. Read the headline of the widget for aid alone.",
        "B": "Economic aid was the larger share, and most of the military aid was lent. Look at the columns of section 1.",
        "D": "Nothing about the secret money is exact, and two years have no estimate at all. Look at the range of published totals.",
    }
    hints = (
        "Ask of each sentence: which column would show it?",
        "Two tables, `aid` and `covert`, show two streams.",
    )
    why = (
        "It keeps the streams apart and says what was lent. Pakistan's army links the two streams: it received the arms of the first "
        "and handed out the arms of the second. Many would add that the open aid was the price of the secret route. These are links, "
        "but neither turns one stream of money into the other."
    )
