"""Checks of references: each names a thing that exists, of the right kind, without cycles."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from babel import Locale

from intermestic.english import date_in_words
from intermestic.knowledge import grouped
from intermestic.problems import Problem, capped, quoted
from intermestic.reading.rules import Breach
from intermestic.reading.validate import StatedRelation, ValidRecord
from intermestic.records.citations import Citation
from intermestic.records.fields import SOURCES, RelatedRecord
from intermestic.records.models import DateRecord
from intermestic.records.names import closest, fold
from intermestic.records.prose import between_links, links, stray_brackets
from intermestic.records.source import ENGLISH, Source
from intermestic.records.statements import Figure, LooksAhead, Recommendation
from intermestic.records.walk import FieldPath

_BRACKETS = re.compile(r"\[([a-z0-9-]+)\](?![(\[])")


def check_references(
    records: Collection[ValidRecord], collection_of: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for every reference in `records` that does not resolve, and every cycle.

    `collection_of` has the ids of all records, also of those that are broken themselves.
    """
    checker = _Checker(records, collection_of)
    for valid in records:
        yield from capped(valid.raw.problem(*breach) for breach in checker.check(valid))
    yield from capped(_cycles(records))
    yield from capped(_unlike_measures(records))


class _Checker:
    """Checks the references of one record after another against all records."""

    def __init__(self, records: Collection[ValidRecord], collection_of: Mapping[str, str]) -> None:
        self.collection_of = collection_of
        self.sources = {v.raw.id: v.record for v in records if isinstance(v.record, Source)}
        self.ids_by_name = {fold(name): v.raw.id for v in records for name in v.record.names}
        self.ids_by_name |= {id: v.raw.id for v in records for id in v.record.former_ids}
        self.advice = {
            f"{id}/{statement.id}"
            for id, source in self.sources.items()
            for statement in source.statements
            if isinstance(statement, Recommendation)
        }
        self.former: dict[str, str] = {}
        self.cited_as: dict[str, str] = {}
        self.named: dict[tuple[str, str], str] = {}

    def check(self, valid: ValidRecord) -> Iterator[Breach]:
        for path, cited in valid.citations:
            yield from self._citation(path, cited)
        for stated in valid.relations:
            yield from self._id(stated)
        for path, prose in valid.prose:
            yield from self._prose(path, prose)
        yield from self._former_ids(valid)
        yield from self._only_one_of_its_name(valid)
        if isinstance(valid.record, DateRecord):
            yield from self._happened_by_then(valid.record)
        if isinstance(valid.record, Source):
            yield from self._name(valid)
            yield from self._advice(valid.record)

    def _id(self, stated: StatedRelation) -> Iterator[Breach]:
        id, to = stated.id, stated.mark.to
        collection = self.collection_of.get(id)
        if collection in to:
            return
        path = (*stated.path, "id") if isinstance(stated.value, RelatedRecord) else stated.path
        kinds = " or ".join(to)
        if collection:
            found = f"found {quoted(id)}, which is in {collection}"
            yield Breach(path, found, f"an id in {kinds}")
        else:
            hint = self._meant(id, self._ids_in(to))
            yield Breach(path, f"found {quoted(id)}", f"an id in {kinds}", hint)

    def _ids_in(self, collections: Collection[str]) -> list[str]:
        return [id for id, where in self.collection_of.items() if where in collections]

    def _meant(self, id: str, known: Collection[str]) -> str:
        several = re.findall(r"[^\s,;]+", id)
        if len(several) > 1 and set(several) <= set(known):
            return f"[{', '.join(several)}]"
        country = fold(Locale.parse(ENGLISH).territories.get(id.upper(), id))
        named = self.ids_by_name.get(fold(id)) or self.ids_by_name.get(country)
        return named if named and named in known else closest(id, known)

    def _prose(self, path: FieldPath, prose: str) -> Iterator[Breach]:
        matches = _BRACKETS.finditer(between_links(prose))
        match = next((it for it in matches if it[1] in self.collection_of), None)
        if match and not stray_brackets(prose):
            hint = f"[{match[0]}]"
            yield Breach(path, f"found {quoted(match[0])}", "two brackets", hint)
        for target in links(prose):
            if target.id not in self.collection_of:
                found = f"found a link to {quoted(target.id)}"
                is_reversed = target.words in self.collection_of
                hint = f"[[{target.words}|{target.id}]]" if is_reversed else ""
                hint = hint or self._meant(target.id, self.collection_of)
                yield Breach(path, found, "the id of a record", hint)

    def _citation(self, path: FieldPath, cited: Citation) -> Iterator[Breach]:
        collection = self.collection_of.get(cited.source)
        if collection != "sources":
            hint = self._meant(cited.source, self._ids_in(SOURCES))
            yield Breach(path, f"found {quoted(cited.source)}", "an id in sources", hint)
            return
        source, last = self.sources.get(cited.source), cited.paragraphs[-1]
        if source and last > source.paragraphs:
            expected = f"at most ¶{source.paragraphs}, the last of {cited.source}"
            yield Breach(path, f"found ¶{last}", expected)

    def _former_ids(self, valid: ValidRecord) -> Iterator[Breach]:
        ids = valid.record.former_ids
        for index, id in enumerate(ids):
            if id == valid.raw.id and 0 < index == len(ids) - 1:
                continue  # it went back to its first id
            owner = id if id in self.collection_of else self.former.get(id)
            if owner:
                found = f"found {quoted(id)}, which {owner} has"
                yield Breach(("former_ids", index), found, "an id that no record has")
            self.former[id] = valid.raw.id

    def _only_one_of_its_name(self, valid: ValidRecord) -> Iterator[Breach]:
        """Yield a breach if another record of the collection has the name of this one."""
        name = valid.record.name
        other = self.named.setdefault((valid.raw.collection, fold(name)), valid.raw.id)
        if other != valid.raw.id and not isinstance(valid.record, Source):
            expected = "one record of a name, or a name that tells them apart"
            found = f"found {quoted(name)}, which {other} has"
            yield Breach(("name",), found, expected)

    def _name(self, valid: ValidRecord) -> Iterator[Breach]:
        """Yield a breach for each name of a source by which another is cited or found."""
        named = (it for it in valid.values if it[0][0] in {"name", "short_name", "aliases"})
        for path, _, name in named:
            folded = " ".join(re.findall(r"\w+", fold(name.replace("&", " and "))))
            other = self.cited_as.setdefault(folded, valid.raw.id)
            if folded and other != valid.raw.id:
                found = f"found {quoted(name)}, which {other} has"
                expected = "a name by which no other source is cited, such as one with 2020a"
                yield Breach(path, found, expected)

    def _happened_by_then(self, date: DateRecord) -> Iterator[Breach]:
        cited = (self.sources.get(citation.source) for citation in date.cite)
        written = [source.date.last for source in cited if source]
        if date.type == "happened" and written and max(written) < date.when.first:
            found = f"found {date_in_words(date.when)}, after the sources it cites were written"
            yield Breach(("when",), found, "an earlier date, or 'due' as the type")

    def _advice(self, source: Source) -> Iterator[Breach]:
        for number, statement in enumerate(source.statements):
            path = ("statements", number)
            if isinstance(statement, Recommendation):
                for index, address in enumerate(statement.repeats):
                    yield from self._repeated((*path, "repeats", index), address)
            if isinstance(statement, LooksAhead):
                yield from self._looks_ahead(path, source, statement)

    def _looks_ahead(
        self, path: FieldPath, source: Source, statement: LooksAhead
    ) -> Iterator[Breach]:
        reporting = set()
        for index, follow_up in enumerate(statement.follow_ups):
            for number, cited in enumerate(follow_up.cite):
                place = (*path, "follow_ups", index, "cite", number)
                yield from self._later(place, source, cited.source)
                reporting.add(cited.source)
        for index, id in enumerate(statement.silent):
            place = (*path, "silent", index)
            yield from self._later(place, source, id)
            if id in reporting:
                found = f"found {id}, which a follow-up cites"
                yield Breach(place, found, "a source that says nothing of it")

    def _repeated(self, path: FieldPath, address: str) -> Iterator[Breach]:
        source_id = address.partition("/")[0]
        if source_id not in self.sources and self.collection_of.get(source_id) == "sources":
            return  # broken, and reported there
        if address not in self.advice:
            hint = closest(address, self.advice)
            expected = "a recommendation, as source/statement"
            yield Breach(path, f"found {quoted(address)}", expected, hint)

    def _later(self, path: FieldPath, source: Source, id: str) -> Iterator[Breach]:
        later = self.sources.get(id)
        if later and not source.date < later.date:
            found = f"found {id}, of {date_in_words(later.date)}"
            expected = f"a source later than {date_in_words(source.date)}"
            yield Breach(path, found, expected)


