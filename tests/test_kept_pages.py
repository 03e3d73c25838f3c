"""Pages that MkDocs converted before: kept, and used again only while they are what they were."""

import re
import shutil
from pathlib import Path

import pytest
from support.sites import mkdocs_build

ABOUT = "docs/about.md"


@pytest.fixture
def project(sample_site: Path, tmp_path: Path) -> Path:
    """The sample with its site, and with what its build kept."""
    return Path(shutil.copytree(sample_site, tmp_path / "project", symlinks=True))


def kept(project: Path) -> dict[str, float]:
    """When each kept page was written."""
    return {path.name: path.stat().st_mtime_ns for path in (project / ".cache/pages").iterdir()}


def html(project: Path) -> dict[str, bytes]:
    site = project / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*.html")}


def test_a_build_of_what_was_built_before_converts_nothing_and_makes_the_same(
    project: Path,
) -> None:
    before, site = kept(project), html(project)
    assert mkdocs_build(project, "--strict").returncode == 0
    assert kept(project) == before
    assert html(project) == site


def test_what_is_kept_may_be_deleted(project: Path) -> None:
    before, site = kept(project), html(project)
    shutil.rmtree(project / ".cache")
    assert mkdocs_build(project, "--strict").returncode == 0
    assert kept(project).keys() == before.keys()
    assert html(project) == site


def test_a_page_that_changes_is_converted_and_its_old_form_not_kept(project: Path) -> None:
    before = kept(project)
    (project / ABOUT).write_text("# About\n\nAnew.\n", encoding="utf-8")
    assert mkdocs_build(project, "--strict").returncode == 0
    after = kept(project)
    assert len(after) == len(before)
    assert len(after.keys() - before.keys()) == 1


def test_a_page_is_converted_again_if_what_converts_it_has_other_settings(project: Path) -> None:
    before = kept(project)
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("toc_depth: 3", "toc_depth: 2")
    settings.write_text(text, encoding="utf-8")
    assert mkdocs_build(project, "--strict").returncode == 0
    assert not kept(project).keys() & before.keys()


def test_a_link_to_a_page_that_is_gone_is_told_again(project: Path) -> None:
    extra = project / "docs" / "more" / "extra.md"
    extra.parent.mkdir()
    extra.write_text("# Extra\n", encoding="utf-8")
    (project / ABOUT).write_text("# About\n\n[Extra](more/extra.md)\n", encoding="utf-8")
    assert mkdocs_build(project).returncode == 0
    extra.unlink()
    for _ in range(2):
        built = mkdocs_build(project, "--strict")
        assert built.returncode == 1
        assert "contains a link 'more/extra.md', but the target is not found" in built.stderr


WARNINGS = {
    "terms/upstream-debt.md#none": "does not contain an anchor '#none'",
    "#none": "there is no such anchor on this page",
    "/terms/": "contains an absolute link '/terms/', it was left as is",
}


def test_a_warning_is_given_each_time(project: Path) -> None:
    links = "".join(f"[Elsewhere]({link})\n" for link in WARNINGS)
    (project / ABOUT).write_text(f"# About\n\n{links}", encoding="utf-8")
    for _ in range(2):
        built = mkdocs_build(project, "--strict")
        assert built.returncode == 1
        said = re.sub(r"\s+", " ", built.stderr)
        assert {warning: said.count(warning) for warning in WARNINGS.values()} == dict.fromkeys(
            WARNINGS.values(), 1
        )
