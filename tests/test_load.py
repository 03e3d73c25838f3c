"""Stage 1: YAML to trees of text."""

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from intermestic.content import load_knowledge
from intermestic.problems import Place
from intermestic.reading.load import MAX_BYTES, RawRecord, load
from intermestic.reading.project import ReadingCache, read_project
from intermestic.reading.publication import read_publication
from intermestic.reading.yaml_tree import Fields, parse
from intermestic.records.models import COLLECTIONS


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
    raw = RawRecord("actors", "x", "x.yml", tree("name: X\noffices:\n  - id: y\n    when: 2009\n"))
    assert raw.place(("offices", 0, "when")) == Place("x.yml", 4, 11)


def test_the_place_of_a_key_can_be_asked_for() -> None:
    raw = RawRecord("actors", "x", "x.yml", tree("name: X\noffices:\n  - idd: y\n"))
    assert raw.place(("offices", 0, "idd"), of_key=True) == Place("x.yml", 3, 5)


def test_the_place_of_what_is_missing_is_where_it_should_stand() -> None:
    raw = RawRecord("actors", "x", "x.yml", tree("name: X\noffices:\n  - id: y\n"))
    assert raw.place(("offices", 0, "when")) == Place("x.yml", 3, 5)


def test_a_file_over_the_size_limit_is_not_read(sample: Path) -> None:
    path = sample / "data" / "terms" / "upstream-debt.yml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert [
        str(problem) for problem in load(sample, ["terms"]).problems if "bytes" in str(problem)
    ] == ["data/terms/upstream-debt.yml:1:1: (file): 500,001 bytes, expected at most 500,000"]


def found(project: Path) -> list[str]:
    """The problems of the sample's terms; its one term is still read."""
    loaded = load(project, COLLECTIONS)
    assert "upstream-debt" in [record.id for record in loaded.records]
    return [str(problem) for problem in loaded.problems]


def test_a_symbolic_link_to_a_file_is_not_followed(sample: Path) -> None:
    (sample / "data" / "terms" / "passwd.yml").symlink_to("/etc/passwd")
    assert found(sample) == [
        "data/terms/passwd.yml:1:1: (file): not an ordinary file, expected a record"
    ]


def test_a_symbolic_link_to_a_folder_is_not_followed(sample: Path, tmp_path: Path) -> None:
    shutil.move(sample / "data" / "actors", tmp_path / "actors")
    (sample / "data" / "actors").symlink_to(tmp_path / "actors")
    assert found(sample) == ["data/actors:1:1: (file): not a folder, expected a folder of records"]


def test_pipes_and_devices_are_not_read(sample: Path) -> None:
    os.mkfifo(sample / "data" / "terms" / "pipe.yml")
    (sample / "data" / "terms" / "zero.yml").symlink_to("/dev/zero")
    assert found(sample) == [
        f"data/terms/{name}.yml:1:1: (file): not an ordinary file, expected a record"
        for name in ("pipe", "zero")
    ]


@pytest.mark.parametrize("is_pipe", [True, False])
def test_what_is_no_ordinary_file_is_no_publication(sample: Path, is_pipe: bool) -> None:
    path = sample / "data" / "publication.yml"
    path.unlink()
    os.mkfifo(path) if is_pipe else path.symlink_to("/etc/passwd")
    assert list(map(str, read_publication(sample)[1])) == [
        "data/publication.yml:1:1: (file): not an ordinary file, expected a record"
    ]


# In a test, not in cases/: there are systems on which these files can't exist.
@pytest.mark.parametrize(
    "id", ["con", "prn", "aux", "nul", "com0", "com1", "lpt9", "404", "assets"]
)
def test_no_record_has_the_name_of_a_device_or_of_a_page(sample: Path, id: str) -> None:
    (sample / "data" / "terms" / f"{id}.yml").write_text("", encoding="utf-8")
    assert found(sample) == [
        f"data/terms/{id}.yml:1:1: (file): the id '{id}', "
        "expected an id that is not a page of the site or a device"
    ]


