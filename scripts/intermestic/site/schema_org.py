"""A page in the terms of schema.org, as JSON-LD: its edition, its breadcrumbs, its subject."""

from typing import Any

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.exports.nodes import SCHEMA, schema_org
from intermestic.exports.things import Things
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Frame
from intermestic.records.models import COLLECTIONS
from intermestic.records.publication import Publication

Json = dict[str, Any]

# One vocabulary in pages and files; of its properties, those whose values are IRIs.
CONTEXT = {"@vocab": SCHEMA, "license": {"@type": "@id"}, "eventStatus": {"@type": "@id"}}
# What a page has from the data of which it is a part.
_OF_EDITION = ("version", "datePublished", "creator", "inLanguage", "license")


def json_ld(frame: Frame, knowledge: KnowledgeBase, publication: Publication) -> Json:
    """Return the page with this `frame`, and what it is about."""
    things = Things(knowledge, publication)
    address = addresses.canonical(publication.address, frame.path)
    dataset = schema_org(things.dataset())
    page = {
        "@context": CONTEXT,
        "@type": "CollectionPage" if frame.label and not frame.subject else "WebPage",
        "@id": address,
        "url": address,
        "name": frame.title,
        "description": "" if frame.is_record else frame.lead,
        **{name: dataset[name] for name in _OF_EDITION},
        "isPartOf": {
            "@type": "WebSite",
            "@id": addresses.entity_iri(publication.address, addresses.HOME),
            "name": publication.name,
            "url": publication.address,
        },
        "breadcrumb": _breadcrumbs(frame, things),
        "mainEntity": _subject(frame, things),
        "citation": [_named(things, id) for id in frame.sources] if frame.subject else [],
    }
    return {key: value for key, value in page.items() if value}


def _subject(frame: Frame, things: Things) -> Json:
    """Return what the page is about: a record, a vocabulary, all the data, or nothing."""
    if frame.is_record:
        return schema_org(things.record(things.knowledge.entries[frame.subject]))
    if frame.subject:
        return _named(things, frame.subject)
    if frame.path == addresses.HOME:
        return schema_org(things.dataset())
    for collection, model in COLLECTIONS.items():
        if model.is_concept and frame.path == addresses.index(collection):
            return schema_org(things.scheme(collection))
    return {}


def _named(things: Things, id: str) -> Json:
    """Return what a record is about, by its IRI and name."""
    reference = things.ref(id)
    return {"@id": reference.iri, "name": reference.name}


def _breadcrumbs(frame: Frame, things: Things) -> Json:
    publication = things.publication
    trail = [(publication.name, addresses.HOME)]
    if frame.subject:
        entry = things.knowledge.entries[frame.subject]
        trail.append((words(f"collection-{entry.collection}"), addresses.index(entry.collection)))
        trail.append((entry.record.name, addresses.page(entry.collection, entry.id)))
    if frame.path not in (path for _, path in trail):
        trail.append((frame.title, frame.path))
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
