"""What records are in the terms of schema.org: persons, places, events, texts, claims.

A date stands here only where the calendar has it: there is no place for "about" and "between".
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses, catalogue
from intermestic.citations.works import author, source_work
from intermestic.knowledge import Entry, KnowledgeBase
from intermestic.records.dates import EdtfDate, exact_date, parse_date
from intermestic.records.fields import RelatedRecord
from intermestic.records.models import (
    Actor,
    DateRecord,
    Initiative,
    PolicyArea,
    Proposition,
    Record,
    Term,
)

Node = dict[str, object]

ACTOR_TYPES = {
    "person": "Person",
    "country": "Country",
    "government": "GovernmentOrganization",
    "body": "GovernmentOrganization",
    "organisation": "Organization",
    "region": "Place",
    "group": "Thing",
}
ORGANISATIONS = ("GovernmentOrganization", "Organization")
PLACES = ("Country", "Place")
WORK_TYPES = {"article": "Article", "report": "Report", "document": "CreativeWork"}
# The stances of a source that makes a claim, rather than doubt or dispute it.
HOLDING = ("agrees", "agrees in part")


@dataclass(frozen=True)
class Things:
    """The things that the records of `knowledge` are about, on the site at `site`."""

    knowledge: KnowledgeBase
    site: str

    def thing(self, entry: Entry, description: str) -> Node:
        """What `entry` is about."""
        common = {
            **self.reference(entry.id),
            "alternateName": list(entry.record.aliases),
            "description": description,
        }
        return filled({**self._particulars(entry), **common})

    def reference(self, id: str) -> Node:
        """What the record `id` is about, by its identifier and name."""
        path = addresses.page(self.knowledge.entries[id].collection, id)
        return {"@id": addresses.entity_iri(self.site, path), "name": self.knowledge.name(id)}

    def references(self, ids: Iterable[str]) -> list[Node]:
        """What each of the records is about, by its identifier and name."""
        return [self.reference(id) for id in ids]

    def vocabulary(self, collection: str) -> Node:
        """A collection of terms or policy areas."""
        identity = addresses.entity_iri(self.site, addresses.index(collection))
        return {
            "@type": "DefinedTermSet",
            "@id": identity,
            "name": catalogue.COLLECTIONS[collection].plural,
        }

    def _particulars(self, entry: Entry) -> Node:
        """The type of what `entry` is about, and what only that type has."""
        match entry.record:
            case Actor() as actor:
                return self._actor(actor, entry.id)
            case Initiative(type=kind):
                return {
                    "@type": "Legislation" if kind == "law" else "Thing",
                    "additionalType": kind,
                }
            case DateRecord() as record:
                return self._event(record)
            case PolicyArea() | Term():
                vocabulary = self.vocabulary(entry.collection)
                return {"@type": "DefinedTerm", "inDefinedTermSet": vocabulary}
            case Proposition() as proposition:
                return self._claim(proposition)
            case _:
                return self._text(entry.id)

    def _actor(self, actor: Actor, id: str) -> Node:
        kind = ACTOR_TYPES[actor.type]
        node: Node = {"@type": kind}
        if kind in PLACES:
            node["containedInPlace"] = self._related(actor.part_of, PLACES)
        if kind in ORGANISATIONS:
            node["parentOrganization"] = self._related(actor.part_of, ORGANISATIONS)
        if kind == "Person":
            name = author(self.knowledge, id)
            node |= {"familyName": name.family, "givenName": name.given}
        if kind in ("Person", *ORGANISATIONS):
            node["memberOf"] = self._related(actor.member_of, ORGANISATIONS)
        return node

    def _related(self, relations: Iterable[RelatedRecord], kinds: tuple[str, ...]) -> list[Node]:
        """The other ends of `relations` that are of one of the kinds."""
        ids = (relation.id for relation in relations)
        return self.references(
            id for id in ids if _kind(self.knowledge.entries[id].record) in kinds
        )

    def _event(self, record: DateRecord) -> Node:
        start, end = _ends(record.when)
        return {
            "@type": "Event",
            "startDate": start,
            "endDate": end,
            "eventStatus": "https://schema.org/EventScheduled" if record.type == "due" else "",
            "location": self.knowledge.plain(record.place or ""),
            "about": self.references((*record.participants, *record.initiatives)),
        }

    def _claim(self, proposition: Proposition) -> Node:
        holding = [p.cite[0].source for p in proposition.positions if p.stance in HOLDING]
        return {
            "@type": "Claim",
            "about": self.references(proposition.about),
            "appearance": self.references(holding),
        }

    def _text(self, id: str) -> Node:
        source, work = self.knowledge.source(id), source_work(self.knowledge, id)
        issue = named("PublicationIssue", work.issue)
        if issue:
            issue["isPartOf"] = named("Periodical", work.container)
        return {
            "@type": WORK_TYPES[work.kind],
            "headline": work.title,
            "genre": work.form,
            "author": self.references(source.authors),
            "datePublished": iso(source.date),
            "publisher": named("Organization", work.publisher),
            "isPartOf": issue or named("CreativeWorkSeries", work.series),
            "url": work.url,
        }


def named(kind: str, name: str) -> Node:
    """A thing of which no more than its name is known, or an empty node if not even that."""
    return {"@type": kind, "name": name} if name else {}


def iso(when: EdtfDate) -> str:
    """A date in ISO 8601, or nothing if the calendar does not have it."""
    date = exact_date(when)
    return date.iso if date else ""


def filled(node: Node) -> Node:
    """`node` without what is empty."""
    return {key: value for key, value in node.items() if value}


def _kind(record: Record) -> str:
    return ACTOR_TYPES[record.type] if isinstance(record, Actor) else ""


def _ends(when: EdtfDate) -> tuple[str, str]:
    """The first and last date of an interval; a date that is none has only a first."""
    if "/" not in when.edtf:
        return iso(when), ""
    first, last = ("" if end == ".." else iso(parse_date(end)) for end in when.edtf.split("/"))
    return first, last
