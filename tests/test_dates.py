"""Dates as far as they are known."""

import re
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from support.projects import content, exported, frames_of, rendered

from intermestic.english import date_in_words, years_in_words
from intermestic.exports.calendar import span
from intermestic.records.dates import CalendarDate, Years, calendar_date, parse_date


@pytest.mark.parametrize(
    ("edtf", "english"),
    [
        ("2021-10-08", "8 October 2021"),
        ("2021-10", "October 2021"),
        ("2021", "2021"),
        ("2009~", "about 2009"),
        ("2009?", "2009 (uncertain)"),
        ("2009%", "about 2009 (uncertain)"),
        ("2021-10~", "about October 2021"),
        ("2006/2012", "2006 to 2012"),
        ("2018~/2021", "about 2018 to 2021"),
        ("1999/..", "from 1999"),
        ("../2016", "until 2016"),
        ("[2006..2012]", "between 2006 and 2012"),
        ("[..1958]", "1958 or earlier"),
        ("[2021..]", "2021 or later"),
        ("199X", "the 1990s"),
        ("19XX", "the 20th century"),
        ("190X", "the 1900s"),
        ("20XX?", "the 21st century (uncertain)"),
        ("01XX", "the 2nd century"),
        ("004X~", "about the 40s AD"),
        ("0044-10-08", "8 October AD 44"),
        ("[..0044]", "AD 44 or earlier"),
        ("2017-24", "winter 2017"),
        ("198X?", "the 1980s (uncertain)"),
        ("2017-21/2018-23~", "spring 2017 to about autumn 2018"),
        ("[199X..2001-05]", "between the 1990s and May 2001"),
        ("0987", "AD 987"),
    ],
)
def test_words_say_what_is_known_of_a_date(edtf: str, english: str) -> None:
    assert date_in_words(parse_date(edtf)) == english


def test_a_date_prints_as_it_is_written() -> None:
    assert str(parse_date("[2006..2012]")) == "[2006..2012]"


@pytest.mark.parametrize(
    ("edtf", "years", "heading"),
    [
        ("2021-10-08", Years(2021, 2021), "2021"),
        ("[2006..2012]", Years(2006, 2012), "2006–2012"),
        ("199X", Years(1990, 1999), "1990s"),
        ("1999/..", Years(1999, None), "From 1999"),
        ("../2016", Years(None, 2016), "Until 2016"),
        ("2999", Years(2999, 2999), "2999"),
    ],
)
def test_a_date_is_listed_under_the_years_in_which_it_can_lie(
    edtf: str, years: Years, heading: str
) -> None:
    date = parse_date(edtf)
    assert (date.years, years_in_words(date.years)) == (years, heading)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021", (2021, 1, 1), (2021, 12, 31)),
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("2006/2012-03", (2006, 1, 1), (2012, 3, 31)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("2017-24", (2017, 1, 1), (2017, 12, 31)),
    ],
)
def test_a_date_spans_every_day_that_it_can_mean(edtf: str, first: tuple, last: tuple) -> None:
    date = parse_date(edtf)
    assert (date.first, date.last) == (first, last)


