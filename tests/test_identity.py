"""What other programs know things by: it stays when addresses and ids of records change."""

import re
from itertools import pairwise
from pathlib import Path

import feedparser
import pytest
import vobject
from support.projects import SAMPLE, content, edit, exported

from intermestic.citations.works import page_work
from intermestic.cli import main

PUBLICATION = "data/publication.yml"
ADDRESS = "address: https://intermestic.example/"
IDENTIFIER = "tag:intermestic.example,2026:intermestic"


def identifiers(project: Path) -> dict[str, list[str]]:
    """The identifiers in all that a project publishes, sorted, by where they stand."""
    published = content(project)
    files = exported(published)
    feed = feedparser.parse(files["feed.xml"])
    calendar = vobject.readOne(files["data/dates.ics"].decode())
    pages = (page.frame for page in published.pages if not page.frame.is_former)
    works = (
        page_work(frame.path, frame.title, published.knowledge, published.publication)
        for frame in pages
    )
    found = {
        "feed": [feed.feed.id, *(entry.id for entry in feed.entries)],
        "calendar": [event.uid.value for event in calendar.vevent_list],
        "bibtex": re.findall(r"(?m)^@\w+\{(.*),$", files["data/bibliography.bib"].decode()),
        "ris": re.findall("(?m)^ID  - (.*)$", files["data/bibliography.ris"].decode()),
        "csl": re.findall('"id": "(.*)"', files["data/bibliography.csl.json"].decode()),
        "graph": re.findall('<node id="(.*?)"', files["data/intermestic.graphml"].decode()),
        "pages": [work.id for work in works],
    }
    assert all(found.values())
    return {where: sorted(ids) for where, ids in found.items()}


@pytest.fixture
def released(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample, which an edition has, in the working folder."""
    monkeypatch.chdir(sample)
    assert main(["release", "0.2", "2026-11-27"]) == 0
    return sample


def rename(old: str, new: str) -> None:
    assert main(["rename", old, new]) == 0


def test_an_identifier_says_whose_it_is_and_what_it_is_of() -> None:
    found = identifiers(SAMPLE)
    assert found["feed"] == [IDENTIFIER, f"{IDENTIFIER}/edition-0.1"]
    assert found["calendar"] == [f"{IDENTIFIER}/treaty-signed"]
    assert found["bibtex"] == ["intermestic:northcott-2020", "intermestic:northcott-2022"]
    assert found["bibtex"] == found["ris"] == found["csl"]


def test_another_address_or_name_of_the_site_changes_none(sample: Path) -> None:
    edit(sample / PUBLICATION, ADDRESS, "address: https://example.org/repo/")
    edit(sample / PUBLICATION, "name: Intermestic", "name: Rivers and Treaties")
    assert identifiers(sample) == identifiers(SAMPLE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("treaty-signed", "treaty-signing"),
        ("northcott-2020", "northcott-2020a"),
        ("river-treaty", "treaty-of-the-river"),
        ("arcadia", "kingdom-of-arcadia"),  # which had another id before
    ],
)
def test_another_id_of_a_record_changes_none(released: Path, old: str, new: str) -> None:
    before = identifiers(released)
    rename(old, new)
    assert identifiers(released) == before


def test_ids_that_change_again_and_go_back_change_none(released: Path) -> None:
    before = identifiers(released)
    steps = ("treaty-signed", "signing", "signature", "signing", "treaty-signed", "signed",
             "treaty-signed")  # fmt: skip
    for old, new in pairwise(steps):
        rename(old, new)
        assert identifiers(released) == before


def test_a_record_that_others_were_merged_into_keeps_its_own(sample: Path) -> None:
    file = sample / "data" / "dates" / "treaty-signed.yml"
    edit(file, "name:", "former_ids: [treaty-agreed, treaty-signed]\nname:")
    assert identifiers(sample) == identifiers(SAMPLE)


def test_two_projects_on_one_host_share_none(sample: Path) -> None:
    edit(sample / PUBLICATION, IDENTIFIER, "tag:intermestic.example,2026:rivers")
    one, two = identifiers(sample), identifiers(SAMPLE)
    for where, ids in one.items():
        assert not set(ids) & set(two[where]), where
