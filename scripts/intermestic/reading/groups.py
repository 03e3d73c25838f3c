"""What an editor need not write: fields that a group gives its statements, and ids.

Whatever reads statements after this finds single ones, each with all its fields and an id.
"""

from collections.abc import Collection, Iterator
from copy import copy

from intermestic.problems import Place, Problem
from intermestic.reading.yaml_tree import Fields, Items, Scalar, YamlNode, describe
from intermestic.records.names import is_id, slug
from intermestic.records.statements import SHARED

MEMBERS = "statements"  # the field of those of a source, and of a group
LONGEST = 50  # characters of an id that is made


def ungrouped(tree: Fields, name: str) -> tuple[Fields, list[Problem]]:
    """Return the tree of a source with single statements in place of groups, and what is wrong.

    A statement has the fields of its group but for those that it gives itself. One without an id
    has one made of its phrase, which stands nowhere in the file: it ends where it starts. Problems
    call the file `name`.
    """
    listed = tree.get(MEMBERS)
    if not isinstance(listed, Items):
        return tree, []
    problems = [problem for item in listed for problem in _problems(item, name)]
    single = copy(listed)
    single[:] = [statement for item in listed for statement in _statements(item)]
    taken = {str(statement.get("id")) for statement in single if isinstance(statement, Fields)}
    for statement in single:
        if isinstance(statement, Fields) and statement and "id" not in statement:
            id = _made_id(statement, taken)
            taken.add(id)
            statement[_before("id", id)] = id
    whole = copy(tree)
    whole[MEMBERS] = single
    return whole, problems


def is_made(id: YamlNode) -> bool:
    """Whether an id in a tree was made, for the file has none."""
    return isinstance(id, Scalar) and id.start == id.end


def _statements(item: YamlNode) -> Iterator[YamlNode]:
    """Yield the statements of a group, or the item itself if it is none."""
    if not isinstance(item, Fields):
        yield item
    elif MEMBERS not in item:
        yield copy(item)
    elif isinstance(members := item[MEMBERS], Items):
        shared = {key: item[key] for key in item if key in SHARED}
        for member in members:
            if isinstance(member, Fields):
                member = copy(member)
                member.update({key: shared[key] for key in shared if key not in member})
            yield member


def _problems(item: YamlNode, name: str) -> Iterator[Problem]:
    """Yield what is wrong with a group."""
    if not isinstance(item, Fields) or MEMBERS not in item:
        return
    members = item[MEMBERS]
    if not isinstance(members, Items) or not members:
        place = Place(name, members.line, members.column)
        yield Problem(place, MEMBERS, f"found {describe(members)}", "a list of statements")
    for key in item.scalar_keys:
        if key not in (MEMBERS, *SHARED):
            expected = f"one of {', '.join(SHARED)}, which a group gives its statements"
            yield Problem(Place(name, key.line, key.column), key, "unknown field", expected)


def _made_id(statement: Fields, taken: Collection[str]) -> Scalar:
    """Return an id that is not taken, made of the phrase of a statement."""
    phrase = statement.get("phrase")
    whole = (slug(phrase) if isinstance(phrase, Scalar) else "") or "statement"
    id = whole if len(whole) <= LONGEST else whole[: LONGEST + 1].rpartition("-")[0]
    numbered = (f"{id}-{number}" for number in range(2, len(taken) + 3))
    free = next(id for id in (id, *numbered) if is_id(id) and id not in taken)
    return _before(free, next(statement.scalar_keys))


def _before(text: str, other: Scalar) -> Scalar:
    """Return a scalar that takes no room, in the place at which another begins."""
    made = Scalar(text)
    made.line, made.column = other.line, other.column
    made.start = made.end = other.start
    return made
