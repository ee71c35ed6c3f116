"""The exercise that takes the article's sentence on the makers of the bomb apart."""

from uspak.exercises import text_matching
from uspak.exercises.core import Parts

from .notebook_state import SETUP


class FairerSentence(Parts):
    answer = "fairer_sentence"
    title = "Who led it? A fairer sentence"
    question = (
        "The article says that the programme was “led by Dr Abdul Qadeer Khan”. Split the word *led* into four questions. By the accounts "
        "in `bomb_builders`, who asked for a bomb in 1972, who began the enrichment project in 1974, who enriched the uranium at Kahuta "
        "from 1976 on, and who decided to test in 1998? Give a dict with the year as label and a person or body as value: "
        "`{1972: ..., 1974: ..., 1976: ..., 1998: ...}`."
    )
    parts = {
        1972: "who asked scientists for a bomb",
        1974: "who began the enrichment project",
        1976: "who enriched the uranium at Kahuta from then on",
        1998: "who decided to test",
    }
    model = {1972: "Bhutto", 1974: "Atomic Energy Commission", 1976: "A. Q. Khan", 1998: "Nawaz Sharif"}
    right = {1972: "bhutto", 1974: "atomic-energy-commission", 1976: "khan-laboratories", 1998: "sharif"}
    wants = "a dict with the years 1972, 1974, 1976 and 1998 as labels"
    hints = (
        "`bomb_builders` in the section on the map has a row for each person, body or state: the years are in the column `part`.",
        "Two of the four are heads of government, one is a body. Only one of the four is A. Q. Khan.",
    )
    setup = SETUP
    why = (
        "Now say it in one sentence: Bhutto asked for it in 1972, the Atomic Energy Commission began the enrichment in "
        "1974, A. Q. Khan led "
        "it at Kahuta from 1976, and Sharif decided to test in 1998. Whom you name as the builder decides whom a sanction should "
        "have hit. Look at the column `said_by`, too: the row of 1974 rests on a man of the Commission, the row of Kahuta on Khan himself."
    )
    #: How a short text may name each party; the Khans are told apart by their other names.
    spellings = {
        "bhutto": ("zulfikar ali bhutto", "zulfiqar ali bhutto", "z a bhutto", "zulfikar bhutto", "zulfiqar bhutto", "bhutto", "zab"),
        "another Bhutto": ("benazir bhutto", "benazir"),
        "atomic-energy-commission": (
            "pakistan atomic energy commission", "atomic energy commission", "energy commission", "atomic commission", "commission", "paec",
            "aec", "munir ahmad khan", "munir ahmed khan", "munir khan", "munir a khan", "m a khan", "munir", "sultan bashiruddin mahmood",
            "bashiruddin mahmood", "bashir ud din mahmood", "mahmood",
        ),
        "khan-laboratories": (
            "abdul qadeer khan", "abdul qadir khan", "a q khan", "aq khan", "a qadeer khan", "qadeer khan", "aqk", "qadeer", "a q",
            "khan research laboratories", "khan laboratories", "engineering research laboratories", "erl",
            "kahuta research laboratories", "kahuta laboratories", "kahuta", "krl",
        ),
        "ghulam-ishaq-khan": ("ghulam ishaq khan", "ishaq khan", "ghulam ishaq", "g i khan", "gik"),
        "zia": ("muhammad zia ul haq", "zia ul haq", "general zia", "zia"),
        "china": ("china", "beijing", "chinese"),
        "western-suppliers": ("united states", "america", "washington", "canada", "france"),
        "sharif": ("mian nawaz sharif", "nawaz sharif", "nawaz shareef", "nawaz", "sharif", "shareef"),
        "another Sharif": ("shehbaz sharif", "shahbaz sharif", "shehbaz", "shahbaz"),
        "a Khan": ("khan",),
    }  # fmt: skip
    fillers = (
        "dr doctor mr sir general president prime minister pm chairman chief director head led under with and his its their team at in s "
        "pakistan pakistani pakistan's engineers scientists laboratories laboratory lab labs government cabinet "
        "mian ali muhammad mohammad sultan zulfikar first project"
    ).split()
    usual = {
        "the article's sentence": dict.fromkeys(right, "A. Q. Khan"),
        "Khan from the start": {**model, 1974: "A. Q. Khan"},
        "which Khan": {**model, 1976: "Khan"},
        "nobody named": {**model, 1974: "many people"},
        "the coordinator": {**model, 1974: "Ghulam Ishaq Khan"},
        "the Commission at Kahuta": {**model, 1976: "Munir Ahmad Khan"},
        "another Sharif": {**model, 1998: "Shehbaz Sharif"},
    }

    def faults(self, given):
        """Which year has nobody, an unclear name or another party than the table."""
        named = {year: self._named(value) for year, value in given.items()}
        if all(party == "khan-laboratories" for party in named.values()):
            yield "That is the article's sentence: one man for everything. Who did the work in the years before he came back to Pakistan?"
        for year, party in named.items():
            if party != self.right[year]:
                yield self._about(year, party)

    def _named(self, value):
        if isinstance(value, (list, tuple, set)) and len(value) == 1:
            value = next(iter(value))
        if not isinstance(value, str):
            return None
        found, others = text_matching.names(value, self.spellings, self.fillers)
        found -= {"a Khan"} if "khan-laboratories" in found else set()
        return found.pop() if len(found) == 1 and not others else None

    def _about(self, year, party):
        if party is None:
            return f"`{year}` has to be one person or body of the column `party`, written as there."
        if party == "a Khan":
            return f"`{year}`: which Khan? Three people of that name are in the column `party`. Write more of the name."
        if party.startswith("another"):
            return f"`{year}`: {party} than the one in the table. Write the first name, too, and compare it with the column `party`."
        if (year, party) == (1974, "khan-laboratories"):
            return "`1974` is too early for A. Q. Khan: he came back to Pakistan later. Who handed the project to him?"
        if (year, party) == (1976, "atomic-energy-commission"):
            return "`1976`: in that year the project was handed over. To whom?"
        return f"`{year}`: that name has a role in the table, but another one. Look for {year} in the column `part`."
