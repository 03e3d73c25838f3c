"""Times the build on made-up collections: each stage, and MkDocs on top, and how both grow.

Run as `make bench`. Prints a Markdown table: CPU seconds, and the peak memory of the process
up to the end of each stage. Machines differ: compare rows and columns of one run only.
"""

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from intermestic.pages.base import Context
from intermestic.pages.registry import pages
from intermestic.reading.link import link
from intermestic.reading.load import load
from intermestic.reading.publication import read_publication
from intermestic.reading.validate import validate
from intermestic.records.models import COLLECTIONS
from intermestic.rendering.render import render
from intermestic.writing.docs import sync

PROJECT = Path(__file__).resolve().parents[2]
SIZES = (200, 1_000, 5_000, 20_000)
PARAGRAPHS = 25
STATEMENTS = 100
STAGES = ("load", "validate", "link", "render", "sync", "sync again")


def make_collection(data: Path, size: int) -> None:
    """Writes `size` records with about 15 cross-links each, the same for the same size."""
    chance = random.Random(size)
    count = {"sources": max(2, size // 100), "policy_areas": size // 50, "terms": size // 20}
    count |= {"dates": size // 4, "initiatives": size // 5, "propositions": size // 50}
    count["actors"] = size - sum(count.values())
    ids = {name: [f"{name.rstrip('s').replace('_', '-')}-{n}" for n in range(count[name])]
           for name in COLLECTIONS}  # fmt: skip

    def some(collection: str, number: int) -> list[str]:
        return chance.sample(ids[collection], min(number, count[collection]))

    def cite() -> str:
        return f"{chance.choice(ids['sources'])}#{chance.randint(1, PARAGRAPHS)}"

    def prose(links: list[str]) -> str:
        return " ".join(f"A clause of middling length that leads to [[{id}]]." for id in links)

    def subjects() -> list[str]:
        return some("actors", 2) + some("initiatives", 1) + some("dates", 1)

    makers: dict[str, Callable[[], dict]] = {
        "actors": lambda: {
            "type": "person", "summary": prose(subjects()),
            "member_of": [{"id": id, "cite": cite()} for id in some("initiatives", 2)],
        },
        "initiatives": lambda: {
            "type": "agreement", "when": "2006/2012", "summary": prose(subjects()),
            "areas": some("policy_areas", 2),
            "standing": {"state": "in force", "cite": cite()},
            "parties": [{"id": id, "cite": cite()} for id in some("actors", 3)],
        },
        "dates": lambda: {
            "type": "happened", "when": f"{chance.randint(1990, 2021)}-0{chance.randint(1, 9)}",
            "summary": prose(subjects()), "participants": some("actors", 3),
            "initiatives": some("initiatives", 2), "areas": some("policy_areas", 1),
        },
        "policy_areas": lambda: {"scope": prose(subjects())},
        "terms": lambda: {"definition": prose(subjects())},
        "propositions": lambda: {
            "summary": prose(subjects()), "about": some("policy_areas", 1),
            "positions": [
                {"stance": "agrees", "text": prose(some("actors", 2)), "cite": f"{source}#1"}
                for source in some("sources", 2)
            ],
        },
        "sources": lambda: {
            "type": "essay", "authorship": "Made up.", "thesis": prose(subjects()),
            "date": str(chance.randint(2021, 2030)), "date_basis": "Made up.",
            "paragraphs": PARAGRAPHS, "sections": [{"heading": "Opening", "first": 1}],
            "statements": [
                {
                    "id": f"statement-{n}", "kind": "fact", "para": n % PARAGRAPHS + 1,
                    "phrase": "a few words of it", "text": prose(subjects()),
                    "areas": some("policy_areas", 1),
                }
                for n in range(STATEMENTS)
            ],
        },
    }  # fmt: skip
    for collection, make in makers.items():
        folder = data / collection
        folder.mkdir(parents=True)
        for id in ids[collection]:
            record = {"name": id.replace("-", " ").capitalize(), "cite": cite(), **make()}
            text = yaml.dump(record, Dumper=yaml.CSafeDumper, sort_keys=False)
            (folder / f"{id}.yml").write_text(text, encoding="utf-8")


def measure_stages(root: Path) -> Iterator[tuple[str, float, float]]:
    """Each stage of a build of `root`: its name, CPU seconds, and peak memory so far in MB."""
    state: dict = {}

    def run_load() -> None:
        state["loaded"] = load(root, COLLECTIONS)

    def run_validate() -> None:
        state["valid"], problems = validate(state["loaded"].records)
        assert not problems, problems[0]

    def run_link() -> None:
        state["knowledge"], problems = link(state["valid"], state["loaded"].collection_of)
        assert not problems, problems[0]

    def run_render() -> None:
        publication, _ = read_publication(root)
        assert publication
        context = Context(state["knowledge"], site_name=publication.name)
        state["pages"] = render(pages(context), publication.edition)

    def run_sync() -> None:
        encoded = {path: text.encode() for path, text in state["pages"].items()}
        state["changes"] = sync(root / "docs", encoded, "pages")

    runs = (run_load, run_validate, run_link, run_render, run_sync, run_sync)
    for name, run in zip(STAGES, runs, strict=True):
        start = time.process_time()
        run()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield name, time.process_time() - start, peak
    assert not state["changes"].written, "a second build wrote pages"


def measure_site(root: Path) -> tuple[float, float, float]:
    """CPU seconds and peak memory in MB of `mkdocs build`, and the size of the site in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = sum(path.stat().st_size for path in (root / "site").rglob("*") if path.is_file())
    return seconds, after.ru_maxrss / 1024, size / 1e6


def make_project(root: Path, size: int) -> None:
    """A project with made-up records and the real code, theme and settings."""
    make_collection(root / "data", size)
    shutil.copytree(PROJECT / "docs" / "assets", root / "docs" / "assets")
    for name in ("about.md", "guide.md", "trust.md", "publishing.md", "changelog.md"):
        (root / "docs" / name).write_text("# Made up\n", encoding="utf-8")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    shutil.copy(PROJECT / "tests" / "sample" / "data" / "publication.yml", root / "data")
    (root / "scripts").symlink_to(PROJECT / "scripts")


def measure(size: int, with_site: bool) -> dict:
    """All figures for one size; in a process of its own, so that memory is not another's."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_project(root, size)
        stages = json.loads(
            subprocess.run(
                [sys.executable, __file__, "--stages-of", folder],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        return {"size": size, "stages": stages, "site": measure_site(root) if with_site else None}


def row(result: dict) -> str:
    """A line of the table."""
    stages = {name: (seconds, peak) for name, seconds, peak in result["stages"]}
    first = sum(seconds for name, (seconds, _) in stages.items() if name != "sync again")
    cells = [f"{result['size']:,}"]
    cells += [f"{stages[name][0]:.2f} / {stages[name][1]:.0f}" for name in STAGES]
    cells.append(f"{first:.2f}, {first / result['size'] * 1000:.2f}")
    if result["site"]:
        seconds, peak, size = result["site"]
        rest = seconds - first
        cells += [f"{rest:.1f} / {peak:.0f}", f"{first / rest:.0%}", f"{size:.0f}"]
    else:
        cells += ["not run", "", ""]
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Prints the table, a row a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--no-site", action="store_true", help="leave MkDocs out")
    parser.add_argument("--stages-of", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stages_of:
        print(json.dumps(list(measure_stages(options.stages_of))))
        return
    heads = ["records", *(f"{name}: s / MB" for name in STAGES), "build: s, ms a record"]
    heads += ["MkDocs besides: s / MB", "build ÷ MkDocs", "site: MB"]
    print("| " + " | ".join(heads) + " |")
    print("|" + " --: |" * len(heads), flush=True)
    for size in options.sizes:
        print(row(measure(size, not options.no_site)), flush=True)


if __name__ == "__main__":
    main()
