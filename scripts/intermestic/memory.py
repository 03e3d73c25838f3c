"""The memory of a process that holds many records."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let no memory be looked through for cycles meanwhile: a million records are none."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
