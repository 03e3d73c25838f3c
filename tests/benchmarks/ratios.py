"""What builds, commands and previews cost, next to plain MkDocs with Material.

Prints a Markdown table: CPU seconds, and how many times those of MkDocs and Material alone on the
same Markdown. Machines differ and are busy; of the same run, ratios do not. `--check` compares
them with those recorded beside this file, `--record` records them.
"""

import argparse
import json
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from stages import PROJECT, make_project

RECORDED = Path(__file__).with_name("ratios.json")
# A ratio may rise to so many times the recorded one.
TOLERANCE = 1.25
# Smaller rises, as parts of what MkDocs and Material alone take, are the noise of a machine.
NOISE = 0.2
EDITS = 10
PLAIN = "MkDocs and Material alone"
PLAIN_SETTINGS = """
site_name: Plain
theme: {name: material, font: false}
plugins: []
markdown_extensions: [admonition, attr_list, def_list, pymdownx.details, tables, toc]
"""


class Project:
    """A project to measure on, with `size` made-up records, or with the real ones if it is 0."""

    def __init__(self, folder: Path, size: int) -> None:
        self.root, self.plain = folder / "project", folder / "plain"
        make_project(self.root, size or 100)
        if not size:
            for name in ("data", "docs"):
                shutil.rmtree(self.root / name)
                shutil.copytree(PROJECT / name, self.root / name)
        self.term = min((self.root / "data" / "terms").glob("*.yml"))

    def run(self, *command: str, root: Path | None = None, may_find: bool = False) -> None:
        """Runs a module of Python in the project, which must succeed, or `may_find` problems."""
        ran = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=root or self.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            check=False,
        )
        if ran.returncode not in ((0, 1) if may_find else (0,)):
            raise RuntimeError(ran.stderr.decode())

    def build_anew(self) -> None:
        """Builds the site as if for the first time."""
        shutil.rmtree(self.root / ".cache", ignore_errors=True)
        self.run("mkdocs", "build", "--quiet")

    def prepare_plain(self) -> None:
        """Copies the Markdown and what it links to, for MkDocs and Material alone."""
        shutil.copytree(self.root / "docs", self.plain / "docs")
        (self.plain / "mkdocs.yml").write_text(PLAIN_SETTINGS, encoding="utf-8")

    def build_plain(self) -> None:
        """Builds a site of the same Markdown with MkDocs and Material alone."""
        self.run("mkdocs", "build", "--quiet", root=self.plain)

    @contextmanager
    def preview(self) -> Iterator[str]:
        """The address at which MkDocs serves the project meanwhile, once it does."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address],
            cwd=self.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        try:
            while not answers(f"http://{address}/"):
                assert process.poll() is None, "no preview"
                time.sleep(0.1)
            yield f"http://{address}/"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()

    def edit(self, times: int) -> None:
        """Begins a preview, and so many times edits a term and looks at its page."""
        text = self.term.read_text(encoding="utf-8")
        start = re.search(r"^definition: (>-\s+)?", text, re.MULTILINE).end()
        with self.preview() as address:
            page = f"{address}terms/{self.term.stem}/"
            for number in range(times):
                epoch, request = re.search(r"livereload\((\d+), (\d+)\)", read(page)).groups()
                edited = f"{text[:start]}Edit {number} of {text[start:]}"
                self.term.write_text(edited, encoding="utf-8")
                while int(read(f"{address}livereload/{epoch}/{request}")) <= int(epoch):
                    pass  # MkDocs lets nobody wait for more than a minute
                assert f"Edit {number} of" in read(page), "the edit is not shown"
        self.term.write_text(text, encoding="utf-8")


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


def cpu_of(work: Callable[[], None], repeats: int) -> float:
    """The least CPU seconds that `work` took in other processes."""

    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    found = []
    for _ in range(repeats):
        before = spent()
        work()
        found.append(spent() - before)
    return min(found)


def measure(project: Project, repeats: int) -> Iterator[tuple[str, float]]:
    """What is measured, and its CPU seconds; first what all else is compared with."""
    cold = cpu_of(project.build_anew, repeats)
    project.prepare_plain()
    yield PLAIN, cpu_of(project.build_plain, repeats)
    yield "build", cold
    yield (
        "build of what was built before",
        cpu_of(lambda: project.run("mkdocs", "build", "--quiet"), repeats),
    )
    # Made-up records cite paragraphs that say nothing of them.
    check = ("intermestic", "check")
    yield "check", cpu_of(lambda: project.run(*check, may_find=True), repeats)
    show = ("intermestic", "show", project.term.stem)
    yield "show", cpu_of(lambda: project.run(*show), repeats)
    start = cpu_of(lambda: project.edit(0), repeats)
    yield "preview to its first page", start
    yield "edit to the page", (cpu_of(lambda: project.edit(EDITS), repeats) - start) / EDITS


def main() -> None:
    """Prints the table; exits with 1 if a ratio has risen too much."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=0, help="made-up records; 0: the real ones")
    parser.add_argument("--repeats", type=int, default=2, help="of which the least counts")
    parser.add_argument("--check", action="store_true", help="fail if a ratio has risen")
    parser.add_argument("--record", action="store_true", help="record the ratios")
    options = parser.parse_args()
    recorded = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    print("| | CPU s | ratio | recorded |")
    print("| :-- | --: | --: | --: |", flush=True)
    ratios: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Project(Path(folder), options.size), options.repeats)
        _, plain = name, seconds = next(measured)
        print(f"| {name} | {seconds:.2f} | 1 | 1 |", flush=True)
        for name, seconds in measured:
            ratios[name] = round(seconds / plain, 3)
            known = recorded.get(name, "") if options.check or options.record else ""
            print(f"| {name} | {seconds:.2f} | {ratios[name]:.3f} | {known} |", flush=True)
    if options.record:
        RECORDED.write_text(json.dumps(ratios, indent=2) + "\n", encoding="utf-8")
    if options.check and ratios.keys() != recorded.keys():
        sys.exit("Other costs are recorded than were measured; see --record.")
    risen = [
        name
        for name, before in recorded.items()
        if ratios[name] > TOLERANCE * before and ratios[name] - before > NOISE
    ]
    if options.check and risen:
        sys.exit(f"Costs more than {TOLERANCE} times what is recorded: {', '.join(risen)}.")


if __name__ == "__main__":
    main()
