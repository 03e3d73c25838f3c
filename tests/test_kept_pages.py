"""What is kept from build to build, and used again only while it is what would be made."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from support.sites import mkdocs_build_here

ABOUT = "docs/about.md"


@pytest.fixture
def project(sample_site: Path, tmp_path: Path) -> Path:
    """The sample with its site, and with what its build kept."""
    return Path(shutil.copytree(sample_site, tmp_path / "project", symlinks=True))


def kept(project: Path, kind: str = "pages") -> dict[str, int]:
    """The key of each page that is kept, or of what is of another kind; and which came when."""
    with closing(sqlite3.connect(project / ".cache" / f"{kind}.sqlite")) as database:
        return dict(database.execute("SELECT key, rowid FROM kept"))


def html(project: Path) -> dict[str, bytes]:
    site = project / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*.html")}


def all_kept(project: Path) -> dict[str, dict[str, int]]:
    kinds = ("exports", "markdown", "pages", "cards", "search")
    return {kind: kept(project, kind) for kind in kinds}


def site_files(project: Path) -> dict[str, bytes]:
    site = project / "site"
    return {str(it.relative_to(site)): it.read_bytes() for it in site.rglob("*") if it.is_file()}


def test_a_build_of_what_was_built_before_makes_nothing_anew_and_the_same_site(
    project: Path,
) -> None:
    before, site = all_kept(project), site_files(project)
    assert mkdocs_build_here(project, "--strict").exit_code == 0
    assert all_kept(project) == before
    assert site_files(project) == site


def test_of_a_record_that_changes_only_the_pages_that_show_it_are_made_anew(project: Path) -> None:
    before = all_kept(project)
    record = project / "data" / "terms" / "upstream-debt.yml"
    record.write_text(record.read_text("utf-8").replace("owes", "owed"), encoding="utf-8")
    assert mkdocs_build_here(project, "--strict").exit_code == 0
    after = all_kept(project)
    assert {kind: len(after[kind].keys() - before[kind].keys()) for kind in after} == {
        "exports": len(before["exports"]),  # all: any may show it
        "markdown": 2,  # its own, and that of all terms
        "pages": 3,  # and that of the downloads
        "cards": 1,
        "search": 1,
    }


def test_a_file_of_an_export_that_is_no_longer_kept_is_made_anew(project: Path) -> None:
    before = site_files(project)
    with closing(sqlite3.connect(project / ".cache" / "exports.sqlite")) as database, database:
        number = database.execute("DELETE FROM kept WHERE rowid % 2").rowcount
    assert number
    assert mkdocs_build_here(project, "--strict").exit_code == 0
    assert site_files(project) == before


def test_what_is_kept_may_be_deleted(project: Path) -> None:
    before, site = kept(project), html(project)
    shutil.rmtree(project / ".cache")
    assert mkdocs_build_here(project, "--strict").exit_code == 0
    assert kept(project).keys() == before.keys()
    assert html(project) == site


def test_a_page_that_changes_is_converted_and_its_old_form_not_kept(project: Path) -> None:
    before = kept(project)
    (project / ABOUT).write_text("# About\n\nAnew.\n", encoding="utf-8")
    assert mkdocs_build_here(project, "--strict").exit_code == 0
    after = kept(project)
    assert len(after) == len(before)
    assert len(after.keys() - before.keys()) == 1


def test_a_page_is_converted_again_if_what_converts_it_has_other_settings(project: Path) -> None:
    before = kept(project)
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("toc_depth: 3", "toc_depth: 2")
    settings.write_text(text, encoding="utf-8")
    assert mkdocs_build_here(project, "--strict").exit_code == 0
    assert not kept(project).keys() & before.keys()


def test_a_link_to_a_page_that_is_gone_is_told_again(project: Path) -> None:
    extra = project / "docs" / "more" / "extra.md"
    extra.parent.mkdir()
    extra.write_text("# Extra\n", encoding="utf-8")
    (project / ABOUT).write_text("# About\n\n[Extra](more/extra.md)\n", encoding="utf-8")
    assert mkdocs_build_here(project).exit_code == 0
    extra.unlink()
    for _ in range(2):
        built = mkdocs_build_here(project, "--strict")
        assert built.exit_code == 1
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
        built = mkdocs_build_here(project, "--strict")
        assert built.exit_code == 1
        said = re.sub(r"\s+", " ", built.stderr)
        assert {warning: said.count(warning) for warning in WARNINGS.values()} == dict.fromkeys(
            WARNINGS.values(), 1
        )
