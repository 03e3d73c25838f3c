"""The site as MkDocs serves it while it is edited, from the sample: what a reader of it sees.

Most tests share a server; what a test has edited is put back after it.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support import PROJECT
from support.projects import copy_sample, edit

from intermestic.cli import main

PATIENCE = 60  # seconds; the machine may be busy
DEBT = "data/terms/upstream-debt.yml"
TEMPLATE = "scripts/intermestic/rendering/templates/terms.md.jinja"
RELOAD = re.compile(rb"<script>\nvar livereload.*?</script>", re.DOTALL)
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
BASE_TEMPLATE = "scripts/intermestic/rendering/templates/record.md.jinja"
PROPOSITION = "data/propositions/upstream-pays.yml"  # to which no record refers


@dataclass
class Server:
    """`mkdocs serve` at work on `project`."""

    project: Path
    options: tuple[str, ...] = ()
    address: str = ""
    process: subprocess.Popen | None = None
    originals: dict[Path, str | None] = field(default_factory=dict)

    @property
    def log(self) -> str:
        return (self.project / "serve.log").read_text(encoding="utf-8")

    def start(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "mkdocs", "serve", *self.options]
        (self.project / "tmp").mkdir()
        with (self.project / "serve.log").open("w", encoding="utf-8") as output:
            self.process = subprocess.Popen(
                [*command, "--dev-addr", f"127.0.0.1:{port}"],
                cwd=self.project,
                env={
                    **os.environ,
                    "NO_MKDOCS_2_WARNING": "1",
                    "TMPDIR": str(self.project / "tmp"),
                    # MkDocs asks for our part of Markdown before it reads the hook's folder.
                    "PYTHONPATH": str(self.project / "scripts"),
                },
                stdout=output,
                stderr=output,
                # Ctrl-C ends it even if whoever runs the tests ignores that.
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            )
        assert until(lambda: self.process.poll() is not None or self.get("about")), self.log

    def stop(self) -> int:
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def put_back(self) -> None:
        """Make the project what it was before any edit, and wait until that is served."""
        edited = [path for path, text in self.originals.items() if text_of(path) != text]
        builds = self.builds()
        for path in edited:
            text = self.originals[path]
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        if edited:
            assert until(lambda: self.builds() > builds and "alert" not in self.get("about"))
        self.originals.clear()

    def read(self, path: str) -> bytes:
        with urllib.request.urlopen(f"{self.address}/{path}", timeout=20) as answer:
            return answer.read()

    def get(self, name: str) -> str:
        """The page, also if it is the one that says that there is none."""
        try:
            return self.read(f"{name}/").decode()
        except urllib.error.HTTPError as error:
            return f"{error.code} {error.read().decode()}"

    def builds(self) -> int:
        return self.log.count("Reloading browsers")

    def write(self, file: str, text: str) -> None:
        path = self.project / file
        self.originals.setdefault(path, text_of(path))
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        text = (self.project / file).read_text(encoding="utf-8")
        assert old in text
        self.write(file, text.replace(old, new, 1))

    def shows(self, name: str, words: str) -> bool:
        return until(lambda: words in self.get(name))

    def hides(self, name: str, words: str) -> bool:
        return until(lambda: words not in self.get(name))


def text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def until(holds: Callable[[], object]) -> bool:
    """Whether `holds` comes true before patience runs out."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if holds():
                return True
        except OSError:
            pass  # not listening yet
        time.sleep(0.05)
    return False


