"""The calendar, read back by vobject."""

from datetime import date, timedelta

import pytest
import vobject

from intermestic.content import Content
from intermestic.english import date_in_words
from intermestic.exports import calendar
from intermestic.exports.calendar import span
from intermestic.records.dates import parse_date


def read(data: Content) -> dict[str, vobject.base.Component]:
    """The events by the id of their record."""
    (file,) = calendar.files(data)
    read = vobject.readOne(file.content.decode())
    return {event.uid.value.rpartition("/")[2]: event for event in read.vevent_list}


def test_every_date_is_an_event_with_a_lasting_id(data: Content) -> None:
    assert list(read(data)) == list(data.knowledge.ids["dates"])


def test_an_event_lasts_as_long_as_its_date_may_mean(data: Content) -> None:
    for id, event in read(data).items():
        when = data.knowledge.entries[id].record.when
        first, last = event.dtstart.value, event.dtend.value - timedelta(days=1)
        assert when.earliest is None or first <= last
        assert (when.earliest or first) == first
        assert (when.latest or last) == last


def test_only_a_day_known_for_sure_is_shown_without_saying_so(data: Content) -> None:
    for id, event in read(data).items():
        record = data.knowledge.entries[id].record
        is_day = record.when.earliest == record.when.latest and record.when.edtf[-1] not in "?~%"
        title = record.name if is_day else f"{record.name}, {date_in_words(record.when)}"
        assert event.summary.value == title
        assert f"Date: {date_in_words(record.when)}" in event.description.value


def test_an_event_says_what_where_and_on_what_it_rests(sample_data: Content) -> None:
    event = read(sample_data)["treaty-signed"]
    assert event.summary.value == "The River Treaty is signed, about May 1998"
    assert (event.dtstart.value, event.dtend.value) == (date(1998, 5, 1), date(1998, 6, 1))
    assert event.description.value == (
        "Both countries signed the River Treaty.\n"
        "Date: about May 1998\n"
        "Place: on a bridge in Borduria\n"
        "Source: northcott-2020#2"
    )
    assert event.location.value == "on a bridge in Borduria"
    assert event.categories.value == ["Water"]
    assert event.url.value == "https://intermestic.example/dates/treaty-signed/"
    assert event.dtstamp.value.isoformat() == "2026-11-22T00:00:00+00:00"


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-10-08", date(2021, 10, 8), date(2021, 10, 8)),
        ("2021-09", date(2021, 9, 1), date(2021, 9, 30)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2006/2012", date(2006, 1, 1), date(2012, 12, 31)),
        ("2020/..", date(2020, 1, 1), date(2020, 12, 31)),
        ("../2016-06", date(2016, 6, 1), date(2016, 6, 30)),
        ("[..1977]", date(1977, 1, 1), date(1977, 12, 31)),
        ("[2018-07-13..]", date(2018, 7, 13), date(2018, 7, 13)),
    ],
)
def test_of_an_open_date_the_known_end_counts(edtf: str, first: date, last: date) -> None:
    assert span(parse_date(edtf)) == (first, last)
