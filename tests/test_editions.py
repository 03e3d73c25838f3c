"""Editions: how one comes out, what it vouches for, and that what it has does not vanish."""

import json
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from support.projects import contents

from intermestic.cli import MISUSE, main
from intermestic.content import Content, gather
from intermestic.editions.history import EditionHistory
from intermestic.exports import kb_json
from intermestic.site.pipeline import build

DEBT = "data/terms/upstream-debt.yml"
SECOND = "data/sources/northcott-2022.yml"
PUBLICATION = "data/publication.yml"


def gathered(root: Path) -> Content:
    content, problems = gather(root)
    assert content is not None, problems
    return content


def problems_of(root: Path) -> list[str]:
    return [str(problem) for problem in gather(root)[1]]


def edit(root: Path, file: str, *changes: tuple[str, str]) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, (file, old)
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def withdraw(root: Path, id: str, reason: str = "It was a mistake.", see: Sequence = ()) -> None:
    with (root / PUBLICATION).open("a", encoding="utf-8") as file:
        file.write(f"withdrawn:\n  - id: {id}\n    reason: {reason}\n")
        if see:
            file.write(f"    see: [{', '.join(see)}]\n")


@pytest.fixture
def project(sample: Path) -> Path:
    """The sample, its edition 0.1 out."""
    assert main(["--root", str(sample), "release", "0.1", "2026-11-23"]) == 0
    return sample


@pytest.fixture
def without_debt(project: Path) -> Path:
    """The sample without a term that edition 0.1 has."""
    (project / DEBT).unlink()
    edit(project, "data/propositions/upstream-pays.yml", ("about: [upstream-debt]\n", ""))
    edit(project, "data/sources/northcott-2020.yml", ("[[upstream-debt]]", "debt"))
    return project


def test_an_edition_comes_out_in_place_of_the_one_in_the_making(project: Path) -> None:
    digest = sha256((project / "docs/editions/0.1/kb.json").read_bytes()).hexdigest()
    text = (project / PUBLICATION).read_text(encoding="utf-8")
    assert text.endswith(
        f'editions:\n  - number: "0.1"\n    date: 2026-11-23\n    sha256: {digest}\n'
    )
    assert text.startswith("# What is cited")


def test_what_it_keeps_is_what_the_site_then_has(project: Path) -> None:
    content = gathered(project)
    published = contents(kb_json.files(content))
    assert published[kb_json.KB] == (project / "docs/editions/0.1/kb.json").read_bytes()
    schema = json.loads((project / "docs/editions/0.1/kb.schema.json").read_bytes())
    assert schema["$id"] == "https://intermestic.example/editions/0.1/kb.schema.json"
    assert schema["$defs"] == json.loads(published[kb_json.SCHEMA])["$defs"]
    assert json.loads(published[kb_json.KB])["publication"]["final"] is True


def test_what_changed_since_is_not_that_edition(project: Path) -> None:
    edit(project, DEBT, ("owes", "has long owed"))
    content = gathered(project)
    assert content.serialized.publication.final is False


def test_the_next_edition_stands_before_the_last(project: Path) -> None:
    edit(project, DEBT, ("owes", "has long owed"))
    assert main(["--root", str(project), "release", "0.2", "2027-01-15"]) == 0
    editions = gathered(project).publication.editions
    assert [one.number for one in editions] == ["0.2", "0.1"]
    assert all(one.sha256 for one in editions)


@pytest.mark.parametrize(
    ("number", "date", "expected"),
    [
        ("0.1", "2027-01-15", "an edition after 0.1 of 23 November 2026"),
        ("0.0.9", "2027-01-15", "an edition after 0.1 of 23 November 2026"),
        ("0.2", "2026-11-22", "an edition after 0.1 of 23 November 2026"),
        ("two", "2027-01-15", "a number such as 1.2"),
        ("", "2027-01-15", "a number and a day"),
        ("../0.2", "2027-01-15", "a number such as 1.2"),
        ("0.2", "2027-02-30", "a day from 01 to 28 in February 2027"),
        ("0.2", "2027", "a day such as 2026-11-22"),
    ],
)
def test_an_edition_that_can_not_be_is_refused(
    number: str, date: str, expected: str, project: Path, capsys: pytest.CaptureFixture
) -> None:
    before = (project / PUBLICATION).read_bytes()
    assert main(["--root", str(project), "release", number, date]) == MISUSE
    assert capsys.readouterr().err == (
        f"intermestic: found {number} of {date}, expected {expected}\n"
    )
    assert (project / PUBLICATION).read_bytes() == before
    assert [path.name for path in (project / "docs/editions").iterdir()] == ["0.1"]


