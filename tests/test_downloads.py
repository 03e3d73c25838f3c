"""The downloads page, and the list of exports that it is made from."""

import hashlib
from pathlib import Path

import pytest

from intermestic.exports.base import Export, Exported
from intermestic.exports.downloads import Downloads, downloads_page, in_bytes
from intermestic.exports.formats import format_of
from intermestic.exports.registry import exports
from intermestic.content import Content
from intermestic.pipeline import build
from intermestic.records.models import COLLECTIONS


def content(data: Content, made: tuple[Exported, ...]) -> Downloads:
    page = downloads_page(data.knowledge, data.publication, made)
    assert isinstance(page.content, Downloads)
    return page.content


def test_each_file_is_listed_with_its_checksum_and_what_it_holds(data: Content) -> None:
    made = exports(data.knowledge, data.publication, data.editions)
    listed = {f.path: f for download in content(data, made).downloads for f in download.files}
    files = {path: bytes for exported in made for path, bytes in exported.files.items()}
    assert listed.keys() == {path for path in files if path[:5] == "data/" or "/" not in path}
    for path, file in listed.items():
        assert file.sha256 == hashlib.sha256(files[path]).hexdigest()
    records, ties = len(data.knowledge.entries), len(list(data.knowledge.ties))
    counts = {
        "data/tables/records.csv": records,
        "data/intermestic.graphml": ties,
        "data/intermestic.gexf": ties,
        "data/dates.ics": len(data.knowledge.ids["dates"]),
        "data/intermestic.sqlite": 18,
        "data/bibliography.bib": len(data.knowledge.ids["sources"]),
        "data/bibliography.ris": len(data.knowledge.ids["sources"]),
        "feed.xml": 1,
    }
    assert {path: listed[path].count for path in counts} == counts


def test_files_beside_the_pages_are_told_of_together(sample_data: Content) -> None:
    export = Export("Records", "One file a record", lambda *_: {})
    made = (Exported(export, {"data/all.json": b"{}", "a/a.json": b"[]", "a/b.json": b"[1]"}),)
    (download,) = content(sample_data, made).downloads
    assert [file.path for file in download.files] == ["data/all.json"]
    assert (download.beside, download.example) == (2, "a/a.json")
    assert download.beside_size == "5\N{NO-BREAK SPACE}bytes"


def test_the_page_leads_to_every_file(sample: Path) -> None:
    made = build(sample).made
    page = (sample / "docs" / "downloads" / "index.md").read_text(encoding="utf-8")
    for exported in made:
        for path in exported.files:
            assert (sample / "docs" / path).is_file()
            assert f"](../{path})" in page or path.startswith(tuple(COLLECTIONS))


def test_exports_that_were_made_before_stand_while_pages_are_rebuilt(sample: Path) -> None:
    made = build(sample).made
    (sample / "data" / "terms" / "downstream.yml").write_text("name: x\ndefinition: Below.\n")
    outcome = build(sample, made)
    assert outcome.made == made
    assert not any(path.startswith("data/") for path in outcome.changes.written)


def test_every_export_is_of_a_known_format_and_described(sample_data: Content) -> None:
    for exported in exports(sample_data.knowledge, sample_data.publication, sample_data.editions):
        assert exported.export.description
        assert all(format_of(path).media_type for path in exported.files)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1500, "1.5 KB"),
        (241_000, "241 KB"),
        (3_731_456, "3.7 MB"),
    ],
)
def test_sizes_are_in_the_words_of_readers(size: int, shown: str) -> None:
    assert in_bytes(size).replace("\N{NO-BREAK SPACE}", " ") == shown
