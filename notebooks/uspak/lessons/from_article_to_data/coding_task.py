"""What is coded in notebook 01: ten claims and the events in them, and why careful people may choose differently."""

#: The kinds of claims, in the words of the table; seeds/coding_rules.md says what tells them apart.
KINDS = ("fact", "interpretation", "prediction", "prescription")

#: The ten claims to be coded; where a claim tells of an event, the event's direction is asked too.
ITEMS = {
    "P2-02": "1954-manila-pact",
    "P3-03": "1990-pressler-cut-off",
    "P4-02": "2001-bases-and-airspace",
    "P4-05": "2004-first-drone-strike",
    "P4-06": None,
    "P6-01": None,
    "P7-04": None,
    "P8-02": "2015-xi-opens-cpec",
    "P8-03": None,
    "P11-03": None,
}

#: Why careful people may choose differently, by claim or event.
WHY = {
    "P2-02": "Treaties have lists of members, so there is little room for doubt. The rule about documents was made for such sentences.",
    "P3-03": "Documents show that there were sanctions under this law. 'Because of' adds a cause. A coder who takes the cause as the "
    "main point calls it interpretation.",
    "P4-02": "Agreements and flights leave records. How freely Pakistan 'let' this happen is another "
    "question. The sentence does not ask it.",
    "P4-05": "Deaths can be counted, even where the counts differ. But how many are 'a wide scale'? Our own rules say "
    "that interpretation would be as good.",
    "P4-06": "Surveys can show that people were angry. 'Made' gives a cause, and causes are inferred. A coder who thinks of the "
    "surveys may call it a fact.",
    "P6-01": "What experts think could be asked, so 'widely seen' sounds like a fact. But it ranks, and it does not say who was "
    "asked or by what measure.",
    "P7-04": "'Could' looks ahead. A coder might also hear praise of what the army is today, and call it interpretation.",
    "P8-02": "A sum can be looked up. The trouble is not the kind but the number: announced, signed or built?",
    "P8-03": "Trade and debt can be counted, but 'firmly dependent' is a judgement on them. Choose a "
    "measure first, and the claim comes nearer to a fact.",
    "P11-03": "It says what Washington should do. The article says it more softly, with “could serve”. Cautious advice is still advice.",
    "1954-manila-pact": "Joining a pact together is the clearest case of cooperation, even if the two sides feared different enemies.",
    "1990-pressler-cut-off": "Aid ends, so the direction is clear. Coders would differ on how serious the aid cut-off was (the weight).",
    "2001-bases-and-airspace": "Shared operations count as cooperation under our rules, willing or not. A coder who "
    "stresses the pressure of those weeks could say mixed.",
    "2004-first-drone-strike": "The strike killed a militant whom Pakistan's army also wanted, and others, two boys among them. The army "
    "claimed the strike as its own. There is a common aim, a foreign missile, and an army that hides whose missile it was. "
    "So you can argue for each of the three labels.",
    "2015-xi-opens-cpec": "The visit was about China and Pakistan. Whether it moved Pakistan away from Washington, "
    "and when, is a judgement about what followed.",
}


def question(item):
    """What is asked of an item: the ``"kind"`` of a claim, or the ``"direction"`` of an event."""
    return "kind" if item in ITEMS else "direction"
