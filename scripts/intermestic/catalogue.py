"""The words that readers see for what programs know by name: the file `en.ftl`, in Fluent.

Names decide and are kept; the words may change, or be those of another language. A message
stands in Markdown or HTML as it is: its values are escaped, it is not.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LANGUAGE = "en"
_FILE = Path(__file__).with_name(f"{LANGUAGE}.ftl")


@cache
def _bundle() -> FluentBundle:
    bundle = FluentBundle([LANGUAGE], use_isolating=False)
    bundle.add_resource(FluentResource(_FILE.read_text("utf-8")))
    return bundle


def words(name: str, /, **values: str | int) -> str:
    """Return the message `name` with `values` in their places.

    Raises KeyError if the catalogue has no such message, ValueError if a value is missing.
    """
    if not values:
        return _constant(name)
    return _formatted(name, values)


@cache
def _constant(name: str) -> str:
    return _formatted(name, {})


def _formatted(name: str, values: dict[str, str | int]) -> str:
    pattern = _bundle().get_message(name).value if _bundle().has_message(name) else None
    if pattern is None:
        raise KeyError(f"no message {name!r} in {_FILE.name}")
    text, errors = _bundle().format_pattern(pattern, values)
    if errors:
        raise ValueError(f"the message {name!r} in {_FILE.name}: {errors[0]}")
    return str(text)


@dataclass(frozen=True)
class CollectionWords:
    """What a collection is called, what one record of it is, and what that means."""

    label: str
    singular: str
    meaning: str


@cache
def collection_words(name: str) -> CollectionWords:
    """Return the words for a collection, by its name."""
    key = name.replace("_", "-")
    return CollectionWords(
        words(f"collection-{key}"), words(f"record-{key}"), words(f"meaning-{key}")
    )


def field(name: str) -> str:
    """Return what a field of a record or of its parts is called, by its name."""
    return words(f"field-{name.replace('_', '-')}")


def stance(name: str) -> str:
    """Return the word for a stance, by its name."""
    return words(f"stance-{name.replace(' ', '-')}")


def relation(name: str) -> str:
    """Return the heading of the records at the other end of a relation, by its name."""
    return words(f"relation-{name.replace('_', '-')}")