def test_dates_sort_on_their_range() -> None:
    shuffled = ["2009-12", "../1994", "2021/..", "2009-08-10", "199X", "2009", "1958", "2006/2012"]
    assert sorted(shuffled, key=parse_date) == [
        "1958", "199X", "../1994", "2006/2012", "2009", "2009-08-10", "2009-12", "2021/..",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("8 October 2021", "an EDTF date such as 2021-10-08"),
        ("2021-13", "a month from 01 to 12"),
        ("2021-02-29", "a day from 01 to 28 in February 2021"),
        ("2012/2006", "an interval that ends after it starts"),
        ("2012/", "both ends of an interval"),
        ("../..", "an EDTF date such as"),
        ("", "an EDTF date such as"),
        ("1998-0X", "an EDTF date such as"),
        ("[1998..", "an EDTF date such as"),
        ("[1667,1668..]", "an EDTF date such as"),
        ("9" * 400, "an EDTF date such as"),
        (" 1863-03-29", "an EDTF date such as"),
        ("2021-10-00", "a day from 01 to 31 in October 2021"),
        ("{..1984}", "an EDTF date such as"),
        ("Y170000002", "an EDTF date such as"),
        ("٢٠٢١", "an EDTF date such as"),
        ("-0044", "an EDTF date such as"),
        ("0000", "a year from 0001 to 2999"),
        ("9999", "a year from 0001 to 2999"),
        ("2021/9999-12-31", "a year from 0001 to 2999"),
        ("3XXX", "an EDTF date such as"),
        ("30XX", "a year from 0001 to 2999"),
        ("2021-XX", "an EDTF date such as"),
        ("2021-10-1X", "an EDTF date such as"),
        ("XXXX-12-25", "an EDTF date such as"),
        ("XXXX", "an EDTF date such as"),
        ("{1984,1986}", "an EDTF date such as"),
        ("2021-10-08T12:00:00Z", "an EDTF date such as"),
        ("?2021", "an EDTF date such as"),
        ("2017-24-05", "a month from 01 to 12"),
    ],
)
def test_what_is_no_date_is_refused(edtf: str, expected: str) -> None:
    with pytest.raises(ValueError, match=f"^{expected}"):
        parse_date(edtf)


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2021-10-08", CalendarDate((2021, 10, 8))),
        ("2021-10", CalendarDate((2021, 10))),
        ("2009~", CalendarDate((2009,), is_about=True)),
        ("2017-24", CalendarDate((2017,), "winter")),
        ("2009?", None),
        ("2009%", None),
        ("199X", None),
        ("2006/2012", None),
        ("[..1958]", None),
    ],
)
def test_a_calendar_has_one_year_month_or_day_that_is_not_uncertain(
    edtf: str, date: CalendarDate | None
) -> None:
    assert calendar_date(parse_date(edtf)) == date


def test_a_calendar_date_in_iso_8601_is_no_more_precise_than_known() -> None:
    dates = ("0987", "2021-10", "2021-10-08", "2017-24")
    written = [calendar_date(parse_date(date)).iso for date in dates]
    assert written == ["0987", "2021-10", "2021-10-08", "2017"]


YEARS = ("0001", "0044", "0987", "1999", "2999", "004X", "01XX", "190X", "199X", "19XX", "20XX")
SINGLE = tuple(
    year + rest + qualifier
    for year in YEARS
    for rest in ("", *(() if "X" in year else ("-05", "-05-31", "-24")))
    for qualifier in ("", "~", "?", "%")
)
ENDS = ("", "0044", "1998-05~", "1999", "200X", "2017-24", "2018-06-01?", "20XX")
ACCEPTED = (
    *SINGLE,
    *(f"{a or '..'}/{b or '..'}" for a, b in combinations(ENDS, 2)),
    *(f"[{a}..{b}]" for a, b in combinations(ENDS, 2)),
    *(f"{a}/.." for a in ENDS[1:]),
    *(f"[{a}..]" for a in ENDS[1:]),
)
NOTATION = re.compile(r"[X~%?/\[\]]|\.\.|\b0|\d-\d|9999")


def test_every_date_that_is_accepted_is_said_in_words_and_has_a_place_in_the_calendar() -> None:
    for edtf in ACCEPTED:
        date = parse_date(edtf)
        words = date_in_words(date)
        assert re.search("AD|century|[0-9]{4}", words), edtf
        assert not NOTATION.search(words), edtf
        assert not NOTATION.search(years_in_words(date.years)), edtf
        first, last = span(date)
        assert first <= last < last + timedelta(days=1)


def test_no_notation_of_a_date_reaches_a_page_card_calendar_or_feed(sample: Path) -> None:
    for place, edtf in (
        ("dates/treaty-signed.yml", "0044-10~"),
        ("initiatives/river-pact.yml", "[2017-24..20XX]"),
        ("sources/northcott-2022.yml", "2022-24?"),
    ):
        path = sample / "data" / place
        text = re.sub("(?m)^(when|date): .*$", rf'\1: "{edtf}"', path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    published = content(sample)
    files = exported(published)
    shown = {
        **rendered(published),
        **{
            f"card of {path}": f"{f.label} {f.heading} {f.lead}"
            for path, f in frames_of(published).items()
        },
        **{name: files[name].decode() for name in ("data/dates.ics", "feed.xml", "llms.txt")},
    }
    for path, text in shown.items():
        assert not re.search(r"0044-10|20XX|2017-24|2022-24", text), path
    assert "about October AD 44" in shown["dates/treaty-signed.md"]
    assert "between winter 2017 and the 21st century" in shown["initiatives/river-pact.md"]
