"""The site as MkDocs builds it, from the sample; as it serves it: test_preview.py."""

import re
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from support.sites import mkdocs_build, mkdocs_build_here


def page(project: Path, name: str) -> str:
    return (project / "site" / name / "index.html").read_text(encoding="utf-8")


def test_plain_mkdocs_builds_pages_and_site_without_a_warning(sample: Path) -> None:
    built = mkdocs_build(sample, "--strict")
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    assert "Shares the water of the river" in page(sample, "initiatives/river-treaty")


def test_mkdocs_build_stops_at_a_broken_record_and_names_it(sample: Path) -> None:
    (sample / "data" / "actors" / "arcadia.yml").write_text("", encoding="utf-8")
    built = mkdocs_build_here(sample, "--strict")
    assert built.exit_code == 1
    assert "data/actors/arcadia.yml:1:1: (file): nothing, expected a record" in built.stderr


def current(project: Path, name: str) -> list[str]:
    """Where those links of the menu lead that are marked as leading to the present place."""
    return re.findall(r'<a href="([^"]*)" aria-current="(?:true|page)"', page(project, name))


def test_the_collection_of_a_record_is_the_active_section(sample_site: Path) -> None:
    for name, section in (("initiatives/river-treaty", "../"), ("initiatives", "./")):
        assert current(sample_site, name) == [section]


def test_a_former_address_leads_on_to_the_present_one(sample_site: Path) -> None:
    assert '<meta http-equiv="refresh" content="0; url=../arcadia/">' in page(
        sample_site, "actors/arcady"
    )


def test_of_an_overview_the_menu_marks_the_page_itself(sample_site: Path) -> None:
    assert current(sample_site, "figures") == ["./"]


def test_the_navigation_of_a_page_does_not_carry_the_records(sample_site: Path) -> None:
    navigation = page(sample_site, "terms/upstream-debt").partition("<main")[0]
    assert "river-treaty" not in navigation


def test_the_sitemap_names_every_page(sample_site: Path) -> None:
    site = sample_site / "site"
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    named = set(re.findall("<loc>https://intermestic.example/(.*)</loc>", sitemap))
    present = {
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in site.rglob("*.html")
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    }
    assert named == present - {"404.html"}


def test_nothing_of_material_is_in_the_site(sample_site: Path) -> None:
    [material] = find_spec("material").submodule_search_locations
    theirs = {file_hash(path) for path in Path(material, "templates", "assets").rglob("*.*")}
    ours = {file_hash(path) for path in (sample_site / "site").rglob("*.*") if path.is_file()}
    assert len(theirs) > 20
    assert not theirs & ours


def file_hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_a_hostile_title_is_shown_as_text(sample: Path) -> None:
    path = sample / "data" / "terms" / "upstream-debt.yml"
    hostile = "name: '</title><script>alert(1)</script>'"
    text = path.read_text(encoding="utf-8").replace("name: upstream debt", hostile)
    path.write_text(text, encoding="utf-8")
    assert mkdocs_build_here(sample, "--strict").exit_code == 0
    assert "<script>alert" not in page(sample, "terms/upstream-debt")