def test_no_edition_comes_out_while_there_are_problems(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    (project / DEBT).write_text("", encoding="utf-8")
    assert main(["--root", str(project), "release", "0.2", "2027-01-15"]) == 1
    assert capsys.readouterr().err == (
        f"{DEBT}:1:1: (file): nothing, expected a record\n1 problem; no edition made.\n"
    )
    assert not (project / "docs/editions/0.2").exists()


def test_editions_are_listed_newest_first(sample: Path) -> None:
    with (sample / PUBLICATION).open("a", encoding="utf-8") as file:
        file.write('  - number: "0.2"\n    date: 2027-01-15\n')
    assert problems_of(sample) == [
        f"{PUBLICATION}:7:3: editions: found a list, expected the newest first, by number and date"
    ]


def test_an_edition_that_was_changed_is_a_problem(project: Path) -> None:
    path = project / "docs/editions/0.1/kb.json"
    kept = sha256(path.read_bytes()).hexdigest()
    path.write_bytes(path.read_bytes() + b" ")
    found = sha256(path.read_bytes()).hexdigest()
    assert problems_of(project) == [
        f"{PUBLICATION}:9:13: editions[0].sha256: found {kept}, expected {found}, that of "
        "docs/editions/0.1/kb.json; an edition that is out never changes"
    ]


def test_an_edition_that_is_gone_is_a_problem(project: Path) -> None:
    (project / "docs/editions/0.1/kb.json").unlink()
    assert problems_of(project) == [
        f"{PUBLICATION}:9:13: editions[0].sha256: no file docs/editions/0.1/kb.json, "
        "expected the edition as it came out"
    ]


def test_a_record_that_an_edition_has_can_not_vanish(without_debt: Path) -> None:
    assert problems_of(without_debt) == [
        f"{DEBT}:1:1: (file): no such file, expected it as in edition 0.1, its id among "
        f"former_ids, or why it is withdrawn in {PUBLICATION}"
    ]


def test_a_record_that_was_in_no_edition_can(project: Path) -> None:
    path = project / "data" / "terms" / "delta.yml"
    path.write_text("name: delta\ndefinition: Mud.\n", encoding="utf-8")
    assert problems_of(project) == []
    path.unlink()
    assert problems_of(project) == []


def test_a_renamed_record_keeps_its_address(without_debt: Path) -> None:
    (without_debt / "data" / "terms" / "debt.yml").write_text(
        "name: debt\nformer_ids: upstream-debt\ndefinition: What is owed.\n", encoding="utf-8"
    )
    assert problems_of(without_debt) == []


def test_a_record_can_not_move_to_another_collection(without_debt: Path) -> None:
    (without_debt / "data" / "policy_areas" / "upstream-debt.yml").write_text(
        "name: debt\nscope: What is owed.\n", encoding="utf-8"
    )
    assert problems_of(without_debt) == [
        "data/policy_areas/upstream-debt.yml:1:1: (file): found it in policy_areas, "
        "expected it in terms, as in edition 0.1, for its address must stay"
    ]


def test_a_statement_that_an_edition_has_can_not_vanish(project: Path) -> None:
    edit(project, SECOND, ("id: better-than-before", "id: better"))
    assert problems_of(project) == [
        f"{SECOND}:1:1: statements: no 'northcott-2022/better-than-before', "
        f"expected it as in edition 0.1, or why it is withdrawn in {PUBLICATION}"
    ]


def test_statements_follow_a_renamed_source(project: Path) -> None:
    (project / SECOND).rename(project / "data/sources/northcott-later.yml")
    edit(
        project,
        "data/sources/northcott-later.yml",
        ("name: Northcott 2022\n", "name: Northcott 2022\nformer_ids: northcott-2022\n"),
    )
    for path in (project / "data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\bnorthcott-2022(?=[]#])", "northcott-later", text), "utf-8")
    assert problems_of(project) == []
    unreleased = gathered(project).editions.steps[0].differences
    assert [(one.change, one.id) for one in unreleased.records] == [("renamed", "northcott-later")]
    assert unreleased.statements == ()


def test_a_withdrawn_record_leaves_a_page_that_says_why(without_debt: Path) -> None:
    withdraw(without_debt, "upstream-debt", "No text has it; see [[dams]].", ["water"])
    assert build(without_debt).problems == ()
    page = (without_debt / "docs" / "terms" / "upstream-debt.md").read_text(encoding="utf-8")
    assert page == (
        "---\ngenerated_from: data/publication.yml\nnoindex: true\ntitle: upstream debt\n---\n\n"
        "# upstream debt { #top }\n\n"
        "This record was withdrawn. [Edition 0.1](../editions/index.md#edition-0-1) is the last "
        "that has it.\n\n"
        "No text has it; see [Dams](../policy_areas/dams.md).\n\n"
        "**See instead:** [Water](../policy_areas/water.md)\n"
    )