def _cycles(records: Iterable[ValidRecord]) -> Iterator[Problem]:
    """Yield a problem for each cycle of relations, such as being a part, that must have none."""
    edges: dict[str, dict[str, dict[str, tuple[ValidRecord, FieldPath]]]] = {}
    for valid in records:
        for stated in valid.relations:
            if stated.mark.acyclic:
                field = f"{valid.raw.collection}.{stated.path[0]}"
                others = edges.setdefault(field, {}).setdefault(valid.raw.id, {})
                others[stated.id] = (valid, stated.path)
    for graph in edges.values():
        while cycle := _cycle(graph):
            start = cycle.index(min(cycle))
            ring = cycle[start:] + cycle[: start + 1]
            valid, path = graph[ring[0]].pop(ring[1])
            yield valid.raw.problem(path, "found the cycle " + " > ".join(ring), "no way back")


def _cycle(graph: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Return the ids of one cycle in `graph`, each before the one it points at, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1][1:]))
    return []


def _unlike_measures(records: Iterable[ValidRecord]) -> Iterator[Problem]:
    """Yield a problem for figures that claim to be comparable with others, but are not."""
    by_measure = grouped(
        (value.measure, (valid, path, value))
        for valid in records
        for path, _, value in valid.values
        if isinstance(value, Figure) and value.measure
    )
    for measure, ((valid, path, first), *others) in by_measure.items():
        if not others:
            hint = closest(measure, set(by_measure) - {measure})
            expected = "a measure that another figure has too"
            found = f"found {quoted(measure)}"
            yield valid.raw.problem((*path, "measure"), found, expected, hint)
        unit = first.common_unit
        for other, path, figure in others:
            if figure.common_unit != unit:
                found = f"found {quoted(figure.common_unit)}"
                expected = f"{quoted(unit)}, as others of its measure; or 'converted'"
                yield other.raw.problem((*path, "unit"), found, expected)
