"""Tables that this notebook alone uses: what is disputed, and who says so."""

import uspak


def test_disputed_rows_say_what_is_disputed():
    for name in ("sanction_reach", "nuclear_sites", "bomb_builders"):
        table = uspak.evidence(name)
        assert table.loc[table["status"] == "disputed", "note"].str.len().min() > 15, name


def test_the_accounts_of_the_builders_name_their_witness():
    table = uspak.evidence("bomb_builders")
    assert table["said_by"].notna().all()
    assert {"atomic-energy-commission", "khan-laboratories", "china"} <= set(table["party_id"])
    assert table.set_index("party_id").loc["china", "status"] == "disputed"
