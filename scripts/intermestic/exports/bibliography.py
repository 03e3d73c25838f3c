"""The sources as a bibliography, for reference managers."""

from intermestic import addresses
from intermestic.citations.formats import FORMATS, claim_citations
from intermestic.citations.works import keyed_source
from intermestic.content import Content
from intermestic.exports.base import JSON, File, Files


def files(content: Content) -> Files:
    """Return the bibliography of all sources in each format; for each how to cite a statement."""
    ids = [id for id, _ in content.knowledge.sources]
    works = [keyed_source(content.knowledge, content.publication, id) for id in ids]
    bibliographies = (
        File(path, FORMATS[name].write(works).encode(), FORMATS[name].media_type,
             len(works), "source")
        for name, path in addresses.BIBLIOGRAPHY.items()
    )  # fmt: skip
    beside = (
        File(
            addresses.asset_path(addresses.page("sources", id), addresses.CLAIM_CITATIONS),
            claim_citations(content.knowledge, content.publication, id),
            JSON,
        )
        for id in ids
    )
    return (*bibliographies, *beside)
