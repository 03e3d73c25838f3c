"""The records at one time, as their JSON has them: for comparing, and for keeping.

A snapshot holds JSON, not models, so that what an older version of this code wrote can be read.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from intermestic.serialization.additions import FORMAT

if TYPE_CHECKING:  # which reading the editions does not need
    from intermestic.serialization.models import KnowledgeFile

Json = dict[str, Any]


@dataclass(frozen=True)
class Snapshot:
    """Records by their ids and statements as source/statement, in reading order."""

    records: Mapping[str, Json]
    statements: Mapping[str, Json]

    @classmethod
    def of(cls, file: "KnowledgeFile") -> "Snapshot":
        """Return what `file` holds."""
        return cls._of_json(file.model_dump(mode="json", include={"records"}))

    @classmethod
    def parse(cls, content: bytes) -> "Snapshot":
        """Return what a `KnowledgeFile` holds, from its bytes.

        Raises ValueError, saying what was expected, for anything else and for another format.
        """
        expected = f"a knowledge base in format {FORMAT}"
        try:
            whole = json.loads(content)
        except ValueError:
            raise ValueError(expected) from None
        if not isinstance(whole, dict) or whole.get("format") != FORMAT:
            raise ValueError(expected)
        return cls._of_json(whole)

    @classmethod
    def _of_json(cls, whole: Json) -> "Snapshot":
        records = {record["id"]: record for group in whole["records"].values() for record in group}
        statements = {
            statement["address"]: statement
            for record in records.values()
            for statement in record.get("statements", ())
        }
        return cls(records, statements)


NOTHING = Snapshot({}, {})
