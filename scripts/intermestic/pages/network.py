"""The network: prepared maps of ties, and every name that leads to its own."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.knowledge import KnowledgeBase, Relation
from intermestic.pages.base import Context, Page
from intermestic.pages.diagrams.ties import Tie, TiesDiagram, ref_to_ties, ties_diagram, ties_of
from intermestic.pages.initiatives import InitiativeRow, initiative_rows
from intermestic.pages.links import Ref
from intermestic.pages.relations import RelationLine, relation_line
from intermestic.records.models import Initiative
from intermestic.records.names import fold


@dataclass(frozen=True)
class PreparedMap:
    """A map of ties with its list, which is of initiatives or of offices, each with its holder."""

    title: str
    anchor: str
    diagram: TiesDiagram
    initiatives: tuple[InitiativeRow, ...] = ()
    offices: tuple[tuple[Ref, RelationLine], ...] = ()


@dataclass(frozen=True)
class NetworkPage(Page):
    """The maps, and each name that has ties, with the number of names to which they lead."""

    maps: tuple[PreparedMap, ...]
    names: tuple[tuple[Ref, int], ...]


def network_page(context: Context) -> NetworkPage:
    """Return the page of the network."""
    knowledge = context.knowledge
    tied: dict[str, set[str]] = defaultdict(set)
    for relation in network_relations(knowledge):
        tied[relation.subject].add(relation.object)
        tied[relation.object].add(relation.subject)
    names = sorted(tied, key=lambda record: fold(knowledge.name(record)))
    return NetworkPage(
        frame=context.overview("network", "network"),
        maps=(*_successions(context), *_offices(context)),
        names=tuple((ref_to_ties(context.links, id), len(tied[id])) for id in names),
    )


def network_relations(knowledge: KnowledgeBase) -> tuple[Relation, ...]:
    """Return every relation between two records of the network, in reading order."""
    return tuple(
        relation
        for relation in knowledge.relations
        if knowledge.entries[relation.subject].record.in_network
        and knowledge.entries[relation.object].record.in_network
    )


def _successions(context: Context) -> Iterator[PreparedMap]:
    """Yield a map for initiatives that replaced each other, with the others of their area."""
    knowledge = context.knowledge
    for chain in _chains(knowledge):
        first = knowledge.entries[chain[0]].record
        if not isinstance(first, Initiative) or not first.areas:
            continue
        area = first.areas[0]
        # Those in areas within it would be too many.
        filed = knowledge.in_order(id for id, _ in knowledge.tied_to(area, Initiative))
        others = [id for id in filed if id not in chain]
        names = " → ".join(map(knowledge.name, chain))
        title = words("map-succession", area=knowledge.name(area), names=names)
        groups = {
            words("map-replaced"): [_life(knowledge, id) for id in chain],
            words("map-others", area=knowledge.name(area)): [_life(knowledge, id) for id in others],
        }
        yield PreparedMap(
            title=title,
            anchor=addresses.map_anchor(chain[0]),
            diagram=ties_diagram(context.links, title, groups),
            initiatives=initiative_rows(context, (*chain, *others)),
        )


def _chains(knowledge: KnowledgeBase) -> Iterator[tuple[str, ...]]:
    """Yield the initiatives of which each was replaced by the next."""
    next_of = {r.subject: r.object for r in knowledge.relations if r.name == "succeeded_by"}
    for id in knowledge.in_order(next_of.keys() - next_of.values()):
        chain = [id]
        while chain[-1] in next_of:
            chain.append(next_of[chain[-1]])
        yield tuple(chain)


def _life(knowledge: KnowledgeBase, id: str) -> Tie:
    date = knowledge.entries[id].date
    relations = knowledge.relations_from.get(id, ())
    successor = next((it.object for it in relations if it.name == "succeeded_by"), "")
    return Tie(id, (date,) if date else (), knowledge.speaking_of(id), successor=successor)


def _offices(context: Context) -> Iterator[PreparedMap]:
    """Yield a map of who held which office where, if anybody did."""
    knowledge = context.knowledge
    offices = [relation for relation in knowledge.relations if relation.name == "offices"]
    if not offices:
        return
    places = [place for place, _ in Counter(it.object for it in offices).most_common()]
    offices.sort(key=lambda relation: places.index(relation.object))
    ties = ties_of((it.object, it.subject, it, it.when) for it in offices)
    title = words("map-offices")
    groups = {knowledge.name(place): held for place, held in ties.items()}
    yield PreparedMap(
        title=title,
        anchor=addresses.map_anchor("offices"),
        diagram=ties_diagram(context.links, title, groups),
        offices=tuple(
            (context.links.ref(it.subject), relation_line(context, it, it.object)) for it in offices
        ),
    )
