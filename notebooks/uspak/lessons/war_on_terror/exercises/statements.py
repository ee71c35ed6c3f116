"""Exercise 5 of notebook 05: what statements on the ISI and the Taliban allow to be said."""

from uspak.exercises.core import Choice

from .notebook_state import SETUP


class AccusationOrProof(Choice):
    answer = "accusation_or_proof"
    title = "Accusation or proof?"
    question = "Which sentence about the ISI and the Taliban do the statements in this notebook allow?"
    options = {
        "A": "The ISI ran the Haqqani network; the head of the American military said so to the Senate.",
        "B": "Officials of three states accused the ISI and Pakistan denied it; later Musharraf spoke of contact, and Aziz of Taliban "
        "leaders in Pakistan.",
        "C": "The accusations were false, because General Kayani denied them and no court has ruled.",
        "D": "Officials of three states accused the ISI, Pakistan denied it and has conceded nothing since, so nothing can be known "
        "about it.",
    }
    right = "B"
    feedback = {
        "A": "He said something like it, and the White House softened it within days. What would turn a grave charge into proof?",
        "C": "A denial is a statement, too, and comes from one side. Does the general deny contacts, or the charge of control? "
        "And what did two of his countrymen say later?",
        "D": "Some things are known: who said what, when, and on what basis. And read the last two rows of the table: do Pakistan's "
        "voices of 2015 and 2016 still say what those of 2008 said?",
    }
    setup = SETUP
    hints = (
        "Look at the columns `side` and `basis` in the table of statements.",
        "Ask of each sentence: is it about what was said, or about what is so?",
    )
    why = (
        "It says who accused, who denied, and what was conceded later: contact and presence, not control. No intercept was published, "
        "and nothing was tested in court. Read the article's sentence in the same way: that Washington accused Pakistan is a fact; "
        "how far the charge is true is another claim."
    )
