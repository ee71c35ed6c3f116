"""What notebook 06 says of its tables, where no figure and no model shows it."""

import uspak


def test_polls_are_asked_on_the_side_of_the_raid_that_they_say():
    polls = uspak.evidence("raid_polls").dropna(subset=["asked_from"])
    dated = polls[polls["asked_from"].str.len() == 10]
    assert ((dated["asked_to"] < "2011-05-02") == (dated["before_raid"] == "yes")).all()
    pew = polls.set_index("poll_id")["percent"]
    assert abs(pew["pew-2011-may"] - pew["pew-2011-april"]) < 3 < pew["gallup-2010"] - pew["gallup-2011-may"]
