"""The downloads page, and the list of exports that it is made from."""

import hashlib
from pathlib import Path

import pytest
from conftest import Data

from intermestic.exports import EXPORTS, Export, Exported, exports
from intermestic.exports.downloads import Downloads, downloads_page, in_bytes
from intermestic.exports.formats import format_of
from intermestic.pipeline import build


def content(data: Data, made: tuple[Exported, ...]) -> Downloads:
    page = downloads_page(data.knowledge, data.publication, made)
    assert isinstance(page.content, Downloads)
    return page.content


def test_each_file_is_listed_with_its_checksum_and_what_it_holds(data: Data) -> None:
    made = exports(data.knowledge, data.publication)
    listed = {f.path: f for download in content(data, made).downloads for f in download.files}
    files = {path: bytes for exported in made for path, bytes in exported.files.items()}
    assert listed.keys() == files.keys()
    for path, file in listed.items():
        assert file.sha256 == hashlib.sha256(files[path]).hexdigest()
    records, ties = len(data.knowledge.entries), len(list(data.knowledge.ties))
    counts = {
        "data/tables/records.csv": records,
        "data/intermestic.graphml": ties,
        "data/intermestic.gexf": ties,
        "data/dates.ics": len(data.knowledge.ids["dates"]),
        "data/intermestic.sqlite": 18,
        "feed.xml": 1,
    }
    assert {path: listed[path].count for path in counts} == counts


def test_files_beside_the_pages_are_told_of_together(sample_data: Data) -> None:
    export = Export("Records", "One file a record", lambda *_: {}, beside_pages=True)
    made = (Exported(export, {"a.json": b"{}", "b.json": b"[]"}),)
    (download,) = content(sample_data, made).downloads
    assert [file.path for file in download.files] == ["a.json"]
    assert (download.number, download.size) == (2, "4\N{NO-BREAK SPACE}bytes")


def test_the_page_leads_to_every_file(sample: Path) -> None:
    made = build(sample).made
    page = (sample / "docs" / "downloads" / "index.md").read_text(encoding="utf-8")
    for exported in made:
        for path in exported.files:
            assert f"](../{path})" in page
            assert (sample / "docs" / path).is_file()


def test_exports_that_were_made_before_stand_while_pages_are_rebuilt(sample: Path) -> None:
    made = build(sample).made
    (sample / "data" / "terms" / "downstream.yml").write_text("name: x\ndefinition: Below.\n")
    outcome = build(sample, made)
    assert outcome.made == made
    assert not any(path.startswith("data/") for path in outcome.changes.written)


def test_every_export_is_of_a_known_format_and_described(sample_data: Data) -> None:
    for exported in exports(sample_data.knowledge, sample_data.publication):
        assert exported.export.description
        assert all(format_of(path).media_type for path in exported.files)
    assert len({export.name for export in EXPORTS}) == len(EXPORTS)


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
