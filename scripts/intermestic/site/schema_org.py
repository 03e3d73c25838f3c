"""A page in the terms of schema.org, as JSON-LD: its edition, its breadcrumbs, its subject."""

from typing import Any

from intermestic import addresses
from intermestic.exports.nodes import SCHEMA, schema_org
from intermestic.exports.things import Things
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.summaries import PageSummary
from intermestic.reading.publication import Publication
from intermestic.records.models import COLLECTIONS

Json = dict[str, Any]

# One vocabulary in pages and files; of its properties, those whose values are IRIs.
CONTEXT = {"@vocab": SCHEMA, "license": {"@type": "@id"}, "eventStatus": {"@type": "@id"}}
# What a page has from the data of which it is a part.
_OF_EDITION = ("version", "datePublished", "creator", "inLanguage", "license")


def json_ld(brief: PageSummary, knowledge: KnowledgeBase, publication: Publication) -> Json:
    """Return the page that `brief` tells of, and what it is about."""
    things = Things(knowledge, publication)
    address = addresses.canonical(publication.address, brief.path)
    dataset = schema_org(things.dataset())
    page = {
        "@context": CONTEXT,
        "@type": "CollectionPage" if brief.label and not brief.entry else "WebPage",
        "@id": address,
        "url": address,
        "name": brief.title,
        "description": "" if brief.record else brief.lead,
        **{name: dataset[name] for name in _OF_EDITION},
        "isPartOf": {
            "@type": "WebSite",
            "@id": addresses.entity_iri(publication.address, addresses.HOME),
            "name": publication.name,
            "url": publication.address,
        },
        "breadcrumb": _breadcrumbs(brief, publication),
        "mainEntity": _subject(brief, things),
        "citation": [_named(things, id) for id in brief.sources] if brief.entry else [],
    }
    return {key: value for key, value in page.items() if value}


def _subject(brief: PageSummary, things: Things) -> Json:
    """Return what the page is about: a record, a vocabulary, all the data, or nothing."""
    if entry := brief.entry:
        return schema_org(things.record(entry)) if brief.record else _named(things, entry.id)
    if brief.path == addresses.HOME:
        return schema_org(things.dataset())
    for collection, model in COLLECTIONS.items():
        if model.is_concept and brief.path == addresses.index(collection):
            return schema_org(things.scheme(collection))
    return {}


def _named(things: Things, id: str) -> Json:
    """Return what a record is about, by its IRI and name."""
    reference = things.reference(id)
    return {"@id": reference.iri, "name": reference.name}


def _breadcrumbs(brief: PageSummary, publication: Publication) -> Json:
    trail = [(publication.name, addresses.HOME)]
    if entry := brief.entry:
        trail.append((COLLECTIONS[entry.collection].label, addresses.index(entry.collection)))
        trail.append((entry.record.name, addresses.page(entry.collection, entry.id)))
    if brief.path not in (path for _, path in trail):
        trail.append((brief.title, brief.path))
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": addresses.canonical(publication.address, path),
        }
        for position, (name, path) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
