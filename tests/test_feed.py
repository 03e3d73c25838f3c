"""The feed, read back by feedparser."""

import re
from dataclasses import replace

import feedparser
import pytest

from intermestic.content import Content
from intermestic.editions.differences import Difference, Differences
from intermestic.editions.history import EditionChanges, EditionHistory
from intermestic.exports import feed
from intermestic.records.publication import Edition, Publication

NEW = Edition.model_validate({"number": "1.1", "date": "2027-02-01"})
OLD = Edition.model_validate({"number": "1.0", "date": "2026-12-01", "sha256": "0" * 64})
HOSTILE = "<script>alert(1)</script> & more"


@pytest.fixture
def entries(sample_data: Content) -> list[feedparser.FeedParserDict]:
    publication = Publication(
        name="Sample <b>",
        identifier="tag:rivers.example,2026:sample",
        address="https://sample.example/",
        repository="https://sample.example/git",
        editions=(NEW, OLD),
    )
    changes = Differences(
        records=(
            Difference("added", "river-pact", "initiatives", "River Pact", ()),
            Difference("withdrawn", "old-dam", "initiatives", HOSTILE, ()),
        ),
        statements=(Difference("changed", "essay/one", "fact", "It flows.", ()),),
    )
    editions = EditionHistory(
        (
            EditionChanges(None, NEW, changes),
            EditionChanges(NEW, OLD, changes),
            EditionChanges(OLD, None, changes),
        )
    )
    content = replace(sample_data, publication=publication)
    vars(content)["editions"] = editions  # in place of what it would work out
    (file,) = feed.files(content)
    read = feedparser.parse(file.content, sanitize_html=False)
    assert not read.bozo
    assert read.feed.id == "tag:rivers.example,2026:sample"
    assert read.feed.title == "Sample <b>: what changed"
    assert read.feed.updated == "2027-02-01T00:00:00+00:00"
    return read.entries


def test_there_is_an_entry_for_each_edition(entries: list[feedparser.FeedParserDict]) -> None:
    assert [(entry.title, entry.updated, entry.id, entry.link) for entry in entries] == [
        (
            "Edition 1.1 (not yet out)",
            "2027-02-01T00:00:00+00:00",
            "tag:rivers.example,2026:sample/edition-1.1",
            "https://sample.example/editions/#edition-1-1",
        ),
        (
            "Edition 1.0",
            "2026-12-01T00:00:00+00:00",
            "tag:rivers.example,2026:sample/edition-1.0",
            "https://sample.example/editions/#edition-1-0",
        ),
    ]


def test_an_entry_lists_what_changed(entries: list[feedparser.FeedParserDict]) -> None:
    assert re.sub(r"\s*\n\s*", "", entries[0].summary) == (
        "<p>Records:</p><ul>"
        '<li>Added: <a href="https://sample.example/initiatives/river-pact/">River Pact</a></li>'
        "<li>Withdrawn: &lt;script&gt;alert(1)&lt;/script&gt; &amp; more</li></ul>"
        "<p>Statements:</p><ul>"
        '<li>Changed: <a href="https://sample.example/sources/essay/#s-one">It flows.</a></li></ul>'
    )


def test_of_the_first_edition_the_feed_only_counts(
    entries: list[feedparser.FeedParserDict],
) -> None:
    assert entries[1].summary.strip() == "<p>The first edition: 2 records and 1 statement.</p>"


def test_what_the_project_publishes_can_be_read(data: Content) -> None:
    (file,) = feed.files(data)
    read = feedparser.parse(file.content)
    assert not read.bozo
    assert len(read.entries) == len(data.publication.editions)
