"""A page in the terms of schema.org, as JSON-LD: its edition, its breadcrumbs, its subject."""

from collections.abc import Mapping

from intermestic import addresses
from intermestic.catalogue import collection_words
from intermestic.citations.formats import MEDIA_TYPES
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Frame
from intermestic.reading.publication import LANGUAGE, LICENCE, Publication
from intermestic.site.things import Node, Things, filled, iso

# Collections that are vocabularies.
VOCABULARIES = ("policy_areas", "terms")


def json_ld(frame: Frame, knowledge: KnowledgeBase, publication: Publication) -> Node:
    """The page with this `frame`, and what it is about."""
    things = Things(knowledge, publication.address)
    address = addresses.canonical(publication.address, frame.path)
    is_collection = frame.label and not frame.subject
    page = {
        "@context": "https://schema.org",
        "@type": "CollectionPage" if is_collection else "WebPage",
        "@id": address,
        "url": address,
        "name": frame.title,
        "description": "" if frame.is_record else frame.lead,
        **_published(publication),
        "isPartOf": {
            "@type": "WebSite",
            "@id": addresses.entity_iri(publication.address, addresses.HOME),
            "name": publication.name,
            "url": publication.address,
        },
        "breadcrumb": _breadcrumbs(frame, things, publication),
        "mainEntity": _subject(frame, things, publication),
        "citation": things.references(frame.sources) if frame.subject else [],
    }
    return filled(page)


def dataset(publication: Publication, description: str, files: Mapping[str, str]) -> Node:
    """All the records as data; `files` has the media type of each file by its path."""
    distribution = [
        {
            "@type": "DataDownload",
            "contentUrl": publication.address + path,
            "encodingFormat": media_type,
        }
        for path, media_type in files.items()
    ]
    return filled(
        {
            "@type": "Dataset",
            "@id": addresses.dataset_iri(publication.address),
            "name": publication.name,
            "description": description,
            **_published(publication),
            "distribution": distribution,
        }
    )


def _subject(frame: Frame, things: Things, publication: Publication) -> Node:
    """What the page is about: the thing of a record, a vocabulary, or all the data."""
    if frame.is_record:
        return things.thing(things.knowledge.entries[frame.subject], frame.lead)
    if frame.subject:
        return things.reference(frame.subject)
    for collection in VOCABULARIES:
        if frame.path == addresses.index(collection):
            return things.vocabulary(collection)
    if frame.path == addresses.HOME:
        files = {path: MEDIA_TYPES[name] for name, path in addresses.BIBLIOGRAPHY.items()}
        return dataset(publication, frame.lead, files)
    return {}


def _published(publication: Publication) -> Node:
    """What pages and data have in common: the edition, its editors, the licence."""
    return {
        "version": publication.edition.number,
        "datePublished": iso(publication.edition.date),
        "creator": {"@type": "Organization", "name": publication.editors},
        "inLanguage": LANGUAGE,
        "license": LICENCE,
    }


def _breadcrumbs(frame: Frame, things: Things, publication: Publication) -> Node:
    trail = [(publication.name, addresses.HOME)]
    if frame.subject:
        entry = things.knowledge.entries[frame.subject]
        trail.append((collection_words(entry.collection).label, addresses.index(entry.collection)))
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
