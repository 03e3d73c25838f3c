"""The dates as a calendar (iCalendar, RFC 5545), each an all-day event.

An event lasts as long as its date may mean, and unless that is a day known for sure its title says
how it is known: nothing is more precise than the source. Of a date with an open end, the end that
is known counts.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from intermestic import addresses
from intermestic.content import Content
from intermestic.english import date_in_words
from intermestic.exports.base import DESCRIPTION, File, Files
from intermestic.knowledge import Entry, KnowledgeBase
from intermestic.records.citations import cited_paragraphs
from intermestic.records.dates import EdtfDate, parse_date
from intermestic.records.models import DateRecord
from intermestic.records.publication import Publication

FILE = "data/dates.ics"
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def files(content: Content) -> Files:
    """Return the calendar."""
    knowledge, publication = content.knowledge, content.publication
    calendar = Calendar()
    calendar.add("prodid", f"-//{publication.name}//Dates//EN")
    calendar.add("version", "2.0")
    for title in ("name", "x-wr-calname"):
        calendar.add(title, f"{publication.name}: dates")
    calendar.add("description", DESCRIPTION)
    for entry in knowledge.entries.values():
        if isinstance(entry.record, DateRecord) and (days := span(entry.record.when)):
            event = _event(publication, entry, entry.record, days)
            event.add("description", _description(knowledge, entry.record))
            if entry.record.place:
                event.add("location", knowledge.plain(entry.record.place))
            event.add("categories", [knowledge.name(area) for area in entry.record.areas])
            calendar.add_component(event)
    return (File(FILE, calendar.to_ical(), "text/calendar", len(calendar.subcomponents), "date"),)


def span(when: EdtfDate) -> tuple[date, date] | None:
    """Return the first and last day of an event at `when`, or None if no calendar has them."""
    ends = when.edtf.strip("[]")
    if ends.startswith("..") or ends.endswith(".."):
        when = parse_date(ends.strip("./"))
    return (when.earliest, when.latest) if when.earliest and when.latest else None


def _event(
    publication: Publication, entry: Entry, record: DateRecord, days: tuple[date, date]
) -> Event:
    first, last = days
    is_day = _DAY.fullmatch(record.when.edtf)
    event = Event()
    event.add("uid", publication.identifier_of(entry.first_id))
    event.add("dtstamp", datetime.combine(publication.edition.day, time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the first day after it
    event.add("summary", record.name if is_day else f"{record.name}, {date_in_words(record.when)}")
    page = addresses.page(entry.collection, entry.id)
    event.add("url", addresses.canonical(publication.address, page))
    event.add("status", "CONFIRMED" if record.type == "happened" else "TENTATIVE")
    event.add("transp", "TRANSPARENT")  # nobody is busy
    return event


def _description(knowledge: KnowledgeBase, record: DateRecord) -> str:
    """Return what happened, when as far as it is known, where, and who says so."""
    lines = [knowledge.plain(record.summary), f"Date: {date_in_words(record.when)}"]
    if record.type == "due":
        lines.append("Lay ahead when the text was written.")
    if record.place:
        lines.append(f"Place: {knowledge.plain(record.place)}")
    if record.note:
        lines.append(f"Editors’ note: {knowledge.plain(record.note)}")
    cited = ", ".join(cited_paragraphs(record.cite))
    return "\n".join([*lines, f"Source: {cited}"] if cited else lines)
