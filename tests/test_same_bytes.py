"""The same records give the same files, byte for byte: elsewhere, later, and in another order."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from support import PROJECT, TESTS
from support.sites import HERE_AND_NOW, build_whole

from intermestic.writing.docs import generated

ELSEWHERE_AND_LATER = {
    "PYTHONHASHSEED": "2",
    "TZ": "America/Lima",
    "LC_ALL": "C",
    "PYTHONPATH": str(TESTS / "another_day"),
}


def files_below(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differences(one: dict[str, bytes], two: dict[str, bytes]) -> list[str]:
    """The files that one of two folders lacks, or that are not the same in both."""
    return [name for name in sorted({*one, *two}) if one.get(name) != two.get(name)]


def test_a_site_has_the_same_bytes_wherever_and_whenever_it_is_built(
    sample_site: Path, sample: Path
) -> None:
    other = sample.rename(sample.with_name("another folder"))
    build_whole(other, ELSEWHERE_AND_LATER)
    for folder, some in (
        ("docs", {"actors/arcadia.md", "data/intermestic.sqlite", ".generated/pages.sha256"}),
        ("site", {"sitemap.xml", "pagefind/pagefind-entry.json", "SHA256SUMS"}),
    ):
        one, two = (files_below(project / folder) for project in (sample_site, other))
        assert some < one.keys()
        assert differences(one, two) == []


def test_the_real_pages_and_exports_have_the_same_bytes_wherever_and_whenever_they_are_built(
    real_site: Path, tmp_path: Path
) -> None:
    (tmp_path / "data").symlink_to(PROJECT / "data")
    shutil.copytree(
        PROJECT / "docs" / "editions",
        tmp_path / "docs" / "editions",
        ignore=shutil.ignore_patterns("index.md"),
    )
    subprocess.run(
        [sys.executable, "-m", "intermestic", "--root", tmp_path, "build"],
        env={**os.environ, **ELSEWHERE_AND_LATER},
        check=True,
    )
    names = generated(tmp_path / "docs")
    assert len(names) > 1000
    assert names == generated(real_site / "docs")
    one, two = (files_below(project / "docs") for project in (real_site, tmp_path))
    assert [name for name in sorted(names) if one[name] != two[name]] == []


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
