"""The feed, read back by feedparser."""

import feedparser
from conftest import Data

from intermestic.exports import feed
from intermestic.exports.feed import News
from intermestic.publication import Edition, Publication

EDITIONS = [{"number": "1.1", "date": "2027-02-01"}, {"number": "1.0", "date": "2026-12-01"}]


def publication() -> Publication:
    return Publication(
        name="Sample <b>",
        address="https://sample.example/",
        repository="https://sample.example/git",
        editions=[Edition.model_validate(edition) for edition in EDITIONS],
    )


def test_the_feed_has_an_entry_for_each_edition(sample_data: Data) -> None:
    content = feed.files(sample_data.knowledge, publication())[feed.FILE]
    read = feedparser.parse(content)
    assert not read.bozo
    assert read.feed.updated == "2027-02-01T00:00:00+00:00"
    assert [(entry.title, entry.updated, entry.id) for entry in read.entries] == [
        ("Edition 1.1", "2027-02-01T00:00:00+00:00", "tag:sample.example,2027-02-01:edition-1.1"),
        ("Edition 1.0", "2026-12-01T00:00:00+00:00", "tag:sample.example,2026-12-01:edition-1.0"),
    ]
    assert {entry.link for entry in read.entries} == {"https://sample.example/changelog/"}


def test_what_changed_is_told_in_html_and_a_title_is_text() -> None:
    made = publication()
    title = "<script>alert(1)</script> & more"
    news = [News(made.edition, title, "<p>One record <em>added</em>.</p>", "a-z/index.md")]
    read = feedparser.parse(feed.feed(made, news))
    assert not read.bozo
    (entry,) = read.entries
    assert entry.title_detail.type == "text/plain"
    assert entry.title == title
    assert entry.summary == "<p>One record <em>added</em>.</p>"
    assert entry.link == "https://sample.example/a-z/"