@pytest.mark.parametrize(
    ("id", "shown"), [("ana\n", "ana\\n"), ("\x1b[2J", "\\x1b[2J"), ("a\u202eb", "a\\u202eb")]
)
def test_the_name_of_a_file_is_no_message_to_the_terminal(
    sample: Path, id: str, shown: str
) -> None:
    (sample / "data" / "terms" / f"{id}.yml").write_text("", encoding="utf-8")
    (problem,) = found(sample)
    assert problem.startswith(f"data/terms/{shown}.yml:1:1: (file): the id '{shown}', expected an")


@pytest.mark.parametrize("deep", ["[", "{a: ", "- ", "? ", "a: [", "{[", "[{"])
def test_depth_without_end_is_refused_and_crashes_nothing(deep: str) -> None:
    fields, problems = parse(deep * (MAX_BYTES // len(deep)), "x.yml")
    assert fields is None
    assert [problem.found for problem in problems] in (
        ["more than 20 levels"],
        ["a mapping as a key"],
        ["a list as a key"],
    )


def test_a_text_without_end_is_refused() -> None:
    fields, problems = parse(f"name: {'a' * 10_001}\n", "x.yml")
    assert fields is None
    assert list(map(str, problems)) == [
        "x.yml:1:7: name: 10,001 characters, expected at most 10,000"
    ]


def test_of_problems_without_end_a_hundred_are_told(sample: Path) -> None:
    path = sample / "data" / "terms" / "upstream-debt.yml"
    keys = "".join(f"k{number}: v\n" for number in range(40_000))
    path.write_text(f"name: debt\ndefinition: x\n{keys}", encoding="utf-8")
    problems = [str(problem) for problem in load_knowledge(sample)[1]]
    assert len(problems) == 101
    assert problems[0] == (
        "data/terms/upstream-debt.yml:1:1: (file): more than 100 problems, "
        "expected these mended first"
    )


def test_an_editors_own_files_are_passed_over(sample: Path) -> None:
    for name in (".upstream-debt.yml.swp", "upstream-debt.yml~"):
        (sample / "data" / "terms" / name).write_text("half", encoding="utf-8")
    assert [record.id for record in load(sample, ["terms"]).records] == ["upstream-debt"]


def test_a_project_without_data_is_a_problem(tmp_path: Path) -> None:
    assert [str(problem) for problem in load(tmp_path, ["terms"]).problems] == [
        "data:1:1: (file): no such folder, expected the folder of the records"
    ]


def test_a_preview_reads_a_file_again_only_if_its_text_has_changed(sample: Path) -> None:
    cache = ReadingCache()
    before = {valid.raw.file: valid for valid in read_project(sample, cache=cache).valid}
    path = sample / "data" / "terms" / "upstream-debt.yml"
    path.write_text("# one line more\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = {valid.raw.file: valid for valid in read_project(sample, cache=cache).valid}
    again = {file for file in after if after[file] is not before[file]}
    assert again == {"data/terms/upstream-debt.yml"}


def test_a_record_of_the_same_words_in_other_lines_has_other_places(sample: Path) -> None:
    cache = ReadingCache()
    path = sample / "data" / "terms" / "upstream-debt.yml"
    path.write_text("name: Debt\ndefnition: x\n", encoding="utf-8")
    read_project(sample, cache=cache)
    path.write_text("# one line more\nname: Debt\ndefnition: x\n", encoding="utf-8")
    problems = read_project(sample, cache=cache).problems
    assert [problem.place.line for problem in problems if problem.field == "defnition"] == [3]


def test_a_folder_that_cannot_be_read_is_a_problem(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "terms":
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [str(problem) for problem in load(sample, COLLECTIONS).problems] == [
        "data/terms:1:1: (file): Permission denied, expected a readable folder"
    ]
