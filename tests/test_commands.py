"""The commands: what they print, change and return, as folders in cases/commands."""

from pathlib import Path

import pytest
from support.commands import CASES, expected, run

from intermestic.cli import MODULES
from intermestic.cli.new import new


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_a_command_does_and_says_what_is_expected(case: Path, sample: Path) -> None:
    assert run(case, sample) == expected(case)


def test_every_command_has_a_case() -> None:
    tried = {(case / "command.txt").read_text("utf-8").split()[0] for case in CASES.iterdir()}
    assert tried - {"--help"} == set(MODULES)


def test_every_kind_of_record_can_be_begun() -> None:
    tried = {
        words[1]
        for case in CASES.iterdir()
        if (words := (case / "command.txt").read_text("utf-8").split())[0] == "new"
        and case.name != "no-such-command"
    }
    assert tried - {"--help"} == set(new.commands)
