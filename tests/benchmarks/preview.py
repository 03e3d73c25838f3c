"""Times previews: from saving a record to the moment when the browser is told to reload.

Run as part of `make bench`. Prints a Markdown table in seconds: plain `mkdocs serve`, which
builds every page again, against `make serve`. Compare figures of one run only.
"""

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from threading import Thread

from stages import PROJECT, make_project

SIZES = (0, 1_000, 5_000)  # 0 is the real collection
REPEATS = 3
# What is edited: the collection whose first record it is, and before what words are put in.
EDITS = {
    "a sentence of a term": ("terms", r"definition: (>-\n +)?"),
    "a statement of a source": ("sources", r"(?<= )text: (>-\n +)?"),
    "the name of an actor": ("actors", r"(?m)^name: "),
}


@contextmanager
def served(root: Path, *options: str) -> Iterator[str]:
    """The address at which MkDocs serves the project at `root`, once it does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        [*command, "--quiet", *options],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        while not answers(address):
            assert process.poll() is None, "no preview"
            time.sleep(0.5)
        yield address
    finally:
        process.terminate()
        process.wait()


def answers(address: str) -> bool:
    """Whether somebody serves at `address`."""
    try:
        return bool(read(address))
    except OSError:
        return False


def read(address: str) -> str:
    """What stands at `address`."""
    with urllib.request.urlopen(address, timeout=600) as answer:
        return answer.read().decode()


def livereload(page: str) -> tuple[str, str]:
    """The time at which a page was built, and what its browser calls itself when it asks."""
    return re.search(r"livereload\((\d+), (\d+)\)", page).groups()


def wait_for_reload(address: str, epoch: str, request: str) -> None:
    """Asks as a browser does, until there is a newer page than that of `epoch`."""
    while int(read(f"{address}livereload/{epoch}/{request}")) <= int(epoch):
        pass  # MkDocs lets nobody wait for more than a minute


def time_reload(address: str, file: Path, before: str) -> float:
    """Seconds from an edit of `file` to the answer that browsers on the page wait for."""
    browser = Thread(target=wait_for_reload, args=[address, *livereload(read(address))])
    browser.start()
    text = file.read_text(encoding="utf-8")
    place = re.search(before, text).end()
    file.write_text(f"{text[:place]}Edited {text[place:]}", encoding="utf-8")
    start = time.monotonic()
    browser.join()
    seconds = time.monotonic() - start
    edits = text.count("Edited ") + 1
    assert "Edited " * edits in read(f"{address}{file.parent.name}/{file.stem}/"), "not shown"
    return seconds


def first_record(root: Path, collection: str) -> Path:
    """The first file of a collection."""
    return min((root / "data" / collection).glob("*.yml"))


def measure(root: Path, repeats: int) -> Iterator[tuple[str, float, float]]:
    """For each edit: what it is, the seconds of a full rebuild, and those of `make serve`."""
    with served(root) as address:
        file = first_record(root, "terms")
        full = time_reload(address, file, EDITS["a sentence of a term"][1])
    with served(root, "--dirty") as address:
        for name, (collection, before) in EDITS.items():
            file = first_record(root, collection)
            times = [time_reload(address, file, before) for _ in range(repeats)]
            yield name, full, median(times)


def make(root: Path, size: int) -> None:
    """A project with `size` made-up records, or with the real ones if `size` is 0."""
    make_project(root, size or 100)
    if not size:
        shutil.rmtree(root / "data")
        for folder in ("data", "docs/editions"):
            shutil.copytree(PROJECT / folder, root / folder, ignore=shutil.ignore_patterns("*.md"))


def main() -> None:
    """Prints the table, a row an edit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--repeats", type=int, default=REPEATS, help="of each edit")
    options = parser.parse_args()
    print("| records | edited | all again: s | what changed: s | ratio |")
    print("| --: | :-- | --: | --: | --: |", flush=True)
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            make(root, size)
            count = len(list(root.glob("data/*/*.yml")))
            for name, full, quick in measure(root, options.repeats):
                cells = [f"{count:,}", name, f"{full:.1f}", f"{quick:.1f}", f"{full / quick:.0f}"]
                print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
