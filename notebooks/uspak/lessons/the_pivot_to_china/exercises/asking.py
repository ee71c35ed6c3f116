"""The exercise on what to ask of a share, and how the questions that students write are read."""

import re

from uspak.exercises import text_matching, values
from uspak.exercises.core import Keywords, Mistake


def _one_of(*patterns):
    return re.compile("|".join(patterns))


# How one asks for the whole, the counter and the date of a share: patterns, since a word such as 'who' or 'when' may also ask for
# something else, such as who lent and when it falls due.
_NOT_THE_WHOLE = r"(?! (?:year|date|month|time|source|day|use|country|counter|table|report|person)\b)"
_OF_WHAT = _one_of(
    r"\bdenominators?\b",
    rf"\b(?:of|is|are|was|divided by|compared (?:with|to)|by|percent|per cent|%|as) what{_NOT_THE_WHOLE}\b",
    rf"\bof (?:which|whose){_NOT_THE_WHOLE}\b",
    r"\bwhat (?:is|are) (?:it|that|this|the (?:60|sixty)(?: ?%| percent| per cent)?) (?:a )?(?:share|part|percentage)? ?of\b",
    r"\b(?:the|its|a|which|what|this|that|whose) (?:whole|total|base|basis|bottom line|100 ?%|(?:100|hundred) (?:percent|per cent))\b",
    r"^ (?:base|whole|total) $",
    r", (?:base|whole|total)\b",
    r"\b(?:base|whole|total),",
    r"\b(?:which|what|whose)(?: (?:kind|type|sort|part|form|categor)\w* of)?(?: the)?(?: \w+){0,2} (?:debts?|loans?|"
    r"borrowing|lending|liabilit\w+)\b",
    r"\b(?:all|total|whole|entire|external|foreign|public|bilateral|domestic|internal|overall|government|state|sovereign|commercial|"
    r"multilateral|national|private|gross|net)(?: \w+){0,2} (?:debts?|loans?|borrowing|liabilit\w+)\b",
    r"\bdebts? (?:to|of) (?:all|other|states|governments|banks|the state|which|whom|what)\b",
    r"\ball (?:of )?(?:it|them|that|pakistan|its|lenders|creditors)\b",
    r"\bcount(?:s|ed)? (?:as|in)(?: [\w']+){0,2} debts?\b",
    r"\bcover(?:s|ed)?\b|\bto what\b|\brefers? to\b|\bdivided by\b|\b100 ?%",
    r"\b(?:includ|exclud)(?:e|es|ed|ing)\b",
    r"\bmean(?:s|t)? by (?:the )?(?:word )?debt\b",
    r"\bdebt (?:here )?(?:mean(?:s|t)?|is meant|is defined)\b",
    r"\bdefin(?:e|ed|ition|es)\b.*\bdebt\b",
    r"\bdebt\b.*\bdefin(?:e|ed|ition)\b",
    r"\bbelow the (?:line|fraction)\b",
    r"\bonly (?:the )?(?:debt|loans)\b",
)
_SAYING = (
    r"(?:count|say|said|claim|publish|report|measur|calculat|comput|made|make|gave|give|wr[io]t|collect|estimat|stat|"
    r"work|provid|produc|compil|"
    r"releas|is behind|was behind|stands? behind|told|tell|came|comes|announc|speak|spoke|found|find|issu|assert|add|"
    r"prepar|declar|quot|cit|"
    r"audit|print|reckon|determin)\w*"
)
_WHO = _one_of(
    r"\b(?:sources?|counters?|citations?|references?|footnotes?|provenance|origins?|evidence|authors?)\b",
    r"\bwho (?:did|divided|is the source)\b",
    rf"\bwho(?: (?:\w+ly|has|have|had|is|was|did|the one|it is that|it was that)){{0,2}} {_SAYING}\b",
    r"\bwho(?:'s| is| was) (?:the )?(?:counter|author|speaker|source|writer|speaking|behind|saying|counting|claiming|telling)\b",
    r"\bwhose (?:figure|number|count|data|claim|statistic|estimate|table|word|account|report|calculation|statement|sentence|view)s?\b",
    r"\b(?:by|according to) whom?\b",
    r"^ (?:and )?who(?: says?| exactly)? $",
    r", (?:and )?who(?:,| and\b| $)",
    r"\bwho and (?:when|of|at|what|which)\b",
    r"\bfrom whom (?:is|was|comes?|does|do|are|were) (?:the|this|that|it)\b",
    r"\bwhere (?:\w+ ){1,5}(?:from|found|published|stands?|written|printed|read)\b",
    r"\b(?:where from|says who|counted by|who did (?:the|this|that|it))\b",
    r"\b(?:which|what) (?:agency|institutions?|office|body|table|report|organi[sz]ation|bank|ministry|newspaper|study|document|publication|"
    r"authority|dataset|statistics|official|paper|expert|person|party)\b",
    r"\b(?:from|by|of|in|according to) (?:the |an? )?(?:imf|world bank|state bank|state department|aiddata|embassy|official|ministry)\b",
    r"\b(?:which|what) (?:data|figures|numbers|records)\b|\bbased on\b|\brests? on\b|\brel(?:y|ies) on\b",
    r"\bhow do (?:they|we|you|i) know\b",
)
_LENDING = (
    r"(?:lend|lent|pay|paid|repay|repaid|borrow(?:ed)?|begin|began|start(?:ed)?|due|mature|end|invest(?:ed)?|buil[dt]|"
    r"come back|give back|forgive)"
)
_WHEN = _one_of(
    rf"\bwhen\b(?!(?: \w+){{0,5}} {_LENDING}\b)",
    r"\bdate[sd]?\b(?! back)",
    r"\bas (?:of|at)\b",
    r"\b(?:which|what|whose|that|the) (?:year|month|day|time|moment|period|quarter|point in time)\b",
    r"^ (?:and )?(?:the )?(?:year|day|month|time) $",
    r"(?:,|\band) (?:the )?(?:year|day|month|time)\b",
    r"\bhow (?:old|recent|current|up to date|fresh|new|late|long ago)\b",
    r"\bup to date\b",
    r"\bstill (?:true|valid|right|so|current|the case|holds?|correct)\b",
    r"\b(?:outdated|latest|today|now|recent|currently|(?:this|last) year|current (?:figure|number|data|value|state))\b",
    r"\b(?:in|end of) (?:19|20)\d\d\b",
)
_NEEDLESS = _one_of(
    r"(?:\b(?:not|never|hardly|nobody|no one|nothing|without|cannot)|n't)(?: \w+){0,3} (?:matters?|needs?|ask(?:s|ed|"
    r"ing)?|cares?|important|"
    r"relevant|necessary|interest\w*|worth)\b",
    r"\b(?:irrelevant|unimportant|needless|pointless|useless|unnecessary|trivial|who cares|never mind|regardless|"
    r"no matter|no need|need not|"
    r"ask(?:s|ed)? (?:for )?(?:nothing|no)|no questions?|no use|waste of time|beside the point|instead of asking|"
    r"rather than ask\w*|forget|makes no difference)\b",
)
_ASKS = _one_of(
    r"\?",
    r"\b(?:who|whom|whose|what|which|when|whether|where|how|asks?|asking|know|find out|check|want|needs?|look|tell|see|clarify|unclear|"
    r"missing|lacks?|questions?|depends)\b",
)
_ANSWERS = "These are statements, but the sentence that you read gives none of them. Ask for them."


