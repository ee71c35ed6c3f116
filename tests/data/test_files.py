"""Files are replaced whole, and keep what they are."""

import stat

import pytest

from uspak.data import files


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    files.replace({link: b"new"})
    assert link.is_symlink() and real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.csv", "real.csv"]


def test_a_read_only_file_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "table.csv"
    path.write_bytes(b"old")
    monkeypatch.setattr(files.os, "access", lambda path, mode: False)  # also for root, who may write everything
    with pytest.raises(files.WriteError, match=r"table\.csv cannot be written: it, or its folder, is read-only"):
        files.replace({path: b"new"})
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]
