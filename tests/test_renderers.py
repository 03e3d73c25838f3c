"""The site is the same whichever program renders it."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from support.comparison import differences
from support.sites import build_whole, mkdocs_build

from intermestic.addresses import CHECKSUMS
from intermestic.cli import main
from intermestic.site.renderers import RENDERERS


def assert_same_bytes(one: Path, two: Path) -> None:
    """The sites of two projects are the same byte for byte."""
    assert differences(one / "site", two / "site") == []
    sums = [(project / "site" / CHECKSUMS).read_bytes() for project in (one, two)]
    assert sums[0] == sums[1]


@pytest.mark.parametrize("renderer", ["plain", "properdocs"])
def test_a_renderer_makes_the_site_that_mkdocs_makes_byte_for_byte(
    renderer: str, sample_site: Path, sample: Path
) -> None:
    build_whole(sample, renderer=renderer)
    assert_same_bytes(sample_site, sample)


def test_mkdocs_run_by_itself_makes_it_too(sample_site: Path, sample: Path) -> None:
    built = mkdocs_build(sample, "--strict")
    assert built.returncode == 0, built.stderr
    assert_same_bytes(sample_site, sample)


def test_zensical_makes_a_site_that_reads_the_same(sample_site: Path, sample: Path) -> None:
    if not find_spec(RENDERERS["zensical"]):
        pytest.skip("zensical is not installed; the workflow has a job for it")
    build_whole(sample, renderer="zensical")
    assert differences(sample_site / "site", sample / "site") == []


def test_the_comparison_sees_a_page_a_link_an_id_a_head_and_a_file_that_differ(
    sample_site: Path, tmp_path: Path
) -> None:
    changes = {
        "about/index.html": ('href="../guide/"', 'href="../trust/"'),
        "guide/index.html": ('id="cite-page"', 'id="cite-pages"'),
        "trust/index.html": ('"citation_title"', '"citation_titles"'),
        "terms/index.html": ("upstream", "downstream"),
        "terms/upstream-debt/cite.bib": ("title", "titel"),
    }
    other = shutil.copytree(sample_site / "site", tmp_path / "site")
    for name, (old, new) in changes.items():
        text = (other / name).read_text(encoding="utf-8")
        assert old in text
        (other / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    (other / "404.html").unlink()
    assert differences(sample_site / "site", other) == ["404.html", *sorted(changes)]


def test_a_renderer_that_is_not_installed_is_named_with_what_to_install(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setitem(RENDERERS, "zensical", "no_such_module")
    assert main(["--root", str(sample), "site", "--renderer", "zensical"]) == 2
    assert capsys.readouterr().err == (
        "intermestic: zensical is not installed; try: python -m pip install zensical\n"
    )


def test_an_unknown_renderer_is_misuse(sample: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["--root", str(sample), "site", "--renderer", "hugo"]) == 2
    assert capsys.readouterr().err == (
        "intermestic: invalid value for '--renderer': 'hugo' is not one of 'mkdocs', 'properdocs', "
        "'zensical', 'plain'; see: intermestic site --help\n"
    )
