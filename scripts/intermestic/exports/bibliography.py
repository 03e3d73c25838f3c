"""The sources as a bibliography, for reference managers."""

from intermestic import addresses
from intermestic.citations.formats import FORMATS
from intermestic.citations.works import source_works
from intermestic.content import Content
from intermestic.exports.base import Export, File, Files


def files(content: Content) -> Files:
    """Return the bibliography of all sources in each format."""
    ids = [id for id, _ in content.knowledge.sources]
    works = source_works(content.knowledge, content.publication, ids)
    return tuple(
        File(path, FORMATS[name].write(works).encode(), FORMATS[name].media_type,
             len(works), "source")
        for name, path in addresses.BIBLIOGRAPHY.items()
    )  # fmt: skip


EXPORT = Export("bibliography", addresses.BIBLIOGRAPHY["bibtex"], files)
