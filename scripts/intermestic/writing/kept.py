"""What is kept from one build to the next, by what it is made of; its files may be deleted.

All of a kind is in one database: to make a file of each page costs more than to write the page.
"""

import errno
import json
import sqlite3
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from weakref import finalize

PACKAGE = Path(__file__).parents[1]
# Where that is, below the project's folder.
CACHE = Path(".cache")
PATIENCE = 60  # seconds for which one build waits for what another is writing
# Each that is kept is written by itself, whole or not at all, and no build holds up another.
_SETTINGS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL")
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, content BLOB)"


def hash_of(folder: Path) -> str:
    """Return a hash of the names and the content of all files in `folder`, but compiled ones."""
    files = sorted(it for it in folder.rglob("*") if it.is_file() and it.suffix != ".pyc")
    named = (it.relative_to(folder).as_posix().encode() + b"\0" + it.read_bytes() for it in files)
    return sha256(b"\0".join(named)).hexdigest()


class Kept:
    """What is kept in the database `file`, under a hash of what it was made of and `made_by`.

    A file that is no database, or a broken one, is made anew.
    """

    def __init__(self, file: Path, made_by: Sequence[str]) -> None:
        self._file = file
        self._made_by = list(made_by)
        self._used: set[str] = set()
        self._database: sqlite3.Connection | None = None

    def find(self, made_of: Sequence[str]) -> bytes | None:
        """Return what was made of these texts, or None if it is not kept."""
        found = self._run("SELECT content FROM kept WHERE key = ?", self._key(made_of))
        return found[0][0] if found else None

    def keep(self, made_of: Sequence[str], content: bytes) -> None:
        """Keep what was made of these texts. Raises OSError if that is refused."""
        self._run("INSERT OR REPLACE INTO kept VALUES (?, ?)", self._key(made_of), content)

    def recall(self, made_of: Sequence[str], make: Callable[[], bytes]) -> bytes:
        """Return what is made of these texts: as it was kept, or made now.

        Raises OSError if the file system refuses.
        """
        content = self.find(made_of)
        if content is None:
            content = make()
            self.keep(made_of, content)
        return content

    def remove_unused(self) -> None:
        """Remove what nobody asked for. Raises OSError if the file system refuses."""
        used = json.dumps(list(self._used))
        self._run("DELETE FROM kept WHERE key NOT IN (SELECT value FROM json_each(?))", used)

    def _key(self, made_of: Sequence[str]) -> str:
        key = sha256(json.dumps([self._made_by, *made_of]).encode()).hexdigest()
        self._used.add(key)
        return key

    def _run(self, command: str, *values: str | bytes) -> list[tuple[bytes]]:
        try:
            try:
                return self._opened().execute(command, values).fetchall()
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:  # which it is not, or no longer
                self._database = None
                for file in self._file.parent.glob(f"{self._file.name}*"):
                    file.unlink(missing_ok=True)
                return self._opened().execute(command, values).fetchall()
        except sqlite3.OperationalError as error:  # what SQLite says of the file system
            raise OSError(errno.EIO, str(error), str(self._file)) from error

    def _opened(self) -> sqlite3.Connection:
        if self._database is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(
                self._file, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            finalize(self, database.close)
            for command in (*_SETTINGS, _TABLE):
                database.execute(command)
            self._database = database
        return self._database
