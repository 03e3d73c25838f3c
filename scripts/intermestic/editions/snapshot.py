"""The records at one time, as their published JSON has them: for comparing, and for keeping.

It reads that JSON, not the models, so that what an older version of this code wrote can still
be read.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from intermestic.knowledge import KnowledgeBase
from intermestic.reading.publication import Publication
from intermestic.serialization import kb
from intermestic.serialization.models import FORMAT

Json = dict[str, Any]


@dataclass(frozen=True)
class Snapshot:
    """Records by their ids and statements as source/statement, in reading order."""

    records: Mapping[str, Json]
    statements: Mapping[str, Json]

    @cached_property
    def by_any_id(self) -> Mapping[str, Json]:
        """Records by their ids and by those that they had before."""
        former = {id: one for one in self.records.values() for id in one["former_ids"]}
        return {**former, **self.records}


NOTHING = Snapshot({}, {})


def parse(content: bytes) -> Snapshot:
    """What a file with everything says; raises ValueError, saying what was expected, if it is
    none or in another format.
    """
    expected = f"a knowledge base in format {FORMAT}"
    try:
        whole = json.loads(content)
    except ValueError:
        raise ValueError(expected) from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ValueError(expected)
    records = {record["id"]: record for group in whole["records"].values() for record in group}
    statements = {
        statement["address"]: statement
        for record in records.values()
        for statement in record.get("statements", ())
    }
    return Snapshot(records, statements)


def take(knowledge: KnowledgeBase, publication: Publication) -> Snapshot:
    """The records as they are now."""
    return parse(kb.in_bytes(kb.everything(knowledge, publication)))
