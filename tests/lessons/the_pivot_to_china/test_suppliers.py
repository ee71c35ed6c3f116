"""Who delivered Pakistan's arms: volumes and shares by period."""

import pytest

from uspak.lessons.the_pivot_to_china import suppliers


def test_volumes_add_up(by_hand):
    table = suppliers.volumes()
    assert set(table["period"]) == set(suppliers.PERIODS)
    assert table.groupby("period")["percent"].sum().round(6).eq(100).all()
    for row in table.itertuples():
        assert row.tiv == pytest.approx(by_hand[row.period, row.supplier_iso3])
