"""The sitemap, robots.txt and llms.txt, read back by ElementTree and urllib."""

import re
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from support.projects import exported

from intermestic.content import Content
from intermestic.exports import discovery

SITE = "https://intermestic.example/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def files(sample_data: Content) -> dict[str, bytes]:
    return exported(sample_data)


def pages(files: dict[str, bytes]) -> list[str]:
    root = ElementTree.fromstring(files[discovery.SITEMAP])
    return [loc.text or "" for loc in root.iterfind(f"{SITEMAP}url/{SITEMAP}loc")]


def test_the_sitemap_names_each_page_once_and_no_former_address(files: dict[str, bytes]) -> None:
    found = pages(files)
    assert len(found) == len(set(found))
    assert {SITE, f"{SITE}about/", f"{SITE}actors/arcadia/", f"{SITE}downloads/"} <= set(found)
    assert f"{SITE}actors/arcady/" not in found


def test_the_sitemap_is_dated_by_the_edition(files: dict[str, bytes]) -> None:
    root = ElementTree.fromstring(files[discovery.SITEMAP])
    assert {day.text for day in root.iterfind(f"{SITEMAP}url/{SITEMAP}lastmod")} == {"2026-11-22"}


def test_robots_may_read_everything_and_find_the_sitemap(files: dict[str, bytes]) -> None:
    robots = RobotFileParser()
    robots.parse(files[discovery.ROBOTS].decode().splitlines())
    assert robots.can_fetch("*", f"{SITE}actors/arcadia/")
    assert robots.site_maps() == [f"{SITE}sitemap.xml"]


def test_llms_txt_begins_with_name_and_summary(files: dict[str, bytes]) -> None:
    text = files[discovery.LLMS].decode()
    assert re.match(r"# Intermestic\n\n> What policy essays say .*\n\nEvery statement ", text)
    assert re.findall(r"(?m)^## (.*)$", text) == ["Pages", "Data"]


def test_llms_txt_leads_only_to_what_is_there(files: dict[str, bytes]) -> None:
    links = re.findall(r"(?m)^- \[[^\]]+\]\(([^)]+)\)", files[discovery.LLMS].decode())
    assert len(links) > 20
    assert set(links) <= {*pages(files), *(SITE + name for name in files)}
