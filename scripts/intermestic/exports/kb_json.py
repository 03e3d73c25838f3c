"""Everything as JSON: one file, its published schema, and a file for each record."""

from intermestic.content import Content
from intermestic.exports.base import JSON, File, Files
from intermestic.serialization.kb import in_bytes, record_files
from intermestic.serialization.models import schema

KB, SCHEMA = "data/kb.json", "data/kb.schema.json"


def files(content: Content) -> Files:
    """Yield the JSON files; those of records stand beside their pages."""
    whole = content.serialized
    yield File(KB, in_bytes(whole), JSON, len(content.knowledge.entries), "record")
    yield File(SCHEMA, schema(content.publication.address + SCHEMA), "application/schema+json")
    for path, record in record_files(content.knowledge, whole):
        yield File(path, record, JSON, 1, "record")
