"""The site is the same whichever program renders it."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from support.comparison import differences
from support.sites import build_whole, mkdocs_build

from intermestic.cli import main
from intermestic.site.renderers import DEFAULT, RENDERERS

# These need not be installed; the workflow has a job for each.
MAY_LACK = {"zensical"}
OTHERS = [name for name in RENDERERS if name != DEFAULT]


@pytest.mark.parametrize("renderer", OTHERS)
def test_a_renderer_makes_the_same_site_as_mkdocs(
    renderer: str, sample_site: Path, sample: Path
) -> None:
    if renderer in MAY_LACK and not find_spec(RENDERERS[renderer]):
        pytest.skip(f"{renderer} is not installed")
    build_whole(sample, renderer=renderer)
    assert differences(sample_site / "site", sample / "site") == []


def test_mkdocs_by_itself_makes_the_same_site_byte_for_byte(
    sample_site: Path, sample: Path
) -> None:
    built = mkdocs_build(sample, "--strict")
    assert built.returncode == 0, built.stderr
    one, two = sample_site / "site", sample / "site"
    assert differences(one, two) == []
    assert (one / "SHA256SUMS").read_bytes() == (two / "SHA256SUMS").read_bytes()


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
