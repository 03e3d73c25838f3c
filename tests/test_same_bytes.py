"""The same records give the same site, byte for byte: elsewhere, later, and in another order."""

import os
import subprocess
import sys
from pathlib import Path

from support import TESTS
from support.sites import HERE_AND_NOW, build_whole

ELSEWHERE_AND_LATER = {
    "PYTHONHASHSEED": "2",
    "TZ": "America/Lima",
    "LC_ALL": "C",
    "PYTHONPATH": str(TESTS / "another_day"),
}


def site_of(project: Path) -> dict[str, bytes]:
    site = project / "site"
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_a_site_has_the_same_bytes_wherever_and_whenever_it_is_built(
    sample_site: Path, sample: Path
) -> None:
    other = sample.rename(sample.with_name("another folder"))
    build_whole(other, ELSEWHERE_AND_LATER)
    one, two = site_of(sample_site), site_of(other)
    assert {
        "sitemap.xml",
        "data/intermestic.sqlite",
        "pagefind/pagefind-entry.json",
        "SHA256SUMS",
    } < one.keys()
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_the_other_day_of_that_test_is_another_day() -> None:
    asked = "import datetime, time; print(datetime.date.today().toordinal(), int(time.time()))"
    days, seconds = (
        subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, **surroundings},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for surroundings in (HERE_AND_NOW, ELSEWHERE_AND_LATER)
    )
    assert int(seconds[0]) - int(days[0]) >= 399
    assert int(seconds[1]) - int(days[1]) >= 399 * 86_400
