"""A build that takes long shows how far it is."""

import re
from pathlib import Path

import pytest
from support.sites import mkdocs_build

from intermestic.site import steps
from intermestic.site.steps import PageStep


def test_a_build_logs_its_steps(sample: Path) -> None:
    logged = re.findall(r"^INFO    -  ([^:\d\n]+)", mkdocs_build(sample).stderr, re.MULTILINE)
    assert logged == [
        "Reading the records",
        "Making the pages",
        "Making the exports",
        "Cleaning site directory",
        "Building documentation to directory",
        "Reading ",
        "Writing ",
        "Finishing ",
        "Indexing the pages for the search",
        "Documentation built in ",
    ]


def test_a_step_logs_every_few_seconds_how_many_pages_are_done(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    seconds = iter([0, 3, 6, 9, 12, 15])
    monkeypatch.setattr(steps, "monotonic", lambda: next(seconds))
    caplog.set_level("INFO")
    step = PageStep("Writing", 2_000)
    for _ in range(3):
        step.page_done()
    assert caplog.messages == ["Writing 2,000 pages", "Writing pages: 2 of 2,000"]
