"""What is kept by what it is made of: found again, renewed, and never in the way."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from intermestic.writing.kept import Kept

PAGE = "a page" * 1000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "pages.sqlite"


def never() -> bytes:
    raise AssertionError("it is kept")


def keys(file: Path) -> int:
    with closing(sqlite3.connect(file)) as database:
        return len(database.execute("SELECT key FROM kept").fetchall())


def test_what_was_made_is_not_made_again(file: Path) -> None:
    assert Kept(file, ["version 1"]).recall([PAGE], lambda: b"made") == b"made"
    assert Kept(file, ["version 1"]).recall([PAGE], never) == b"made"


def test_it_is_made_again_of_something_else_and_by_another_version(file: Path) -> None:
    Kept(file, ["version 1"]).keep([PAGE], b"made")
    assert Kept(file, ["version 1"]).find([PAGE, ""]) is None
    assert Kept(file, ["version 2"]).find([PAGE]) is None


def test_what_is_kept_again_replaces_what_was(file: Path) -> None:
    kept = Kept(file, [])
    kept.keep([PAGE], b"older")
    kept.keep([PAGE], b"newer")
    assert kept.find([PAGE]) == b"newer"
    assert keys(file) == 1


def test_what_nobody_asked_for_is_removed(file: Path) -> None:
    earlier = Kept(file, [])
    for page in ("asked for", "not asked for"):
        earlier.keep([page], page.encode())
    kept = Kept(file, [])
    kept.find(["asked for"])
    kept.keep(["new"], b"new")
    kept.remove_unused()
    assert [kept.find([page]) for page in ("asked for", "not asked for", "new")] == [
        b"asked for",
        None,
        b"new",
    ]


def test_the_file_may_be_deleted_at_any_time(file: Path) -> None:
    kept = Kept(file, [])
    kept.keep([PAGE], b"made")
    shutil.rmtree(file.parent)
    kept.recall([PAGE], lambda: b"made")
    kept.keep(["another"], b"made")
    kept.remove_unused()
    assert Kept(file, []).recall([PAGE], lambda: b"anew") == b"anew"


@pytest.mark.parametrize("length", [0, 1, 100, 4096, 10_000, 30_000])
def test_a_file_that_was_cut_off_is_made_anew(length: int, file: Path) -> None:
    Kept(file, []).keep([PAGE], b"made" * 10_000)
    os.truncate(file, length)
    assert Kept(file, []).recall([PAGE], lambda: b"anew") == b"anew"
    assert Kept(file, []).recall([PAGE], never) == b"anew"


@pytest.mark.parametrize("content", [b"no database" * 1000, b"SQLite format 3\0" * 1000])
def test_a_file_that_is_no_database_is_made_anew(content: bytes, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert Kept(file, []).recall([PAGE], lambda: b"made") == b"made"
    assert Kept(file, []).recall([PAGE], never) == b"made"


def test_a_place_where_no_file_can_be_is_named(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(OSError, match=r"unable to open database file") as raised:
        Kept(file, []).keep([PAGE], b"made")
    assert raised.value.filename == str(file)


def test_of_builds_at_once_each_finds_what_it_made(file: Path) -> None:
    children = []
    for number in range(8):
        child = os.fork()
        if child == 0:
            kept = Kept(file, [])
            pages = [str(page) for page in range(number * 10, number * 10 + 100)]
            made = [kept.recall([page], (page * 1000).encode) for page in pages]
            kept.remove_unused()
            os._exit(made != [(page * 1000).encode() for page in pages])
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)


def test_nothing_is_left_beside_the_file(file: Path) -> None:
    kept = Kept(file, [])
    kept.keep([PAGE], b"made")
    del kept
    assert [path.name for path in file.parent.iterdir()] == ["pages.sqlite"]
