"""Compiled templates that are kept in memory, for builds that follow each other in a process."""

from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache

from intermestic import catalogue


class CompiledTemplates(BytecodeCache):
    """The code of each template by its text, and by the settings and words it was compiled with."""

    def __init__(self) -> None:
        self._codes: dict[tuple[object, ...], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(_key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self._codes[_key(bucket)] = bucket.code


def _key(bucket: Bucket) -> tuple[object, ...]:
    settings = bucket.environment
    words = catalogue._CATALOGUE  # for what is constant in a template is worked out in compiling
    return bucket.key, bucket.checksum, settings.finalize, settings.autoescape, words
