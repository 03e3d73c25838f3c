"""The records against the texts: the sample's, made up, and the real ones if at hand."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import PROJECT
from support.projects import SPANISH

from intermestic.cli import DONE, MISUSE, PROBLEMS, main
from intermestic.texts.numbered import FOLDERS

SOURCE = "data/sources/northcott-2020.yml"

Check = Callable[..., list[str]]


@pytest.fixture
def check(sample: Path, capsys: pytest.CaptureFixture) -> Check:
    """Changes a file of the sample, checks it against its texts, and gives what is said."""

    def change_and_check(file: str = "", old: str = "", new: str = "") -> list[str]:
        if file:
            text = (sample / file).read_text(encoding="utf-8")
            assert old in text
            (sample / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        status = main(["--root", str(sample), "check"])
        said = capsys.readouterr().err.splitlines()
        assert (status == PROBLEMS) == bool(said[:-1])
        return said[:-1]

    return change_and_check


def test_records_true_to_their_texts_pass(check: Check) -> None:
    assert check() == []


def test_a_phrase_must_stand_in_its_paragraph_letter_for_letter(check: Check) -> None:
    assert check(SOURCE, "phrase: still in force", "phrase: yet in force") == [
        f"{SOURCE}:26:13: statements[1].phrase: found 'yet in force' 0 times in the paragraph, "
        "expected it once, letter for letter"
    ]


def test_a_phrase_must_stand_there_only_once(check: Check) -> None:
    assert check(SOURCE, "phrase: one above and one below", "phrase: one") == [
        f"{SOURCE}:20:13: statements[0].phrase: found 'one' 2 times in the paragraph, "
        "expected it once, letter for letter"
    ]


def test_a_figure_must_be_a_number_that_the_paragraph_writes(check: Check) -> None:
    assert check(SOURCE, "value: 500000", "value: 600000") == [
        f"{SOURCE}:36:12: statements[2].value: found 600000, which the paragraph does not write, "
        "expected a number of the text"
    ]


def test_part_of_a_longer_number_is_not_the_number(check: Check) -> None:
    assert check(SOURCE, "value: 500000", "value: 500") == [
        f"{SOURCE}:36:12: statements[2].value: found 500, which the paragraph does not write, "
        "expected a number of the text"
    ]


def test_the_number_of_paragraphs_must_be_the_texts(check: Check) -> None:
    assert check(SOURCE, "paragraphs: 5", "paragraphs: 6") == [
        f"{SOURCE}:11:13: paragraphs: found 6, expected 5, as the text has",
        f"{SOURCE}:17:3: statements: found none of ¶6, expected some of each paragraph, or its "
        "number in 'omitted' and a reason",
    ]


def test_a_sentence_may_not_be_copied(check: Check) -> None:
    copied = "The pact has come in place of the old one, the river treaty."
    said = check(
        "data/initiatives/river-pact.yml", "Took the place of the [[river-treaty]].", copied
    )
    assert said == [
        "data/initiatives/river-pact.yml:5:10: summary: found 'pact has come in place of the old "
        "one the', which is northcott-2022 ¶1, expected our own words"
    ]


def test_a_record_that_a_text_names_needs_a_statement_of_that_text(check: Check) -> None:
    said = check("data/terms/upstream-debt.yml", "name: upstream debt", "name: better bargain")
    assert said == [
        "data/sources/northcott-2022.yml:17:3: statements: found none about upstream-debt, which "
        "¶1 names 'better bargain', "
        "expected one that links to it, or in 'not_meant' what else the words mean"
    ]


def test_a_name_within_the_name_of_something_else_needs_none(check: Check, sample: Path) -> None:
    text = sample / "texts" / "northcott-2022.md"
    words = text.read_text(encoding="utf-8").rstrip()
    text.write_text(f"{words} So says the Bank of Dams.\n", encoding="utf-8")
    assert check() == []
    text.write_text(f"{words} So it is with dams.\n", encoding="utf-8")
    assert "found none about dams" in check()[0]


def test_what_was_probably_meant_by_a_phrase_is_said(check: Check) -> None:
    assert check(SOURCE, "phrase: still in force", "phrase: Still in  Force") == [
        f"{SOURCE}:26:13: statements[1].phrase: found 'Still in  Force' 0 times in the paragraph, "
        "expected it once, letter for letter; did you mean 'still in force'?"
    ]


def test_a_phrase_of_another_paragraph_is_said_to_stand_there(check: Check) -> None:
    assert check(SOURCE, "phrase: still in force", "phrase: must pay what") == [
        f"{SOURCE}:26:13: statements[1].phrase: found 'must pay what' 0 times in the paragraph, "
        "expected it once, letter for letter (it stands in ¶3)"
    ]


def test_phrases_are_checked_while_other_records_are_broken(check: Check, sample: Path) -> None:
    (sample / "data" / "terms" / "upstream-debt.yml").write_text("", encoding="utf-8")
    said = check(SOURCE, "phrase: still in force", "phrase: yet in force")
    assert [line.partition(": ")[0] for line in said] == [
        f"{SOURCE}:26:13",
        "data/terms/upstream-debt.yml:1:1",
    ]


def test_without_texts_the_check_says_what_it_skipped(
    sample: Path, capsys: pytest.CaptureFixture
) -> None:
    shutil.rmtree(sample / "texts")
    assert main(["--root", str(sample), "check"]) == DONE
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "northcott-2020: 5 paragraphs, 3 with 5 statements, 2 left out, 0 open",
        "northcott-2022: 2 paragraphs, 1 with 2 statements, 1 left out, 0 open",
    ]
    assert printed.err == (
        "0 problems; 0 texts compared; not at hand, so that phrases, numbers, copying and silences "
        "are not checked: northcott-2020, northcott-2022.\n"
    )


def test_a_folder_of_texts_that_does_not_exist_is_a_misuse(sample: Path) -> None:
    assert main(["--root", str(sample), "check", "--texts", str(sample / "gone")]) == MISUSE


@pytest.mark.skipif(not (PROJECT / FOLDERS[-1]).is_dir(), reason="the texts are not at hand")
def test_the_real_records_are_true_to_the_texts(capsys: pytest.CaptureFixture) -> None:
    status = main(["--root", str(PROJECT), "check"])
    assert (capsys.readouterr().err, status) == ("0 problems; 5 texts compared.\n", DONE)


def test_the_numbers_and_phrases_of_a_text_in_spanish_are_checked_too(
    sample: Path, capsys: pytest.CaptureFixture
) -> None:
    shutil.copytree(SPANISH, sample, dirs_exist_ok=True)
    source = "data/sources/presas-2024.yml"
    main(["--root", str(sample), "check", str(sample / source)])
    assert capsys.readouterr().err.splitlines()[:-1] == [
        f"{source}:23:12: statements[1].value: found 30000000, "
        "which the paragraph does not write, expected a number of the text"
    ]