def make_project(root: Path) -> Path:
    """The sample with a copy of the code and theme, for tests that edit them."""
    copy_sample(root)
    (root / "scripts").unlink()
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "scripts", root / "scripts", ignore=ignored)
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(make_project(tmp_path_factory.mktemp("preview") / "project"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    """A server of the sample as it is."""
    yield running
    running.put_back()


def test_a_preview_has_each_page_and_file_of_the_site_byte_for_byte(
    server: Server, sample_site: Path
) -> None:
    """But the policy, which would not let the browser be told to reload, and the search index."""
    built = sample_site / "site"
    names = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    names = {name for name in names if not name.startswith("pagefind/")}
    assert len(names) > 200
    different = [
        name
        for name in sorted(names - {"404.html", "SHA256SUMS"})
        if RELOAD.sub(b"", server.read(name)) != POLICY.sub(b"", (built / name).read_bytes())
    ]
    assert different == []


def test_the_markdown_of_a_page_that_was_looked_at_is_in_docs(
    server: Server, sample_site: Path
) -> None:
    server.get("terms/upstream-debt")
    made, built = (it / "docs/terms/upstream-debt.md" for it in (server.project, sample_site))
    assert made.read_bytes() == built.read_bytes()


def test_a_page_that_was_changed_by_hand_is_left_and_told(server: Server) -> None:
    server.get("terms/upstream-debt")
    page = server.project / "docs" / "terms" / "upstream-debt.md"
    made = page.read_text(encoding="utf-8")
    page.write_text("By hand.\n", encoding="utf-8")
    server.edit(DEBT, "owes", "has long owed")
    assert server.shows("terms/upstream-debt", "docs/terms/upstream-debt.md:1:1: (file): changed")
    assert "This page could not be written to docs/." in server.get("terms/upstream-debt")
    assert "has long owed" in server.get("terms/upstream-debt")
    assert page.read_text(encoding="utf-8") == "By hand.\n"
    page.write_text(made, encoding="utf-8")


def test_no_address_leads_out_of_the_site(server: Server) -> None:
    for address in ("pagefind/../../mkdocs.yml", "pagefind/%2e%2e/%2e%2e/mkdocs.yml"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            server.read(address)


def test_the_search_waits_for_a_site_to_be_built(server: Server) -> None:
    assert b"waits: true" in server.read("pagefind/pagefind.js")
    index = server.project / "site" / "pagefind"
    index.mkdir(parents=True)
    (index / "pagefind.js").write_text("// the last index", encoding="utf-8")
    assert server.read("pagefind/pagefind.js") == b"// the last index"


def test_a_preview_of_a_site_below_a_path_stands_at_the_root_of_its_host(project: Path) -> None:
    edit(project / "data" / "publication.yml", "https://intermestic.example/\n",
         "https://example.org/repo/\n")  # fmt: skip
    server = Server(project)
    server.start()
    try:
        missing = server.get("actors/nobody")
    finally:
        server.stop()
    assert missing.startswith("404")
    assert 'href="/sources/"' in missing
    assert "/repo/" not in missing


def test_an_edited_record_shows_after_one_build(server: Server) -> None:
    builds = server.builds()
    server.edit(DEBT, "owes", "has long owed")
    assert server.shows("terms/upstream-debt", "has long owed")
    time.sleep(1)  # a loop would have built again by now
    assert server.builds() == builds + 1


def test_browsers_are_told_to_reload(server: Server) -> None:
    epoch, request = re.search(r"livereload\((\d+), (\d+)\)", server.get("about")).groups()
    server.edit(DEBT, "owes", "has long owed")
    address = f"{server.address}/livereload/{epoch}/{request}"
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        assert int(answer.read()) > int(epoch)
    assert "has long owed" in server.get("terms/upstream-debt")


def test_records_can_be_added_renamed_and_removed(server: Server) -> None:
    server.write("data/terms/downstream.yml", "name: downstream\ndefinition: Below.\n")
    assert server.shows("terms/downstream", "Below.")
    assert "downstream" in server.get("terms")
    terms = server.project / "data" / "terms"
    (terms / "downstream.yml").rename(terms / "below.yml")
    assert server.shows("terms/below", "Below.")
    assert server.get("terms/downstream").startswith("404 ")
    (terms / "below.yml").unlink()
    assert server.hides("terms", "downstream")
    assert server.get("terms/below").startswith("404 ")


def test_a_hand_written_page_shows_when_edited(server: Server) -> None:
    server.edit("docs/about.md", "# About", "# About the sample")
    assert server.shows("about", "About the sample")


def test_a_hand_written_page_with_an_older_time_shows_too(server: Server) -> None:
    page = server.project / "docs" / "about.md"
    server.originals[page] = text_of(page)
    kept = page.with_name("kept.txt")
    kept.write_text("# About, as it was\n", encoding="utf-8")
    os.utime(kept, (1, 1))
    kept.replace(page)
    assert server.shows("about", "About, as it was")


def test_a_page_in_a_new_folder_is_seen_and_gone_when_removed(server: Server) -> None:
    server.write("docs/guide/first.md", "# First steps\n")
    assert server.shows("guide/first", "First steps")
    server.edit("docs/guide/first.md", "First", "Second")
    assert server.shows("guide/first", "Second steps")
    shutil.rmtree(server.project / "docs" / "guide")
    assert until(lambda: server.get("guide/first").startswith("404 "))


def test_a_link_by_hand_holds_once_its_record_is_there(server: Server) -> None:
    server.edit("docs/about.md", "# About", "# About\n\n[Below](terms/downstream.md)")
    assert server.shows("about", 'href="terms/downstream.md"')
    server.write("data/terms/downstream.yml", "name: downstream\ndefinition: Below.\n")
    assert server.shows("about", 'href="../terms/downstream/"')


def test_a_new_title_shows_in_the_menu_of_every_page(server: Server) -> None:
    server.edit("docs/about.md", "# About", "# Of this sample")
    assert server.shows("terms/upstream-debt", "Of this sample</a>")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("mkdocs.yml", "copyright: ", "copyright: Another. "),
        ("scripts/theme/partials/header.html", "</header>", "Another header</header>"),
        ("data/publication.yml", "name: ", "name: Another "),
    ],
)
def test_what_stands_on_every_page_shows_on_every_page(
    file: str, old: str, new: str, server: Server
) -> None:
    server.edit(file, old, new)
    assert server.shows("about", "Another")
    assert "Another" in server.get("terms/upstream-debt")


def test_an_edited_template_shows(server: Server) -> None:
    server.edit(TEMPLATE, "\n", "\n{{ 'So be it.' }}\n\n")
    assert server.shows("terms/upstream-debt", "So be it.")


def test_a_broken_record_is_told_on_every_page_of_the_last_good_site_until_mended(
    server: Server,
) -> None:
    server.edit(DEBT, "definition:", "definitoin:")
    problem = f"{DEBT}:3:1: definitoin: unknown field"
    for page in ("terms/upstream-debt", "actors/arcadia", "about", "nowhere"):
        assert server.shows(page, problem)
    assert "What a country owes" in server.get("terms/upstream-debt")
    assert problem in server.log
    server.edit(DEBT, "definitoin:", "definition:")
    for page in ("terms/upstream-debt", "actors/arcadia", "about"):
        assert server.hides(page, problem)


@pytest.mark.parametrize(
    ("file", "broken", "told"),
    [
        ("scripts/theme/main.html", "{% if %}", "TemplateSyntaxError: Expected an expression"),
        (TEMPLATE, "{% if %}", "templates/terms.md.jinja:"),
        (BASE_TEMPLATE, "{{ page.nothing }}", "templates/record.md.jinja:"),
        ("mkdocs.yml", "nav: [", "ConfigurationError: MkDocs encountered an error parsing"),
    ],
)
def test_what_breaks_the_build_is_told_on_the_last_good_site_until_mended(
    file: str, broken: str, told: str, server: Server
) -> None:
    text = (server.project / file).read_text(encoding="utf-8")
    server.write(file, text + broken)
    assert server.shows("terms/upstream-debt", told)
    assert "What a country owes" in server.get("terms/upstream-debt")
    server.write(file, text)
    assert server.hides("terms/upstream-debt", told)
    assert "What a country owes" in server.get("terms/upstream-debt")


def test_a_preview_begins_without_the_records_that_have_problems(project: Path) -> None:
    record = (project / PROPOSITION).read_text(encoding="utf-8")
    (project / PROPOSITION).write_text("", encoding="utf-8")
    server = Server(project)
    server.start()
    problem = f"{PROPOSITION}:1:1: (file): nothing, expected a record"
    assert problem in server.log
    assert problem in server.get("about")
    assert "some are left out here" in server.get("about")
    assert server.get("propositions/upstream-pays").startswith("404 ")
    ids = project / "docs" / "schemas" / "ids.json"
    assert "upstream-pays" in ids.read_text(encoding="utf-8")
    server.write(PROPOSITION, record)
    assert server.shows("propositions/upstream-pays", "Northcott 2020")
    assert problem not in server.get("about")
    server.stop()


def test_a_preview_begins_though_a_statement_of_an_edition_is_gone(project: Path) -> None:
    release = ["release", "0.1", "2026-11-22"]
    assert main(["--root", str(project), *release]) == 0
    server = Server(project)
    server.edit("data/sources/northcott-2022.yml", "id: better-than-before", "id: much-better")
    server.start()
    assert "no 'northcott-2022/better-than-before'" in server.log
    assert server.shows("sources/northcott-2022", "much-better")
    server.stop()


def test_a_record_that_is_being_written_does_not_hold_up_the_others(server: Server) -> None:
    server.write("data/terms/downstream.yml", "name: downstream\n")
    problem = "data/terms/downstream.yml:1:1: definition: missing"
    assert server.shows("about", problem)
    server.edit(DEBT, "owes", "has long owed")
    assert server.shows("terms/upstream-debt", "has long owed")
    assert problem in server.get("terms/upstream-debt")
    assert 'href="downstream/"' not in server.get("terms")
    server.write("data/terms/downstream.yml", "name: downstream\ndefinition: Below.\n")
    assert server.shows("terms/downstream", "Below.")
    assert problem not in server.get("terms/downstream")


def test_an_edit_during_the_first_build_shows(project: Path) -> None:
    """The edit is made as MkDocs begins to serve, by a hook of the test's own."""
    (project / "edit.py").write_text(
        "from pathlib import Path\n"
        "def on_post_build(config):\n"
        f"    record = Path({DEBT!r})\n"
        "    text = record.read_text(encoding='utf-8')\n"
        "    if 'has long owed' not in text:\n"
        "        record.write_text(text.replace('owes', 'has long owed'), encoding='utf-8')\n",
        encoding="utf-8",
    )
    server = Server(project)
    server.edit("mkdocs.yml", "hooks:\n", "hooks:\n  - edit.py\n")
    server.start()
    assert server.shows("terms/upstream-debt", "has long owed")
    server.stop()


def test_a_preview_does_not_begin_if_it_is_not_known_what_is_published(project: Path) -> None:
    server = Server(project)
    server.edit("data/publication.yml", "name:", "nmae:")
    server.start()
    assert server.process.wait() == 1
    assert "data/publication.yml:3:1: nmae: unknown field" in server.log


def test_an_interrupt_ends_it_and_leaves_nothing_behind(project: Path) -> None:
    server = Server(project)
    server.start()
    assert server.stop() == 0
    assert "Shutting down" in server.log
    assert "Traceback" not in server.log
    assert list((project / "tmp").iterdir()) == []


def test_without_live_reload_the_whole_site_is_built_and_served(project: Path) -> None:
    server = Server(project, options=("--no-livereload",))
    server.start()
    assert "What a country owes" in server.get("terms/upstream-debt")
    assert server.read("pagefind/pagefind.js")
    server.stop()
