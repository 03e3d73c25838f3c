"""Files kept from one build to the next by what they are made of; the folder may be deleted."""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from intermestic.writing.files import write


class KeptFiles:
    """The files in `folder`, each under a hash of what it was made of and `made_by`."""

    def __init__(self, folder: Path, made_by: Sequence[str]) -> None:
        self._folder = folder
        self._made_by = list(made_by)
        self._used: set[Path] = set()

    def recall(self, made_of: Sequence[str], make: Callable[[], bytes]) -> bytes:
        """Return the file that is made of these texts: as it was kept, or made now.

        Raises OSError if the file system refuses.
        """
        key = sha256(json.dumps([self._made_by, *made_of]).encode()).hexdigest()
        path = self._folder / key
        self._used.add(path)
        if not path.is_file():
            write(path, make())
        return path.read_bytes()

    def remove_unused(self) -> None:
        """Remove the files that nobody recalled. Raises OSError if the file system refuses."""
        for path in self._folder.glob("*"):
            if path not in self._used:
                path.unlink(missing_ok=True)
