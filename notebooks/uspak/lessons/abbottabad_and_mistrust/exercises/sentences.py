"""The exercises on sentences: what the polls and the windows allow one to write."""

from uspak.exercises.core import Choice


class WhoKnew(Choice):
    answer = "allowed_sentence"
    title = "What may be said about who knew"
    question = "Which of these sentences do the sources of section 7 allow?"
    options = {
        "A": "Two thirds of those who had heard of the raid believed that it could not be done without the knowledge of government or "
        "services, so Pakistan must have known of it.",
        "B": "No published document shows that the leaders knew; a leaked Pakistani inquiry blames negligence and does not rule out "
        "that individuals helped.",
        "C": "The Abbottabad Commission proved that nobody in the state knew.",
        "D": "The army chief and the head of the ISI knew of the raid, as Seymour Hersh has shown.",
    }
    right = "B"
    feedback = {
        "A": "A survey measures what people believe. It is evidence about trust, not about who knew.",
        "C": "Read the row of the commission again: what does it not rule out, and which text reached the press?",
        "D": "Look at what he offers, and at the column beside it. A claim that rests on unnamed people may be true; it is not shown.",
    }
    hints = (
        "Ask of each sentence: which row of `who_knew` would support it, and what is in its column `missing`?",
        "Words such as 'proved', 'shown' and 'must' need more than a statement.",
    )
    why = (
        "This sentence says which evidence exists, what it says and how far it goes. It may disappoint a reader in Washington who "
        "supposes that somebody knew; Gates did, too, and called it a supposition. It may also disappoint a reader in Islamabad who "
        "would like the matter closed. New files may change it."
    )


class WindowWarning(Choice):
    answer = "window_warning"
    title = "Why before?"
    question = "Why should you choose the window, and the series, **before** you see the result?"
    options = {
        "A": "The later you choose, the fewer years of data are left for you to compare.",
        "B": "A choice that you make early is sure to be the right one for its question.",
        "C": "Once you know the result, you can no longer work out the other windows.",
        "D": "Other windows give other results, and once you know them you can pick one that suits.",
    }
    right = "D"
    feedback = {
        "A": "The years in the table stay the same, whenever you choose. What else do you have if you choose late?",
        "B": "A window chosen early can still be a poor one. What could a person do who has already seen all results?",
        "C": "You can work them out at any time: section 5 shows all of them, after the choice. What are you then tempted to do?",
    }
    hints = (
        "Think of the widget: did all windows show a fall?",
        "Two things come together: what the choice does to the result, and what knowing the result does to the choice.",
    )
    why = (
        "That is the idea of pre-registration, and of showing all windows instead of one. It does not make the answer right. It makes it "
        "harder to fool others, and yourself."
    )
