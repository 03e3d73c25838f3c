"""The downloads page, and the list of exports that it is made from."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from support.projects import contents, exported

from intermestic.catalogue import words
from intermestic.content import Content
from intermestic.english import counted
from intermestic.exports.base import JSON, Export, Exported, File, size_in_words
from intermestic.exports.downloads import downloads_page
from intermestic.exports.registry import exports, exports_changed
from intermestic.records.models import COLLECTIONS
from intermestic.rendering.render import render
from intermestic.site.pipeline import build


def test_each_file_is_listed_with_its_checksum_and_what_it_holds(data: Content) -> None:
    downloads = downloads_page(data, exports(data, lambda file: None)).downloads
    listed = {file.path: file for download in downloads for file in download.listed}
    files = exported(data)
    assert listed.keys() == {path for path in files if path[:5] == "data/" or "/" not in path}
    for path, file in listed.items():
        assert file.sha256 == hashlib.sha256(files[path]).hexdigest()
    sources = len(data.knowledge.ids["sources"])
    holds = {
        "data/tables/records.csv": (len(data.knowledge.entries), "row"),
        "data/tables/relations.csv": (len(list(data.knowledge.relations)), "row"),
        "data/intermestic.graphml": (len(list(data.knowledge.relations)), "relation"),
        "data/dates.ics": (len(data.knowledge.ids["dates"]), "date"),
        "data/intermestic.sqlite": (len(data.tables), "table"),
        "data/bibliography.bib": (sources, "source"),
        "data/bibliography.ris": (sources, "source"),
        "feed.xml": (1, "edition"),
    }
    found = {path: listed[path].holds.replace("\N{NO-BREAK SPACE}", " ") for path in holds}
    assert found == {path: counted(*held) for path, held in holds.items()}


def test_what_is_kept_of_the_exports_is_what_they_make(data: Content, tmp_path: Path) -> None:
    made: list[File] = []
    exports(data, made.append)
    for _ in range(2):
        found: list[File] = []
        exports_changed(data, tmp_path, found.append)
        assert found == made


def test_exports_are_made_again_for_another_publication(
    sample_data: Content, tmp_path: Path
) -> None:
    exports_changed(sample_data, tmp_path, lambda file: None)
    publication = sample_data.publication.model_copy(update={"name": "Brooks"})
    renamed = replace(sample_data, publication=publication)
    found: list[File] = []
    exports_changed(renamed, tmp_path, found.append)
    assert contents(found) == exported(renamed)


def test_files_beside_the_pages_are_told_of_together(sample_data: Content) -> None:
    export = Export("everything", "data/all.json", lambda content: ())
    beside = {"data/all.json": b"{}", "a/a.json": b"[]", "a/b.json": b"[1]"}
    files = tuple(File(path, content, JSON).listed for path, content in beside.items())
    made = (Exported(export, files),)
    (download,) = downloads_page(sample_data, made).downloads
    assert [file.path for file in download.listed] == ["data/all.json"]
    assert [file.path for file in download.beside] == ["a/a.json", "a/b.json"]
    assert download.beside_size == "5\N{NO-BREAK SPACE}bytes"


def test_the_page_says_of_which_edition_the_files_are(sample_data: Content) -> None:
    page = downloads_page(sample_data, exports(sample_data, lambda file: None))
    (text,) = render([page], sample_data.publication.edition).values()
    assert "They are of edition 0.1, 22 November 2026, and may be used" in text


def test_the_page_leads_to_every_file(sample: Path, sample_data: Content) -> None:
    build(sample)
    page = (sample / "docs" / "downloads" / "index.md").read_text(encoding="utf-8")
    for path in exported(sample_data):
        assert (sample / "docs" / path).is_file()
        assert f"](../{path})" in page or path.startswith(tuple(COLLECTIONS))


def test_every_export_says_what_it_is_and_where_to_begin(sample_data: Content) -> None:
    for made in exports(sample_data, lambda file: None):
        assert words(f"about-{made.export.name}")
        assert made.export.start in {file.path for file in made.files}
        assert all(file.media_type for file in made.files)


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
    assert size_in_words(size).replace("\N{NO-BREAK SPACE}", " ") == shown
