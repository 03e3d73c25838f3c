"""The site as MkDocs builds and serves it, from the sample."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PATIENCE = 60  # seconds; the machine may be busy
MKDOCS = (sys.executable, "-m", "mkdocs")
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def build_site(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MKDOCS, "build", "--strict"],
        cwd=project,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )


def page(project: Path, name: str) -> str:
    return (project / "site" / name / "index.html").read_text(encoding="utf-8")


def test_plain_mkdocs_builds_pages_and_site_without_a_warning(sample: Path) -> None:
    built = build_site(sample)
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    assert "Shares the water of the river" in page(sample, "initiatives/river-treaty")


def test_mkdocs_build_stops_at_a_broken_record_and_names_it(sample: Path) -> None:
    (sample / "data" / "actors" / "arcadia.yml").write_text("", encoding="utf-8")
    built = build_site(sample)
    assert built.returncode == 1
    assert "data/actors/arcadia.yml:1:1: (file): nothing, expected a record" in built.stderr


def current(project: Path, name: str) -> list[str]:
    """Where those links of the menu lead that are marked as leading to the present place."""
    return re.findall(r'<a href="([^"]*)" aria-current="(?:true|page)"', page(project, name))


def test_the_collection_of_a_record_is_the_active_section(sample: Path) -> None:
    build_site(sample)
    for name, section in (("initiatives/river-treaty", "../"), ("initiatives", "./")):
        assert current(sample, name) == [section]


def test_a_former_address_leads_on_to_the_present_one(sample: Path) -> None:
    build_site(sample)
    assert '<meta http-equiv="refresh" content="0; url=../arcadia/">' in page(
        sample, "actors/arcady"
    )


def test_an_overview_is_in_the_active_section_and_no_collection_is(sample: Path) -> None:
    build_site(sample)
    assert current(sample, "forecasts") == ["../timeline/", "./"]


def test_the_navigation_of_a_page_does_not_carry_the_records(sample: Path) -> None:
    build_site(sample)
    navigation = page(sample, "terms/upstream-debt").partition("<main")[0]
    assert "river-treaty" not in navigation


def test_a_hostile_title_is_shown_as_text(sample: Path) -> None:
    path = sample / "data" / "terms" / "upstream-debt.yml"
    hostile = "name: '</title><script>alert(1)</script>'"
    text = path.read_text(encoding="utf-8").replace("name: upstream debt", hostile)
    path.write_text(text, encoding="utf-8")
    assert build_site(sample).returncode == 0
    assert "<script>alert" not in page(sample, "terms/upstream-debt")


@dataclass
class Server:
    """`mkdocs serve` at work on `project`."""

    project: Path
    address: str
    log: Path

    def get(self, name: str) -> str:
        with urllib.request.urlopen(f"{self.address}/{name}/", timeout=10) as answer:
            return answer.read().decode()

    def builds(self) -> int:
        return self.log.read_text(encoding="utf-8").count("Building documentation")

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.project / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def shows(self, name: str, words: str) -> bool:
        return until(lambda: words in self.get(name))


def until(holds: Callable[[], bool]) -> bool:
    """Whether `holds` comes true before patience runs out."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if holds():
                return True
        except OSError:
            pass  # not listening yet
        time.sleep(0.2)
    return False


@pytest.fixture
def server(sample: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = sample / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [*MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=sample,
            env=ENVIRONMENT,
            stdout=output,
            stderr=output,
        )
    server = Server(sample, f"http://127.0.0.1:{port}", log)
    try:
        assert server.shows("terms/upstream-debt", "What a country owes"), log.read_text()
        yield server
    finally:
        process.terminate()
        process.wait()


DEBT = "data/terms/upstream-debt.yml"


def test_an_edited_record_shows_after_one_build(server: Server) -> None:
    server.edit(DEBT, "owes", "has long owed")
    assert server.shows("terms/upstream-debt", "has long owed")
    time.sleep(3)  # a loop would have built again by now
    assert server.builds() == 2


def test_a_hand_written_page_shows_when_edited(server: Server) -> None:
    server.edit("docs/about.md", "# About", "# About the sample")
    assert server.shows("about", "About the sample")


def test_a_broken_record_leaves_the_last_good_site_and_is_shown_until_mended(
    server: Server,
) -> None:
    server.edit(DEBT, "definition:", "definitoin:")
    problem = f"{DEBT}:2:1: definitoin: unknown field"
    assert server.shows("terms/upstream-debt", problem)
    assert server.shows("actors/arcadia", problem)
    assert "What a country owes" in server.get("terms/upstream-debt")
    assert problem in server.log.read_text(encoding="utf-8")
    server.edit(DEBT, "definitoin:", "definition:")
    assert until(lambda: problem not in server.get("terms/upstream-debt"))


def test_records_can_be_added_and_removed(server: Server) -> None:
    added = server.project / "data" / "terms" / "downstream.yml"
    added.write_text("name: downstream\ndefinition: Below.\n", encoding="utf-8")
    assert server.shows("terms/downstream", "Below.")
    added.unlink()
    assert until(lambda: "downstream" not in server.get("terms"))
