"""Everything as JSON: one file, its published schema, and a file for each record."""

from intermestic.content import Content
from intermestic.exports.base import JSON, File, Files
from intermestic.serialization.kb import in_bytes, record_files
from intermestic.serialization.models import schema

KB, SCHEMA = "data/kb.json", "data/kb.schema.json"


def files(content: Content) -> Files:
    """Return the JSON files; those of records stand beside their pages."""
    beside = record_files(content.knowledge, content.serialized)
    return (
        File(KB, in_bytes(content.serialized), JSON, len(content.knowledge.entries), "record"),
        File(SCHEMA, schema(content.publication.address + SCHEMA), "application/schema+json"),
        *(File(path, record, JSON, 1, "record") for path, record in beside),
    )
