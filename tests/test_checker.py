"""The check of a built site."""

from pathlib import Path

from intermestic.site.checker import check


def faults(tmp_path: Path, **pages: str) -> list[str]:
    for name, body in pages.items():
        (tmp_path / f"{name}.html").write_text(f"<html><body>{body}</body></html>")
    return list(check(tmp_path).faults)


def test_a_sound_site_has_no_faults(tmp_path: Path) -> None:
    home = '<a href="other.html#spot">a</a> <a href="https://example.org">b</a>'
    assert faults(tmp_path, index=home, other='<p id="spot">c</p><a href="#spot">d</a>') == []


def test_a_broken_link_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, index='<a href="gone/">a</a>') == ["index.html: broken link: gone/"]


def test_a_broken_fragment_is_a_fault(tmp_path: Path) -> None:
    home = '<a href="#gone">a</a><a href="other.html#gone">b</a>'
    assert faults(tmp_path, index=home, other="") == [
        "index.html: broken fragment: #gone",
        "index.html: broken fragment: other.html#gone",
    ]


def test_a_mark_of_the_theme_that_nobody_replaced_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, index="<!-- cite --><!-- other -->") == [
        "index.html: mark 'cite', which was to be replaced"
    ]


def test_an_id_twice_on_a_page_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, index='<p id="a">1</p><p id="a">2</p>') == [
        "index.html: id 'a' 2 times"
    ]


def test_a_page_that_no_link_leads_to_is_a_fault(tmp_path: Path) -> None:
    pages = {"index": "", "lost": '<a href="far.html">a</a>', "far": "", "404": ""}
    assert faults(tmp_path, **pages) == ["far.html: orphan", "lost.html: orphan"]


def test_a_missing_picture_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, index='<img src="a.png">') == ["index.html: broken link: a.png"]


def test_loading_from_another_host_is_a_fault(tmp_path: Path) -> None:
    page = (
        '<script src="//cdn.example/x.js"></script><link rel="canonical" href="https://a.example">'
    )
    assert "index.html: loads from another host: //cdn.example/x.js" in faults(tmp_path, index=page)


def test_a_link_that_runs_a_script_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, index='<a href="javascript:alert(1)">a</a>') == [
        "index.html: unsafe scheme: javascript:alert(1)"
    ]


def test_a_folder_without_a_home_page_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, other="") == [f"{tmp_path}: no index.html"]


AT_A_PATH = '<link rel="canonical" href="https://example.org/repo/">'


def test_a_link_from_the_root_of_the_host_leads_to_the_site_below_its_path(tmp_path: Path) -> None:
    links = '<a href="/repo/">a</a><a href="/repo/.">b</a><a href="/repo/far.html#spot">c</a>'
    pages = {"index": f'{AT_A_PATH}<a href="far.html">d</a>', "far": '<p id="spot">e</p>'}
    assert faults(tmp_path, **pages, **{"404": links}) == []


def test_a_link_that_leaves_the_path_of_the_site_is_a_fault(tmp_path: Path) -> None:
    links = '<a href="/">a</a><a href="/far.html">b</a><a href="../far.html">c</a>'
    pages = {"index": f'{AT_A_PATH}<a href="far.html">d</a>', "far": links}
    assert faults(tmp_path, **pages) == [
        "far.html: broken link: /",
        "far.html: broken link: /far.html",
        "far.html: broken link: ../far.html",
    ]


def test_a_link_that_climbs_above_the_root_is_a_fault_though_browsers_mend_it(
    tmp_path: Path,
) -> None:
    home = '<a href="/far.html">a</a><a href="../far.html">b</a><a href="/../far.html">c</a>'
    assert faults(tmp_path, index=home, far="") == [
        "index.html: broken link: ../far.html",
        "index.html: broken link: /../far.html",
    ]


def test_what_lies_outside_the_folder_of_the_site_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "beside.html").touch()
    site = tmp_path / "site"
    site.mkdir()
    page = f'{AT_A_PATH}<a href="../beside.html">a</a><a href="{tmp_path}/beside.html">b</a>'
    assert faults(site, index=page) == [
        "index.html: broken link: ../beside.html",
        f"index.html: broken link: {tmp_path}/beside.html",
    ]


def test_the_fonts_of_a_style_sheet_are_requests_too(tmp_path: Path) -> None:
    fonts = [f"{number}.woff2" for number in range(9)]
    (tmp_path / "a.css").write_text("".join(f'@font-face {{ src: url("{it}") }}' for it in fonts))
    for font in fonts:
        (tmp_path / font).touch()
    assert faults(tmp_path, index='<link rel="stylesheet" href="a.css">') == [
        "index.html: 11 requests, more than 10"
    ]


def test_a_picture_in_an_address_is_not_loaded_but_a_script_there_is_a_fault(
    tmp_path: Path,
) -> None:
    page = '<link rel="icon" href="data:image/svg+xml,a"><script src="data:image/b"></script>'
    assert faults(tmp_path, index=page) == ["index.html: unsafe scheme: data:image/b"]
