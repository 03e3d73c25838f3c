"""Files kept from one build to the next by what they are made of; the folder may be deleted."""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from intermestic.writing.files import write

PACKAGE = Path(__file__).parents[1]


def hash_of(folder: Path) -> str:
    """Return a hash of the names and the content of all files in `folder`, but compiled ones."""
    files = sorted(it for it in folder.rglob("*") if it.is_file() and it.suffix != ".pyc")
    named = (it.relative_to(folder).as_posix().encode() + b"\0" + it.read_bytes() for it in files)
    return sha256(b"\0".join(named)).hexdigest()


class KeptFiles:
    """The files in `folder`, each under a hash of what it was made of and `made_by`."""

    def __init__(self, folder: Path, made_by: Sequence[str]) -> None:
        self._folder = folder
        self._made_by = list(made_by)
        self._used: set[Path] = set()

    def find(self, made_of: Sequence[str]) -> bytes | None:
        """Return the file that was made of these texts, or None if none is kept."""
        try:
            return self._path(made_of).read_bytes()
        except FileNotFoundError:
            return None

    def keep(self, made_of: Sequence[str], content: bytes) -> None:
        """Keep the file that was made of these texts. Raises OSError if that is refused."""
        try:
            write(self._path(made_of), content)
        except OSError as error:
            error.filename = str(self._folder)  # the name of a file in it says nothing to anybody
            raise

    def recall(self, made_of: Sequence[str], make: Callable[[], bytes]) -> bytes:
        """Return the file that is made of these texts: as it was kept, or made now.

        Raises OSError if the file system refuses.
        """
        content = self.find(made_of)
        if content is None:
            content = make()
            self.keep(made_of, content)
        return content

    def _path(self, made_of: Sequence[str]) -> Path:
        key = sha256(json.dumps([self._made_by, *made_of]).encode()).hexdigest()
        path = self._folder / key
        self._used.add(path)
        return path

    def remove_unused(self) -> None:
        """Remove the files that nobody asked for. Raises OSError if the file system refuses."""
        for path in self._folder.glob("*"):
            if path not in self._used:
                path.unlink(missing_ok=True)
