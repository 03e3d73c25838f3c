"""The words that readers see for what programs know by name: the messages of `en.ftl`, in Fluent.

Names are identifiers and stay; words may change, or be those of another language. A message goes
into Markdown or HTML as it is written; whoever asks for it escapes its values.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message, Resource

LANGUAGE = "en"
FILE = Path(__file__).with_name(f"{LANGUAGE}.ftl")
# Fluent refuses values of more than 2,500 characters, and a record may have longer texts. So Fluent
# gets the name of a text between two characters that no text has, and the text replaces it.
_MARK = re.compile("\0(.*?)\0")


class Catalogue:
    """The messages of a file in Fluent."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._constants: dict[str, str] = {}

    @cached_property
    def _resource(self) -> Resource:
        return FluentResource(self._file.read_text("utf-8"))

    @cached_property
    def _bundle(self) -> FluentBundle:
        bundle = FluentBundle([LANGUAGE], use_isolating=False)
        bundle.add_resource(self._resource)
        return bundle

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all messages, in the order of the file."""
        messages = (entry for entry in self._resource.body if isinstance(entry, Message))
        return tuple(message.id.name for message in messages)

    def message(self, name: str, values: Mapping[str, str | int]) -> str:
        """Return the message `name`; see `words`."""
        if name in self._constants:
            return self._constants[name]
        known = self._bundle.has_message(name)
        pattern = self._bundle.get_message(name).value if known else None
        if pattern is None:
            raise KeyError(f"no message {name!r} in {self._file.name}")
        texts = {key: value for key, value in values.items() if isinstance(value, str)}
        marks = {key: f"\0{key}\0" for key in texts}
        text, errors = self._bundle.format_pattern(pattern, {**values, **marks})
        if errors:
            raise ValueError(f"the message {name!r} in {self._file.name}: {errors[0]}")
        text = _MARK.sub(lambda mark: texts[mark[1]], str(text))
        if not values:
            self._constants[name] = text
        return text


_CATALOGUE = Catalogue(FILE)


def words(name: str, /, **values: str | int) -> str:
    """Return the message `name` with `values` in their places.

    `name` may have spaces or `_` from the name of what the message is for, where its own has
    hyphens. Raises KeyError if there is no such message, ValueError if a value is missing.
    """
    return _CATALOGUE.message(re.sub("[ _]", "-", name), values)


def names() -> tuple[str, ...]:
    """Return the names of all messages."""
    return _CATALOGUE.names
