"""The nodes of which triples are made: texts, numbers, dates; None for what is not known."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from rdflib import Literal
from rdflib.namespace import XSD
from rdflib.term import Node

from intermestic.exports.vocabulary import EDTF
from intermestic.records.dates import EdtfDate

Triple = tuple[Node, Node, Node]
# The dates that XML Schema has a type for: a year, a month, a day. A season is none of them.
_CALENDAR_DATE = re.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")
_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def of(subject: Node, *pairs: tuple[Node, Node | Iterable[Node] | None]) -> Iterator[Triple]:
    """The triples of a subject; what is not known makes none, several values make several."""
    for predicate, value in pairs:
        values = (value,) if isinstance(value, Node) else value or ()
        yield from ((subject, predicate, one) for one in values)


def text(value: object) -> Literal | None:
    return None if value is None else Literal(str(value))


def decimal(value: Decimal | None) -> Literal | None:
    if value is None:
        return None
    written = f"{value:f}"
    return Literal(written if "." in written else f"{written}.0", datatype=XSD.decimal)


def address(url: str | None) -> Literal | None:
    return Literal(str(url), datatype=XSD.anyURI) if url else None


def edtf(when: EdtfDate | None) -> Literal | None:
    return Literal(when.edtf, datatype=EDTF) if when else None


def calendar_date(when: EdtfDate) -> Literal | None:
    """A date that is a plain year, month or day; None for all others."""
    if not _CALENDAR_DATE.fullmatch(when.edtf):
        return None
    return Literal(when.edtf, datatype=_TYPES[len(when.edtf)])
