"""The whole content as one JSON file, and a JSON file for each record.

Their form is in `models`.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from intermestic import addresses
from intermestic.knowledge import Claim, Entry, KnowledgeBase, grouped
from intermestic.records.publication import Publication
from intermestic.records.source import Source
from intermestic.serialization.additions import FORMAT, RECORD_FORMAT
from intermestic.serialization.models import (
    RECORDS,
    KnowledgeFile,
    PublishedPublication,
    RecordFile,
    published,
)


def serialized(knowledge: KnowledgeBase, publication: Publication) -> KnowledgeFile:
    """Return the file with everything.

    It is `final` if the newest edition is out and this is what that edition has.
    """
    whole = edition(knowledge, publication)
    released = publication.edition.sha256
    is_out = released and released == sha256(in_bytes(whole)).hexdigest()
    whole.publication.final = bool(is_out)
    return whole


def edition(knowledge: KnowledgeBase, publication: Publication) -> KnowledgeFile:
    """Return the file with everything, as the newest edition keeps it once it is out."""
    about = {**dict(publication), "edition": publication.edition, "final": True}
    records: dict[str, Any] = {collection: [] for collection in RECORDS}
    for collection, ids in knowledge.ids.items():
        records[collection] = [_record(knowledge, knowledge.entries[id]) for id in ids]
    return KnowledgeFile(
        format=FORMAT,
        publication=PublishedPublication.model_validate(about),
        records=records,
        relations=list(knowledge.relations),
        withdrawn=list(publication.withdrawn),
    )


def in_bytes(file: BaseModel) -> bytes:
    """Return a file as it is written."""
    return file.model_dump_json().encode() + b"\n"


def record_files(knowledge: KnowledgeBase, whole: KnowledgeFile) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of a file for each record, also at its former addresses."""
    relations = grouped((id, it) for it in whole.relations for id in {it.subject, it.object})
    for collection in RECORDS:
        for record in getattr(whole.records, collection):
            claims = knowledge.claims_about.get(record.id, ())
            file = RecordFile(
                format=RECORD_FORMAT,
                publication=whole.publication,
                record=record,
                relations=relations.get(record.id, ()),
                statements=[claim.address for claim in claims],
            )
            content = in_bytes(file)
            for id in (record.id, *record.former_ids):
                yield addresses.data(collection, id), content


def _record(knowledge: KnowledgeBase, entry: Entry) -> BaseModel:
    page = addresses.page(entry.collection, entry.id)
    fields = {**vars(entry.record), "id": entry.id, "former_ids": entry.former_ids}
    fields |= {"collection": entry.collection, "file": entry.file}
    fields["permalink"] = addresses.on_site(page)
    if isinstance(entry.record, Source):
        claims = knowledge.claims_in.get(entry.id, ())
        fields["statements"] = [_statement(knowledge, claim) for claim in claims]
    return RECORDS[entry.collection].model_validate(fields)


def _statement(knowledge: KnowledgeBase, claim: Claim) -> Any:
    page = addresses.page("sources", claim.source)
    anchor = addresses.statement_anchor(claim.statement.id)
    fields = {
        **vars(claim.statement),
        "source": claim.source,
        "address": claim.address,
        "permalink": addresses.on_site(f"{page}#{anchor}"),
        "plain": knowledge.plain(claim.statement.text),
        "subjects": claim.about,
        "speakers": claim.speakers,
    }
    return published(type(claim.statement)).model_validate(fields)
