"""The whole content as JSON: one file with everything, its published schema, and a file for
each record beside its page. Their form is in `published`.
"""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256

from pydantic import BaseModel

from intermestic import addresses
from intermestic.knowledge import Claim, Entry, KnowledgeBase
from intermestic.reading.publication import Publication
from intermestic.records.models import Source
from intermestic.serialization.models import (
    FORMAT,
    RECORDS,
    TIE,
    KnowledgeFile,
    PublishedPublication,
    RecordFile,
    published,
    schema,
)

KB, SCHEMA = "data/kb.json", "data/kb.schema.json"


def files(knowledge: KnowledgeBase, publication: Publication) -> dict[str, bytes]:
    """Every JSON file, by its path on the site."""
    whole = everything(knowledge, publication)
    return {
        KB: in_bytes(whole),
        SCHEMA: schema(publication.address + SCHEMA),
        **dict(_record_files(knowledge, whole)),
    }


def everything(knowledge: KnowledgeBase, publication: Publication) -> KnowledgeFile:
    """The file with everything; `final` if the newest edition is out and this is what it has."""
    whole = edition(knowledge, publication)
    whole.publication.final = publication.edition.sha256 == sha256(in_bytes(whole)).hexdigest()
    return whole


def edition(knowledge: KnowledgeBase, publication: Publication) -> KnowledgeFile:
    """The file with everything, as the newest edition keeps it once it is out."""
    about = {**dict(publication), "edition": publication.edition, "final": True}
    records = {
        collection: [_record(knowledge, knowledge.entries[id]) for id in ids]
        for collection, ids in knowledge.ids.items()
    }
    return KnowledgeFile(
        format=FORMAT,
        publication=PublishedPublication.model_validate(about),
        records={collection: records.get(collection, []) for collection in RECORDS},
        ties=[
            TIE.model_validate(tie) for ties in knowledge.relations_from.values() for tie in ties
        ],
        withdrawn=publication.withdrawn,
    )


def in_bytes(file: BaseModel) -> bytes:
    """A file as it is written."""
    return file.model_dump_json().encode() + b"\n"


def _record(knowledge: KnowledgeBase, entry: Entry) -> BaseModel:
    page = addresses.page(entry.collection, entry.id)
    fields = {**dict(entry.record), "permalink": addresses.on_site(page)}
    fields |= {"id": entry.id, "collection": entry.collection, "file": entry.file}
    if isinstance(entry.record, Source):
        said = knowledge.claims_in.get(entry.id, ())
        fields["statements"] = [_statement(knowledge, one) for one in said]
    return RECORDS[entry.collection].model_validate(fields)


def _statement(knowledge: KnowledgeBase, said: Claim) -> BaseModel:
    page = addresses.page("sources", said.source)
    anchor = addresses.statement_anchor(said.statement.id)
    fields = {
        **dict(said.statement),
        "source": said.source,
        "address": said.address,
        "permalink": addresses.on_site(f"{page}#{anchor}"),
        "plain": knowledge.plain(said.statement.text),
        "subjects": said.about,
        "speakers": said.speakers,
    }
    return published(type(said.statement)).model_validate(fields)


def _record_files(knowledge: KnowledgeBase, whole: KnowledgeFile) -> Iterator[tuple[str, bytes]]:
    """A file for each record, also at its former addresses."""
    statements = {s.address: s for source in whole.records.sources for s in source.statements}
    ties: dict[str, list[BaseModel]] = defaultdict(list)
    for tie in whole.ties:
        for id in {tie.subject, tie.object}:
            ties[id].append(tie)
    for collection in RECORDS:
        for record in getattr(whole.records, collection):
            said = knowledge.claims_about.get(record.id, ())
            file = RecordFile(
                format=FORMAT,
                publication=whole.publication,
                record=record,
                ties=ties[record.id],
                statements=[statements[one.address] for one in said],
            )
            content = in_bytes(file)
            for id in (record.id, *record.former_ids):
                yield addresses.data(collection, id), content
