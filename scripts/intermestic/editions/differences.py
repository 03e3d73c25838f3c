"""The differences between two editions: records and statements, as their JSON has them.

Values are compared as readers see them: a record that is linked under another id but the same
name has not changed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Any

from intermestic import catalogue
from intermestic.editions.snapshot import Json, Snapshot
from intermestic.knowledge import grouped
from intermestic.records.citations import format_paragraphs
from intermestic.records.prose import plain
from intermestic.serialization.additions import OF_RECORDS, OF_STATEMENTS

ADDED, CHANGED, RENAMED, MERGED, WITHDRAWN = CHANGES = (
    "added",
    "changed",
    "renamed",
    "merged",
    "withdrawn",
)
# Not compared: what the build adds, former ids, which tell of a renaming, and, in sources,
# statements, which are compared one by one.
_DERIVED = (
    (OF_RECORDS.keys() - {"collection"}) | {"former_ids", "statements"} | OF_STATEMENTS.keys()
)
# Of two texts only the words that differ are shown, and so many around them.
AROUND = 4

Name = Callable[[str], str]


@dataclass(frozen=True)
class FieldChange:
    """The values that a field lost and gained; both empty if only their order is new."""

    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """A record or statement that was added, changed, renamed, merged or withdrawn.

    `id` is a record's id or source/statement, `kind` the collection or the kind of statement,
    `words` the name or the text, `concerns` the ids of the records on whose pages it stands.
    """

    change: str
    id: str
    kind: str
    words: str
    concerns: tuple[str, ...]
    fields: tuple[FieldChange, ...] = ()
    former_id: str = ""

    @property
    def is_statement(self) -> bool:
        """Whether it is in a statement, not in a record."""
        return "/" in self.id


@dataclass(frozen=True)
class Differences:
    """All that changed between two states of the records.

    In the order of the newer one; then what only the older one has.
    """

    records: tuple[Difference, ...] = ()
    statements: tuple[Difference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.records or self.statements)

    def of(self, id: str) -> tuple[Difference, ...]:
        """Return those that the page of the record `id` shows."""
        return self._by_record.get(id, ())

    @cached_property
    def _by_record(self) -> Mapping[str, tuple[Difference, ...]]:
        found = (*self.records, *self.statements)
        return grouped((id, difference) for difference in found for id in difference.concerns)

    @property
    def statements_by_source(self) -> Mapping[str, tuple[Difference, ...]]:
        """The differences in statements, under the ids of their sources."""
        return grouped((d.id.partition("/")[0], d) for d in self.statements)


def counts(differences: Iterable[Difference]) -> tuple[tuple[str, int], ...]:
    """Return how many there are of each change that there is, in the order of `CHANGES`."""
    count = Counter(difference.change for difference in differences)
    return tuple((change, count[change]) for change in CHANGES if count[change])


def compare(old: Snapshot, new: Snapshot) -> Differences:
    """Return what changed from `old` to `new`."""
    before, after = old.records, new.records
    names = {id: record["name"] for id, record in {**before, **after}.items()}

    def name(id: str) -> str:
        return str(names.get(id, id))

    present = {former: id for id, record in after.items() for former in record["former_ids"]}
    renamed = {former: id for former, id in present.items() if former in before}
    # Statements have no former ids of their own: they follow their sources.
    statements = {
        f"{present.get(statement['source'], statement['source'])}/{statement['id']}": statement
        for statement in old.statements.values()
    }
    return Differences(
        tuple(_compare(before, after, renamed, name)),
        tuple(_compare(statements, new.statements, {}, name)),
    )


def _compare(
    before: Mapping[str, Json], after: Mapping[str, Json], renamed: Mapping[str, str], name: Name
) -> Iterator[Difference]:
    former_id = {id: former for former, id in renamed.items() if id not in before}
    for id, new in after.items():
        former = former_id.get(id, "")
        old = before.get(former or id)
        fields = tuple(_field_changes(old, new, name)) if old else ()
        if former:
            yield _difference(RENAMED, id, new, name, fields, former)
        elif not old:
            yield _difference(ADDED, id, new, name)
        elif fields:
            yield _difference(CHANGED, id, new, name, fields)
    for id, old in before.items():
        if id in renamed and former_id.get(renamed[id]) != id:
            yield _difference(MERGED, renamed[id], after[renamed[id]], name, (), id)
        elif id not in after and id not in renamed:
            yield _difference(WITHDRAWN, id, old, name)


def _difference(
    change: str,
    id: str,
    item: Json,
    name: Name,
    fields: tuple[FieldChange, ...] = (),
    former_id: str = "",
) -> Difference:
    if "address" in item:  # a statement
        gathered = ("subjects", "areas", "said_by", "addressees")
        concerned = (other for field in gathered for other in item.get(field, ()))
        concerns = tuple(dict.fromkeys((id.partition("/")[0], *concerned)))
        return Difference(change, id, item["kind"], plain(item["text"], name), concerns, fields)
    return Difference(change, id, item["collection"], item["name"], (id,), fields, former_id)


def _field_changes(old: Json, new: Json, name: Name) -> Iterator[FieldChange]:
    for field in dict.fromkeys((*new, *old)):
        if field in _DERIVED or old.get(field) == new.get(field):
            continue
        before, after = (_items(item.get(field), name) for item in (old, new))
        if before != after:
            gone, come = _without(before, after), _without(after, before)
            if len(gone) == len(come) == 1:
                gone, come = _apart(gone[0], come[0])
            yield FieldChange(catalogue.words(f"field-{field}"), gone, come)


def _items(value: Any, name: Name) -> tuple[str, ...]:
    """Return the items of a field in words."""
    items = value if isinstance(value, list) else [value]
    return tuple(filter(None, (_in_words(item, name) for item in items)))


def _in_words(value: Any, name: Name) -> str:
    if isinstance(value, str):
        return plain(name(value), name)
    if isinstance(value, dict) and "english" in value:  # a date
        return str(value["english"])
    if isinstance(value, dict) and "permalink" in value:  # a citation
        return f"{name(value['source'])} ¶{format_paragraphs(value['paragraphs'])}"
    if isinstance(value, dict):
        return _in_words(list(value.values()), name)
    if isinstance(value, list):
        return ", ".join(_items(value, name))
    return "" if value is None else f"{value:,}"


def _without(items: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple((Counter(items) - Counter(others)).elements())


def _apart(old: str, new: str) -> tuple[tuple[str], tuple[str]]:
    """Return two texts where they part, with some of the words around."""
    texts = old.split(), new.split()
    start = _common(*texts)
    end = _common(*(text[start:][::-1] for text in texts))
    first = max(0, start - AROUND)

    def excerpt(words: list[str]) -> tuple[str]:
        last = len(words) - max(0, end - AROUND)
        shown = " ".join(words[first:last])
        return (("… " if first else "") + shown + (" …" if last < len(words) else ""),)

    return excerpt(texts[0]), excerpt(texts[1])


def _common(first: list[str], second: list[str]) -> int:
    """Return how many words two lists begin with in common."""
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