def test_a_withdrawn_record_leaves_its_former_addresses_too(project: Path) -> None:
    path = project / "data" / "terms" / "delta.yml"
    path.write_text("name: delta\nformer_ids: mouth\ndefinition: Mud.\n", encoding="utf-8")
    assert main(["--root", str(project), "release", "0.2", "2027-01-15"]) == 0
    path.unlink()
    withdraw(project, "delta")
    assert build(project).problems == ()
    assert (project / "docs" / "terms" / "mouth.md").exists()


def test_a_withdrawn_statement_is_told_with_its_source(project: Path) -> None:
    edit(project, SECOND, ("id: better-than-before", "id: better"))
    withdraw(project, "northcott-2022/better-than-before", see=["northcott-2022/better"])
    assert problems_of(project) == []
    (gone,) = gathered(project).editions.withdrawn_from("northcott-2022")
    assert gone.words == "The River Pact is better for Borduria."
    assert gone.last.number == "0.1"


def test_a_withdrawal_says_nothing_that_does_not_hold(project: Path) -> None:
    edit(project, SECOND, ("id: better-than-before", "id: better"))
    withdraw(project, "northcott-2022/better-then-before", "See [[damz]].", ["watter"])
    withdrawn = (project / PUBLICATION).read_text(encoding="utf-8")
    (project / PUBLICATION).write_text(
        f"{withdrawn}  - id: arcadia\n    reason: None.\n", encoding="utf-8"
    )
    assert problems_of(project) == [
        f"{PUBLICATION}:11:9: withdrawn[0].id: found 'northcott-2022/better-then-before', "
        "expected a record, or source/statement, of an edition that is out; "
        "did you mean 'northcott-2022/better-than-before'?",
        f"{PUBLICATION}:13:11: withdrawn[0].see[0]: found 'watter', "
        "expected the id of a record, or source/statement; did you mean 'water'?",
        f"{PUBLICATION}:12:13: withdrawn[0].reason: found a link to 'damz', "
        "expected the id of a record; did you mean 'dams'?",
        f"{PUBLICATION}:14:9: withdrawn[1].id: found 'arcadia', which is there, "
        "expected what is no longer there",
        f"{SECOND}:1:1: statements: no 'northcott-2022/better-than-before', "
        f"expected it as in edition 0.1, or why it is withdrawn in {PUBLICATION}",
    ]


def history(editions: EditionHistory, id: str) -> list[tuple[str, list[str]]]:
    return [
        (change.edition.number if change.edition else "", [one.change for one in change.records])
        for change in editions.history(id)
    ]


def test_a_record_s_history_is_told_through_its_renaming(without_debt: Path) -> None:
    debt = without_debt / "data" / "terms" / "debt.yml"
    debt.write_text("name: debt\nformer_ids: upstream-debt\ndefinition: Owed.\n", encoding="utf-8")
    assert main(["--root", str(without_debt), "release", "0.2", "2027-01-15"]) == 0
    debt.write_text(debt.read_text(encoding="utf-8").replace("Owed", "Due"), encoding="utf-8")
    editions = gathered(without_debt).editions
    assert history(editions, "debt") == [
        ("0.1", ["added"]),
        ("0.2", ["renamed"]),
        ("", ["changed"]),
    ]
    assert history(editions, "arcadia") == [("0.1", ["added"]), ("0.2", [])]
    assert history(editions, "borduria") == [("0.1", ["added"])]


def test_the_page_of_the_editions_says_what_changed_newest_first(project: Path) -> None:
    edit(project, DEBT, ("owes", "has long owed"))
    assert build(project).problems == ()
    page = (project / "docs" / "editions" / "index.md").read_text(encoding="utf-8")
    unreleased, _, first = page.partition("## Since edition 0.1 { #unreleased }")[2].partition(
        "## "
    )
    assert unreleased == (
        "\n\nNot yet in an edition.\n\nRecords: 1 changed.\n\n"
        "- Changed term: [upstream debt](../terms/upstream-debt.md)\n"
        "    - definition: “What a country owes to those below it …” → "
        "“What a country has long owed to those below it …”\n\n"
    )
    assert first.startswith("Edition 0.1, 23 November 2026 { #edition-0-1 }\n\nThe first edition")