class AskOfAShare(Keywords):
    answer = "ask_first"
    title = "What would you ask?"
    question = (
        "You read: 'China holds 60 per cent of Pakistan's debt.' What do you ask before you believe it or deny it? Name three things, in "
        "one text or in a list of three short questions."
    )
    model = "Of what is it a share: all external debt or debt to states only? Who counted it, and when?"
    wants = "one or two sentences in quotation marks, or a list of three questions"
    denied = "Your text says that you need not ask one of the three. Ask it anyway."
    hints = (
        "A share is a fraction: something above the line, something below it.",
        "Numbers have authors and dates, too.",
    )
    why = (
        "With the denominator, the source and the date you can check the sentence. It turns out to be true of the debt to states "
        "at the end of 2022, in an IMF table, and false of all debt."
    )
    keywords = {
        "What is it a share of? Ask for the whole, the number below the line.": (_OF_WHAT,),
        "Who says so? Ask for the source.": (_WHO,),
        "Debts change: ask for the date.": (_WHEN,),
    }
    usual = {
        "only who": ("Who counted it?", "What is it a share of? Ask for the whole, the number below the line."),
        "no date": ("Of which debt, and who counted?", "Debts change: ask for the date."),
        "no counter": ("Of which total, and at which date?", "Who says so? Ask for the source."),
        "nothing to ask": ("It does not matter who counted, when, or of which debt.", denied),
        "answers": ("It is of all external debt, by a table of the IMF, at the end of 2022.", _ANSWERS),
    }

    def mistakes(self):
        return tuple(
            Mistake(name, example, said, when=lambda answer, said=said: self._fault(answer) == said)
            for name, (example, said) in self.usual.items()
        )

    def meant(self, text):
        """The clauses that ask, without those that call a question needless."""
        return [clause for clause in text_matching.clauses(text) if not _NEEDLESS.search(clause)]

    def _fault(self, answer):
        text = self._text(answer)
        states = r"\b(?:is|was|are|by|says|at the end|trust|believe|accept|agree)\b"
        if text and re.search(states, text) and not _ASKS.search(values.folded(text)):
            return _ANSWERS
        return super()._fault(answer)
