"""What the page on trust says of the tests is so: how many cases there are of what."""

from support import PROJECT
from support.hostile import HOSTILE, PAYLOADS
from test_problems import CASES

from intermestic.english import in_words
from intermestic.reading.load import MAX_BYTES
from intermestic.reading.yaml_tree import MAX_DEPTH, MAX_TEXT
from intermestic.records.names import ID_LENGTH

TRUST = " ".join((PROJECT / "docs" / "trust.md").read_text(encoding="utf-8").split())


def test_it_counts_the_hostile_texts() -> None:
    families = in_words(len(list((HOSTILE / "payloads").glob("*.txt"))))
    assert f"{len(PAYLOADS)} hostile texts of {families} families" in TRUST


def test_it_counts_the_broken_records() -> None:
    assert f"{len(CASES)} broken records" in TRUST


def test_it_names_the_limits() -> None:
    assert (
        f"at most {MAX_BYTES:,} bytes a file, {MAX_TEXT:,} characters a text, {MAX_DEPTH} levels"
    ) in TRUST
    assert f"lower-case words of at most {ID_LENGTH} letters" in TRUST
