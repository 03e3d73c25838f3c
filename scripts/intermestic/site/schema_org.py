"""A page in the terms of schema.org, as JSON-LD: its edition, its breadcrumbs, its subject."""

from collections.abc import Mapping

from intermestic import addresses, catalogue
from intermestic.citations.formats import MEDIA_TYPES
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.summaries import PageSummary
from intermestic.reading.publication import LANGUAGE, LICENCE, Publication
from intermestic.site.things import Node, Things, filled, iso

# Collections that are vocabularies.
VOCABULARIES = ("policy_areas", "terms")


def json_ld(brief: PageSummary, knowledge: KnowledgeBase, publication: Publication) -> Node:
    """The page that `brief` tells of, and what it is about."""
    things = Things(knowledge, publication.address)
    address = addresses.canonical(publication.address, brief.path)
    is_collection = brief.label and not brief.entry
    page = {
        "@context": "https://schema.org",
        "@type": "CollectionPage" if is_collection else "WebPage",
        "@id": address,
        "url": address,
        "name": brief.title,
        "description": "" if brief.record else brief.lead,
        **_published(publication),
        "isPartOf": {
            "@type": "WebSite",
            "@id": addresses.entity_iri(publication.address, addresses.HOME),
            "name": publication.name,
            "url": publication.address,
        },
        "breadcrumb": _breadcrumbs(brief, publication),
        "mainEntity": _subject(brief, things, publication),
        "citation": things.references(brief.sources) if brief.entry else [],
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


def _subject(brief: PageSummary, things: Things, publication: Publication) -> Node:
    """What the page is about: the thing of a record, a vocabulary, or all the data."""
    if entry := brief.entry:
        return things.thing(entry, brief.lead) if brief.record else things.reference(entry.id)
    for collection in VOCABULARIES:
        if brief.path == addresses.index(collection):
            return things.vocabulary(collection)
    if brief.path == addresses.HOME:
        files = {path: MEDIA_TYPES[name] for name, path in addresses.BIBLIOGRAPHY.items()}
        return dataset(publication, brief.lead, files)
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


def _breadcrumbs(brief: PageSummary, publication: Publication) -> Node:
    trail = [(publication.name, addresses.HOME)]
    if entry := brief.entry:
        trail.append(
            (catalogue.COLLECTIONS[entry.collection].plural, addresses.index(entry.collection))
        )
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
