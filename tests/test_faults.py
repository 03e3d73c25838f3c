"""Kills, full disks, forbidden folders and builds at once: real ones, in real processes."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from support import projects

from intermestic.site.pipeline import build
from intermestic.writing import docs as stage
from intermestic.writing.docs import STATE, sync

MOMENTS = 60  # at which a build at work is killed
BY_HAND = {"about.md": b"# By hand\n", "actors/essay.md": b"---\ngenerated_from: x\n---\n"}
# What Python tells of before it changes anything in the file system.
STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}
NOBODY = 65534

Files = dict[str, bytes]


@pytest.fixture
def entered() -> Iterator[Path]:
    """The sample in a folder that everybody may enter, unlike those of tests."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield projects.copy_sample(Path(folder, "project"))


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Files]:
    """The pages of the sample, and those of one with a record less and others changed."""
    sample = projects.copy_sample(tmp_path_factory.mktemp("editions") / "project")
    older = _pages(sample)
    (sample / "data" / "dates" / "treaty-signed.yml").unlink()
    edit(sample / "data" / "sources" / "northcott-2020.yml", "    about: [treaty-signed]\n", "")
    edit(sample / "data" / "actors" / "arcadia.yml", "name: Arcadia", "name: Upper Arcadia")
    return older, _pages(sample)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _pages(project: Path) -> Files:
    pages = projects.rendered(projects.content(project))
    return {path: text.encode() for path, text in pages.items()}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs folder with pages that a person wrote."""
    docs = tmp_path / "docs"
    for name, content in BY_HAND.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(content)
    return docs


def contents(docs: Path) -> Files:
    files = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(STATE)}


def in_a_child(work: Callable[[], object]) -> int:
    """Does `work` in a process of its own; returns how it ended: -9 if it was killed."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_at(step: int, work: Callable[[], object]) -> Callable[[], object]:
    """`work`, killed right before its `step`th change of the file system."""
    left = iter(range(step, -1, -1))

    def watch(event: str, arguments: tuple) -> None:
        if event in STEPS and next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched() -> object:
        sys.addaudithook(watch)
        return work()

    return watched


def check_and_restore(docs: Path, editions: tuple[Files, Files]) -> None:
    """Nothing is half written; what people wrote stands; the next build puts the rest right."""
    found = contents(docs)
    for name, content in found.items():
        known = (BY_HAND.get(name), *(edition.get(name) for edition in editions))
        assert content in known, name
    assert sync(docs, editions[1], "pages").refused == ()
    assert contents(docs) == {**editions[1], **BY_HAND}
    assert sorted(path.name for path in (docs / STATE).iterdir()) == ["lock", "pages.sha256"]


def test_killed_at_any_step_a_build_is_made_good_by_the_next(
    docs: Path, editions: tuple[Files, Files]
) -> None:
    older, newer = editions
    step = 0
    while True:
        sync(docs, older, "pages")
        end = in_a_child(kill_at(step, lambda: sync(docs, newer, "pages")))
        check_and_restore(docs, editions)
        if end == 0:
            break
        assert end == -signal.SIGKILL
        step += 1
    assert step > 40


def test_killed_at_any_moment_a_build_is_made_good_by_the_next(
    docs: Path, editions: tuple[Files, Files]
) -> None:
    def build_for_ever() -> None:
        while True:
            for edition in editions:
                sync(docs, edition, "pages")

    moments = random.Random(1)
    for _ in range(MOMENTS):
        child = os.fork()
        if child == 0:
            build_for_ever()
        time.sleep(moments.uniform(0, 0.1))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        check_and_restore(docs, editions)


def test_a_full_disk_leaves_the_last_good_pages(docs: Path, editions: tuple[Files, Files]) -> None:
    older, newer = editions
    sync(docs, older, "pages")

    def build_on_a_full_disk() -> None:
        size = max(map(len, newer.values())) - 1
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        sync(docs, newer, "pages")

    assert in_a_child(build_on_a_full_disk) == 1
    assert contents(docs) == {**older, **BY_HAND}
    check_and_restore(docs, editions)


@pytest.mark.parametrize(
    ("refused", "found"),
    [
        ("docs/.generated", "docs/.generated/lock:1:1: (file): Permission denied"),
        (".cache", ".cache:1:1: (file): Permission denied"),
        (
            ".cache/markdown.sqlite",
            ".cache/markdown.sqlite:1:1: (file): attempt to write a readonly database",
        ),
    ],
)
def test_what_may_not_be_written_leaves_the_last_good_pages(
    refused: str, found: str, entered: Path
) -> None:
    build(entered)
    before = contents(entered / "docs")
    edit(entered / "data" / "terms" / "upstream-debt.yml", "owes", "owed")
    (entered / ".cache").chmod(0o777)
    for file in (entered / ".cache").iterdir():
        file.chmod(0o666)
    (entered / refused).chmod(0o555)

    def build_as_nobody() -> None:
        os.chdir(entered)
        if os.getuid() == 0:  # whom nothing is forbidden
            os.setuid(NOBODY)
        (problem,) = map(str, build(Path()).problems)
        assert problem == f"{found}, expected a file to write"

    assert in_a_child(build_as_nobody) == 0
    (entered / refused).chmod(0o755)
    assert contents(entered / "docs") == before
    assert build(entered).problems == ()


def test_of_two_builds_at_once_one_waits(docs: Path, editions: tuple[Files, Files]) -> None:
    children = []
    for _ in range(8):
        child = os.fork()
        if child == 0:
            for _ in range(5):
                for edition in editions:
                    sync(docs, edition, "pages")
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)
    check_and_restore(docs, editions)


def test_a_build_that_does_not_end_is_not_waited_for_without_end(
    docs: Path, editions: tuple[Files, Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(docs, editions[0], "pages")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, docs / STATE / "lock"], stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        monkeypatch.setattr(stage, "PATIENCE", 0.1)
        assert [str(problem) for problem in sync(docs, editions[1], "pages").refused] == [
            "docs/.generated:1:1: (file): another build at work for 0.1 seconds, "
            "expected one build at a time"
        ]
        assert contents(docs) == {**editions[0], **BY_HAND}
    finally:
        holder.kill()
        holder.wait()
    check_and_restore(docs, editions)


HOLD = """
import sys, time, filelock
lock = filelock.FileLock(sys.argv[1])
lock.acquire()
print("held", flush=True)
time.sleep(600)
"""
