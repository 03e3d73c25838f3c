"""Files on their way to docs/: on disk, not in memory, until all of them are made."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from intermestic.writing.files import naming


@contextmanager
def spool_file(folder: Path) -> Iterator[IO[bytes]]:
    """Give a file for spools in `folder`, without a name: it is gone when the work ends, or fails.

    Raises OSError, with the name of the folder, if the file system refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with naming(folder), ExitStack() as stack:
        try:
            file = stack.enter_context(TemporaryFile(dir=folder))
        except OSError as error:
            error.filename = str(folder)
            raise
        yield file


class Spool(Mapping[str, bytes]):
    """Files by their paths, held in a `file` that may hold those of other spools too.

    Each is read when it is asked for. Raises OSError if the file system refuses.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: dict[str, tuple[int, int]] = {}

    def add(self, path: str, content: bytes) -> None:
        """Add a file."""
        self._places[path] = (self._file.seek(0, SEEK_END), len(content))
        self._file.write(content)

    def __getitem__(self, path: str) -> bytes:
        start, length = self._places[path]
        self._file.seek(start)
        return self._file.read(length)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
