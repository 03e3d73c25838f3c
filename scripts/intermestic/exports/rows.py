"""The rows of the tables, in reading order: a method for each table, of its name."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from intermestic import addresses
from intermestic.exports.columns import TABLES, Table
from intermestic.knowledge import Claim, Entry, KnowledgeBase
from intermestic.reading.publication import Publication
from intermestic.records.citations import Citation
from intermestic.records.dates import EdtfDate
from intermestic.records.models import Actor, Initiative, Proposition, Source
from intermestic.records.statements import Conversion, Figure, Forecast, Recommendation

Value = str | int | bool | Decimal | date | None
Row = dict[str, Value]

# What rests on paragraphs: each has a column in the table of citations.
GROUNDED = ("record_id", "tie_id", "status_report_id", "position_id", "follow_up_id")


def rows(knowledge: KnowledgeBase, publication: Publication) -> Iterator[tuple[Table, list[Row]]]:
    """Each table with its rows, each row in the order of the columns."""
    made = _Rows(knowledge, publication)
    for table in TABLES:
        names = [column.name for column in table.columns]
        yield table, [{name: row[name] for name in names} for row in getattr(made, table.name)()]


def record_date(entry: Entry) -> EdtfDate | None:
    """The date or the life of a record, if it has one."""
    return getattr(entry.record, "when", None) or getattr(entry.record, "date", None)


def paragraph_id(source: str, number: int) -> str:
    """A paragraph as records cite it: `wayne-2021#22`."""
    return f"{source}#{number}"


def paragraphs(source: Source) -> Iterator[tuple[int, str | None, str | None]]:
    """The paragraphs of a text: number, the heading above, and why nothing is taken from it."""
    omitted = {n: omission.reason for omission in source.omitted for n in omission.para}
    heading = None
    headings = {section.first: section.heading for section in source.sections}
    for number in range(1, source.paragraphs + 1):
        heading = headings.get(number, heading)
        yield number, heading, omitted.get(number)


def cited_paragraphs(citations: Iterable[Citation]) -> Iterator[str]:
    """The paragraphs that are cited, each once."""
    cited = (paragraph_id(one.source, number) for one in citations for number in one.paragraphs)
    yield from dict.fromkeys(cited)


def subjects(said: Claim) -> Iterator[tuple[str, str]]:
    """The records that have a part in a statement, each with its role."""
    pairs = [(id, "about") for id in said.about]
    pairs += [(id, "area") for id in said.statement.areas]
    pairs += [(id, "speaker") for id in said.speakers]
    if isinstance(said.statement, Recommendation):
        pairs += [(id, "addressee") for id in said.statement.addressees]
    yield from dict.fromkeys(pairs)


def _dates(name: str, when: EdtfDate | None) -> Row:
    return {
        name: when.edtf if when else None,
        f"{name}_earliest": when.earliest if when else None,
        f"{name}_latest": when.latest if when else None,
    }


def _converted(conversion: Conversion | None) -> Row:
    parts = ("value", "unit", "how")
    return {f"converted_{part}": getattr(conversion, part, None) for part in parts}


class _Rows:
    def __init__(self, knowledge: KnowledgeBase, publication: Publication) -> None:
        self.knowledge = knowledge
        self.publication = publication
        self.site = publication.address
        self.entries = tuple(knowledge.entries.values())
        self.said_ = tuple(knowledge.claims)
        # What has no id of its own is numbered in this order.
        self.numbered_ties = tuple(enumerate(knowledge.relations, 1))
        self.numbered_reports = self._parts(Initiative, "status")
        self.numbered_positions = self._parts(Proposition, "positions")
        reports = ((s, f) for s in self.said_ for f in getattr(s.statement, "follow_ups", ()))
        self.numbered_follow_ups = tuple(enumerate(reports, 1))

    def _parts(self, model: type, field: str) -> tuple:
        """The parts in `field` of the records of a model: numbered, each with its record's id."""
        owners = (entry for entry in self.entries if isinstance(entry.record, model))
        parts = ((owner.id, part) for owner in owners for part in getattr(owner.record, field))
        return tuple(enumerate(parts, 1))

    def _plain(self, prose: str | None) -> str | None:
        return self.knowledge.plain(prose) if prose else None

    def records(self) -> Iterator[Row]:
        for entry in self.entries:
            record = entry.record
            yield {
                "id": entry.id,
                "collection": entry.collection,
                "type": getattr(record, "type", None),
                "name": record.name,
                "aliases": "; ".join(record.aliases) or None,
                "summary": self._plain(getattr(record, record.lead)),
                **_dates("date", record_date(entry)),
                "place": self._plain(getattr(record, "place", None)),
                "note": self._plain(record.note),
                "editorial": self._plain(record.editorial),
                "url": addresses.canonical(self.site, addresses.page(entry.collection, entry.id)),
            }

    def names(self) -> Iterator[Row]:
        for entry in self.entries:
            record = entry.record
            names = [(record.name, "name"), *((alias, "alias") for alias in record.aliases)]
            if isinstance(record, Actor) and record.sort_name:
                names.append((record.sort_name, "sort name"))
            for name, kind in dict.fromkeys(names):
                yield {"record_id": entry.id, "name": name, "kind": kind}

    def former_ids(self) -> Iterator[Row]:
        for entry in self.entries:
            for former_id in entry.record.former_ids:
                yield {"former_id": former_id, "record_id": entry.id}

    def sources(self) -> Iterator[Row]:
        for id, source in self.knowledge.sources:
            yield {
                "id": id,
                "title": source.title,
                "authorship": self._plain(source.authorship),
                "publisher": self._plain(source.publisher),
                "series": source.series,
                "issue": source.issue,
                "date_basis": self._plain(source.date_basis),
                "publisher_url": source.url,
                "text_url": source.text_url,
                "paragraphs": source.paragraphs,
            }

    def paragraphs(self) -> Iterator[Row]:
        for id, source in self.knowledge.sources:
            for number, section, omitted in paragraphs(source):
                yield {
                    "id": paragraph_id(id, number),
                    "source_id": id,
                    "number": number,
                    "section": section,
                    "omitted": self._plain(omitted),
                    "url": addresses.paragraph(self.site, id, number),
                }

    def statements(self) -> Iterator[Row]:
        for said in self.said_:
            statement = said.statement
            yield {
                "id": said.address,
                "source_id": said.source,
                "kind": statement.kind,
                "text": self._plain(statement.text),
                "phrase": statement.phrase,
                **_dates("date", statement.when),
                "reported": bool(statement.said_by),
                "note": self._plain(statement.note),
                "url": addresses.statement(self.site, said.source, statement.id),
            }

    def statement_paragraphs(self) -> Iterator[Row]:
        for said in self.said_:
            for number in said.statement.para:
                paragraph = paragraph_id(said.source, number)
                yield {"statement_id": said.address, "paragraph_id": paragraph}

    def statement_subjects(self) -> Iterator[Row]:
        for said in self.said_:
            for id, role in subjects(said):
                yield {"statement_id": said.address, "record_id": id, "role": role}

    def figures(self) -> Iterator[Row]:
        for said in self.said_:
            figure = said.statement
            if isinstance(figure, Figure):
                yield {
                    "statement_id": said.address,
                    "value": figure.value,
                    "upper": figure.upper,
                    "unit": figure.unit,
                    "counts": figure.counts,
                    "hedge": figure.hedge,
                    **_dates("as_of", figure.as_of),
                    "measure": figure.measure,
                    **_converted(figure.converted),
                }

    def forecasts(self) -> Iterator[Row]:
        for said in self.said_:
            forecast = said.statement
            if isinstance(forecast, Forecast):
                yield {
                    "statement_id": said.address,
                    "hedge": forecast.hedge,
                    **_dates("horizon", forecast.horizon),
                }

    def repetitions(self) -> Iterator[Row]:
        for said in self.said_:
            for earlier in dict.fromkeys(getattr(said.statement, "repeats", ())):
                yield {"statement_id": said.address, "earlier_id": earlier}

    def follow_ups(self) -> Iterator[Row]:
        for number, (said, report) in self.numbered_follow_ups:
            yield {"id": number, "statement_id": said.address, "text": self._plain(report.text)}

    def ties(self) -> Iterator[Row]:
        for number, tie in self.numbered_ties:
            yield {
                "id": number,
                "subject_id": tie.subject,
                "name": tie.name,
                "object_id": tie.object,
                "inverse": tie.inverse,
                **_dates("date", tie.when),
                "detail": tie.detail or None,
                "editorial": tie.editorial,
                "note": self._plain(tie.note),
            }

    def status_reports(self) -> Iterator[Row]:
        for number, (id, report) in self.numbered_reports:
            yield {"id": number, "record_id": id, "text": self._plain(report.text)}

    def positions(self) -> Iterator[Row]:
        for number, (id, position) in self.numbered_positions:
            yield {
                "id": number,
                "record_id": id,
                "source_id": position.cite[0].source,
                "stance": position.stance,
                "text": self._plain(position.text),
            }

    def mentions(self) -> Iterator[Row]:
        for mentioned in self.knowledge.entries:
            for id in self.knowledge.mentioned_in.get(mentioned, ()):
                yield {"record_id": id, "mentioned_id": mentioned}

    def citations(self) -> Iterator[Row]:
        number = 0
        for column, key, citations in self._grounds():
            for paragraph in cited_paragraphs(citations):
                number += 1
                yield dict.fromkeys(GROUNDED) | {
                    "id": number,
                    "paragraph_id": paragraph,
                    column: key,
                }

    def _grounds(self) -> Iterator[tuple[str, str | int, Iterable[Citation]]]:
        """Whatever rests on paragraphs: its column, its key, and its citations."""
        yield from (("record_id", entry.id, entry.record.cite) for entry in self.entries)
        yield from (("tie_id", number, tie.cite) for number, tie in self.numbered_ties)
        for column, numbered in (
            ("status_report_id", self.numbered_reports),
            ("position_id", self.numbered_positions),
            ("follow_up_id", self.numbered_follow_ups),
        ):
            yield from ((column, number, part.cite) for number, (_, part) in numbered)

    def editions(self) -> Iterator[Row]:
        for edition in self.publication.editions:
            yield {"number": edition.number, **_dates("date", edition.date)}
