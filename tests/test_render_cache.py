"""Rendering with a cache: the same pages as without, and less work."""

import shutil
from pathlib import Path

import pytest
from support import TESTS
from support.projects import content, context_of, rendered

from intermestic.pages.base import Page
from intermestic.pages.registry import pages
from intermestic.rendering import render
from intermestic.rendering.cache import RenderCache
from intermestic.rendering.render import Writer

FILES = [path.relative_to(TESTS / "sample") for path in (TESTS / "sample").glob("data/**/*.yml")]


@pytest.fixture
def cache(sample: Path) -> RenderCache:
    """A cache that has the pages of the sample."""
    cache = RenderCache()
    render_cached(sample, cache)
    return cache


def render_cached(root: Path, cache: RenderCache) -> dict[str, str]:
    data = content(root)
    return cache.render(pages(context_of(data)), data.publication.edition)


def render_anew(root: Path) -> dict[str, str]:
    return rendered(content(root))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_record_of_another_name_is_named_so_on_every_page(
    file: Path, sample: Path, cache: RenderCache
) -> None:
    edit(sample / file, "name: ", "name: Another ")
    assert render_cached(sample, cache) == render_anew(sample)


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
def test_an_edit_shows_wherever_it_shows_without_a_cache(
    file: str, old: str, new: str, sample: Path, cache: RenderCache
) -> None:
    before = render_anew(sample)
    edit(sample / "data" / file, old, new)
    after = render_anew(sample)
    assert after != before
    assert render_cached(sample, cache) == after


def test_the_pages_of_a_new_record_and_of_one_that_is_gone_are_made_and_forgotten(
    sample: Path, cache: RenderCache
) -> None:
    added = sample / "data" / "terms" / "downstream.yml"
    added.write_text("name: downstream\ndefinition: Below.\n", encoding="utf-8")
    assert render_cached(sample, cache) == render_anew(sample)
    added.unlink()
    assert render_cached(sample, cache) == render_anew(sample)


def test_an_edited_template_is_used(
    sample: Path, cache: RenderCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(render.TEMPLATES, templates)
    monkeypatch.setattr(render, "TEMPLATES", templates)
    monkeypatch.setattr("intermestic.rendering.cache.TEMPLATES", templates)
    for template in templates.glob("*.md.jinja"):
        if not template.name.startswith("_"):
            template.write_text(template.read_text(encoding="utf-8") + "\nThe end.\n")
    assert all("The end." in text for text in render_cached(sample, cache).values())


@pytest.fixture
def written(cache: RenderCache, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that are rendered from now on."""
    paths: list[str] = []
    write = Writer.write

    def noting(writer: Writer, page: Page) -> str:
        paths.append(page.frame.path)
        return write(writer, page)

    monkeypatch.setattr(Writer, "write", noting)
    return paths


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        pytest.param(
            "terms/upstream-debt.yml",
            "owes",
            "has long owed",
            {"terms/index.md", "terms/upstream-debt.md"},
            id="a definition",
        ),
        pytest.param(
            "sources/northcott-2022.yml",
            "took the place of",
            "replaced",
            {
                "editions/index.md",
                "initiatives/river-pact.md",
                "initiatives/river-treaty.md",
                "policy_areas/water.md",
                "sources/northcott-2022.md",
            },
            id="a statement",
        ),
        pytest.param(
            "policy_areas/dams.yml",
            "name: Dams",
            "name: Weirs",
            {
                "a-z/index.md",
                "index.md",
                "actors/arcadia.md",
                "editions/index.md",
                "initiatives/river-pact.md",
                "matrix/index.md",
                "policy_areas/dams.md",
                "policy_areas/index.md",
                "policy_areas/water.md",
                "recommendations/index.md",
                "sources/northcott-2020.md",
                "terms/upstream-debt.md",
            },
            id="a name",
        ),
    ],
)
def test_only_the_pages_on_which_an_edit_shows_are_rendered(
    file: str,
    old: str,
    new: str,
    changed: set[str],
    sample: Path,
    cache: RenderCache,
    written: list[str],
) -> None:
    edit(sample / "data" / file, old, new)
    render_cached(sample, cache)
    assert set(written) == changed


def test_without_an_edit_nothing_is_rendered(
    sample: Path, cache: RenderCache, written: list[str]
) -> None:
    render_cached(sample, cache)
    assert written == []
