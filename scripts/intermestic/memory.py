"""The memory of a process that holds many records."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# A process that ends gives all of it back, and need not look through it before.
atexit.register(gc.freeze)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let no memory be looked through for cycles meanwhile: a million records are none."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
