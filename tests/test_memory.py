"""Rendering from memory: as fresh as without, and with less work."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import TESTS

from intermestic.memory import Memory
from intermestic.pipeline import gather
from intermestic.rendering import render as stage
from intermestic.rendering.render import render

FILES = [path.relative_to(TESTS / "sample") for path in (TESTS / "sample").glob("data/**/*.yml")]
DEBT = Path("data/terms/upstream-debt.yml")


@pytest.fixture
def memory(sample: Path) -> Memory:
    """A memory that has the pages of the sample."""
    memory = Memory()
    pages(sample, memory)
    return memory


def pages(root: Path, memory: Memory | None = None) -> dict[str, str]:
    content, problems = gather(root)
    assert content, problems
    return render(content.knowledge, content.publication, content.editions, memory=memory)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_record_of_another_name_is_named_so_on_every_page(
    file: Path, sample: Path, memory: Memory
) -> None:
    edit(sample / file, "name: ", "name: Another ")
    assert pages(sample, memory) == pages(sample)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("terms/upstream-debt.yml", "owes", "has long owed"),
        ("sources/northcott-2020.yml", "date: 2020-03", "date: 2020-04"),
        ("sources/northcott-2020.yml", "kind: fact", "kind: assessment"),
        ("initiatives/river-treaty.yml", "areas: [water]", "areas: [dams]"),
        ("policy_areas/dams.yml", "parent: water", ""),
        ("publication.yml", "number:", 'number: "9" # '),
    ],
)
def test_an_edit_shows_wherever_it_shows_without_a_memory(
    file: str, old: str, new: str, sample: Path, memory: Memory
) -> None:
    before = pages(sample)
    edit(sample / "data" / file, old, new)
    after = pages(sample)
    assert after != before
    assert pages(sample, memory) == after


def test_the_pages_of_a_new_record_and_of_one_that_is_gone_are_made_and_forgotten(
    sample: Path, memory: Memory
) -> None:
    added = sample / "data" / "terms" / "downstream.yml"
    added.write_text("name: downstream\ndefinition: Below.\n", encoding="utf-8")
    assert pages(sample, memory) == pages(sample)
    added.unlink()
    assert pages(sample, memory) == pages(sample)


def test_an_edited_template_is_used(
    sample: Path, memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(stage.TEMPLATES, templates)
    monkeypatch.setattr(stage, "TEMPLATES", templates)
    for template in templates.glob("*.md.jinja"):
        if not template.name.startswith("_"):
            template.write_text(template.read_text(encoding="utf-8") + "\nThe end.\n")
    assert all("The end." in text for text in pages(sample, memory).values())


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that are rendered from now on."""
    paths: list[str] = []
    write: Callable = stage._Writer.write

    def noting(writer: stage._Writer, page: stage.Page) -> str:
        paths.append(page.path)
        return write(writer, page)

    monkeypatch.setattr(stage._Writer, "write", noting)
    return paths


def test_only_the_pages_that_an_edit_can_change_are_rendered(
    sample: Path, memory: Memory, rendered: list[str]
) -> None:
    edit(sample / DEBT, "owes", "has long owed")
    pages(sample, memory)
    assert set(rendered) == {"terms/upstream-debt.md", "terms/index.md"}


def test_without_an_edit_nothing_is_rendered(
    sample: Path, memory: Memory, rendered: list[str]
) -> None:
    pages(sample, memory)
    assert rendered == []
