"""Stage 1: YAML to trees of text."""

from pathlib import Path

import pytest

from intermestic.load import MAX_BYTES, Raw, load
from intermestic.problems import Place
from intermestic.trees import Fields, parse


def tree(text: str) -> Fields:
    fields, problems = parse(text, "x.yml")
    assert problems == []
    assert fields is not None
    return fields


@pytest.mark.parametrize(
    "written", ["NO", "yes", "2021-10-08", "012", "1:30", "1_000", "0x1F", ".5", "null and void"]
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert tree(f"field: {written}\n") == {"field": written}


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(sample: Path) -> None:
    path = sample / "data" / "terms" / "upstream-debt.yml"
    before = load(sample, ["terms"]).records[0].tree
    windows = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + windows.encode())
    assert load(sample, ["terms"]).records[0].tree == before


def test_decomposed_accents_are_composed(sample: Path) -> None:
    path = sample / "data" / "terms" / "upstream-debt.yml"
    path.write_text("name: Me\u0301rida\n", encoding="utf-8")
    assert load(sample, ["terms"]).records[0].tree == {"name": "Mérida"}


def test_the_place_of_a_value_is_its_line_and_column() -> None:
    raw = Raw("actors", "x", "x.yml", tree("name: X\noffices:\n  - id: y\n    when: 2009\n"))
    assert raw.place(("offices", 0, "when")) == Place("x.yml", 4, 11)


def test_the_place_of_a_key_can_be_asked_for() -> None:
    raw = Raw("actors", "x", "x.yml", tree("name: X\noffices:\n  - idd: y\n"))
    assert raw.place(("offices", 0, "idd"), of_key=True) == Place("x.yml", 3, 5)


def test_the_place_of_what_is_missing_is_where_it_should_stand() -> None:
    raw = Raw("actors", "x", "x.yml", tree("name: X\noffices:\n  - id: y\n"))
    assert raw.place(("offices", 0, "when")) == Place("x.yml", 3, 5)


def test_a_file_over_the_size_limit_is_not_read(sample: Path) -> None:
    path = sample / "data" / "terms" / "upstream-debt.yml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert [
        str(problem) for problem in load(sample, ["terms"]).problems if "bytes" in str(problem)
    ] == ["data/terms/upstream-debt.yml:1:1: (file): 500,001 bytes, expected at most 500,000"]


def test_a_symbolic_link_is_not_followed(sample: Path) -> None:
    (sample / "data" / "terms" / "passwd.yml").symlink_to("/etc/passwd")
    loaded = load(sample, ["terms"])
    assert [record.id for record in loaded.records] == ["upstream-debt"]
    assert "data/terms/passwd.yml:1:1: (file): not an ordinary file, expected a record" in map(
        str, loaded.problems
    )


def test_an_editors_own_files_are_passed_over(sample: Path) -> None:
    for name in (".upstream-debt.yml.swp", "upstream-debt.yml~"):
        (sample / "data" / "terms" / name).write_text("half", encoding="utf-8")
    assert [record.id for record in load(sample, ["terms"]).records] == ["upstream-debt"]


def test_a_project_without_data_is_a_problem(tmp_path: Path) -> None:
    assert [str(problem) for problem in load(tmp_path, ["terms"]).problems] == [
        "data:1:1: (file): no such folder, expected the folder of the records"
    ]
