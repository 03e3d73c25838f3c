"""The search index: what Pagefind makes of pages and statements, and whether it is whole."""

import json
import shutil
from pathlib import Path

import pytest

from intermestic.site.checker import check
from intermestic.site.pagefind import ENTRY, faults, index

CONFIG = {"root_selector": "article"}


def made(folder: Path, *words: str) -> Path:
    """An index in `folder` of a record for each of some words."""
    for name, content in index(CONFIG, [record(word) for word in words]).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def record(word: str) -> dict:
    filters = {"word": [word], "letter": [word[0]]}
    return {
        "type": "AddRecord",
        "url": f"/{word}/",
        "content": word,
        "language": "en",
        "filters": filters,
    }


WORDS = ("river", "treaty", "council", "border", "bridge", "water")


def test_the_same_records_give_the_same_index_byte_for_byte() -> None:
    records = [record(word) for word in WORDS]
    assert index(CONFIG, records) == index(CONFIG, records)


def test_an_answer_of_more_than_two_megabytes_is_taken_too(tmp_path: Path) -> None:
    words = [f"word{number}{'x' * 1000}" for number in range(3000)]
    whole = made(tmp_path, " ".join(words))
    assert list(faults(whole)) == []


def test_what_pagefind_refuses_is_an_error() -> None:
    with pytest.raises(OSError, match=r"^Pagefind: .*unknown variant `Nothing`"):
        index(CONFIG, [{"type": "Nothing"}])


def test_a_file_of_the_index_that_is_cut_off_or_missing_is_a_fault(tmp_path: Path) -> None:
    whole = made(tmp_path / "whole", *WORDS)
    assert list(faults(whole)) == []
    parts = [path for path in whole.rglob("*") if path.suffix.startswith((".p", ".json"))]
    assert len(parts) > len(WORDS) + 3
    for part in parts:
        name = part.relative_to(whole).as_posix()
        for content in (part.read_bytes()[:-1], b"", None):
            broken = tmp_path / "broken"
            shutil.copytree(whole, broken)
            (broken / name).unlink()
            if content is not None:
                (broken / name).write_bytes(content)
            assert list(faults(broken)) == [f"{name}: missing or cut off"]
            shutil.rmtree(broken)


def test_a_number_of_pages_that_is_not_that_of_the_index_is_a_fault(tmp_path: Path) -> None:
    whole = made(tmp_path, *WORDS)
    entry = json.loads((whole / ENTRY).read_bytes())
    entry["languages"]["en"]["page_count"] = 7
    (whole / ENTRY).write_text(json.dumps(entry), encoding="utf-8")
    meta = f"pagefind.{entry['languages']['en']['hash']}.pf_meta"
    assert list(faults(whole)) == [f"{ENTRY}: 7 pages, but 6 in {meta}"]


def test_the_check_of_a_site_tells_the_faults_of_its_index(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    (made(tmp_path / "pagefind", *WORDS) / ENTRY).write_bytes(b"")
    assert check(tmp_path).faults == (f"pagefind/{ENTRY}: missing or cut off",)
