"""Files on their way to docs/, which wait on disk until all of them are made."""

from pathlib import Path

from intermestic.writing.spool import Spool, spool_file


def test_each_file_is_read_as_it_was_added(tmp_path: Path) -> None:
    with spool_file(tmp_path) as file:
        pages, exports = Spool(file), Spool(file)
        pages.add("a.md", b"# A")
        exports.add("a.json", b"{}")
        pages.add("b.md", "# ¶".encode())
        assert dict(pages) == {"a.md": b"# A", "b.md": "# ¶".encode()}
        assert dict(exports) == {"a.json": b"{}"}


def test_nothing_of_it_stays_in_the_folder(tmp_path: Path) -> None:
    with spool_file(tmp_path / "new") as file:
        Spool(file).add("a.md", b"# A")
    assert list((tmp_path / "new").iterdir()) == []
