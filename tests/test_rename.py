"""Another id for a record: what changes, what stays, what is refused."""

import shutil
from pathlib import Path

import pytest
from support import PROJECT

from intermestic.content import load_knowledge
from intermestic.editing.rename import rename, rename_statement
from intermestic.reading.project import read_project
from intermestic.records.models import COLLECTIONS
from intermestic.writing.files import write_all

ARCADIA = "data/actors/arcadia.yml"


def renamed(root: Path, old: str, new: str) -> list[str]:
    """What stands in the way of renaming what an edition has; if nothing, it is done."""
    renaming, problems = rename(read_project(root), old, new, {old})
    if renaming:
        write_all(renaming.changes)
    return [str(problem) for problem in problems]


def contents(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file() and "scripts" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def real(tmp_path: Path) -> Path:
    root = tmp_path
    shutil.copytree(PROJECT / "data", root / "data")
    (root / "docs").mkdir()
    for page in (PROJECT / "docs").glob("*.md"):
        shutil.copy(page, root / "docs")
    return root


@pytest.mark.parametrize(
    ("collection", "old"),
    [
        ("actors", "mexico"),
        ("initiatives", "nafta"),
        ("dates", "usmca-in-force-2020"),
        ("policy_areas", "trade"),
        ("terms", "intermestic"),
        ("propositions", "reset-can-succeed"),
        ("sources", "wayne-sarukhan-2017"),
    ],
)
def test_a_real_record_of_each_collection_can_be_renamed_and_nothing_else_changes(
    real: Path, collection: str, old: str
) -> None:
    before = contents(real)
    assert renamed(real, old, "a-new-id") == []
    assert load_knowledge(real)[1] == ()
    after = contents(real)
    gone, come = f"data/{collection}/{old}.yml", f"data/{collection}/a-new-id.yml"
    assert (before.keys() - after.keys(), after.keys() - before.keys()) == ({gone}, {come})
    assert b"former_ids: [%s]\n" % old.encode() in after[come]
    after[gone] = after.pop(come).replace(b"former_ids: [%s]\n" % old.encode(), b"")
    assert {f: c.replace(b"a-new-id", old.encode()) for f, c in after.items()} == before


def test_every_collection_is_tried() -> None:
    tried = test_a_real_record_of_each_collection_can_be_renamed_and_nothing_else_changes
    (mark,) = tried.pytestmark
    assert [collection for collection, _ in mark.args[1]] == list(COLLECTIONS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("summary: Of [[arcadia]].", "summary: Of [[utopia]]."),
        ("summary: Of [[ arcadia|arcadia itself ]].", "summary: Of [[ utopia|arcadia itself ]]."),
        ("summary: >-\n  Of [[arcadia|the\n  upper]].",
         "summary: >-\n  Of [[utopia|the\n  upper]]."),
        ("summary: 'Of [[\n  arcadia]].'", "summary: 'Of [[\n  utopia]].'"),
        ('summary: "[[arcadia]]" # arcadia', 'summary: "[[utopia]]" # arcadia'),
        ("summary: x\npart_of: [{id: arcadia, cite: northcott-2020#1}]",
         "summary: x\npart_of: [{id: utopia, cite: northcott-2020#1}]"),
        ("summary: x\npart_of:\n- cite: northcott-2020#1\n  id: 'arcadia'",
         "summary: x\npart_of:\n- cite: northcott-2020#1\n  id: 'utopia'"),
        ("summary: The arcadia of the arcadia-like.", "summary: The arcadia of the arcadia-like."),
        ("summary: Ñ [[arcadia]]\r\nnote: >\r\n  [[arcadia]]",
         "summary: Ñ [[utopia]]\r\nnote: >\r\n  [[utopia]]"),
    ],
)  # fmt: skip
def test_references_change_to_the_letter_wherever_they_stand(
    sample: Path, before: str, after: str
) -> None:
    path = sample / "data" / "actors" / "lowland.yml"
    head = "\ufeff# A note on arcadia\nname: Lowland   # so called\ntype: region\n"
    path.write_bytes(f"{head}{before}".encode())
    assert renamed(sample, "arcadia", "utopia") == []
    assert path.read_bytes().decode() == f"{head}{after}"
    assert load_knowledge(sample)[1] == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: Tea # hot\ndefinition: x", "name: Tea # hot\nformer_ids: [tea]\ndefinition: x"),
        ("definition: x\nname: Tea", "definition: x\nname: Tea\nformer_ids: [tea]"),
        ("name: >-\n  Tea\ndefinition: x", "name: >-\n  Tea\nformer_ids: [tea]\ndefinition: x"),
        ("name: Tea\r\ndefinition: x", "name: Tea\r\nformer_ids: [tea]\r\ndefinition: x"),
        ("name: Tea\nformer_ids: cha\ndefinition: x",
         "name: Tea\nformer_ids: [tea, cha]\ndefinition: x"),
        ("name: Tea\nformer_ids: [cha]\ndefinition: x",
         "name: Tea\nformer_ids: [tea, cha]\ndefinition: x"),
        ("name: Tea\nformer_ids:\n  - cha # old\ndefinition: x",
         "name: Tea\nformer_ids:\n  - tea\n  - cha # old\ndefinition: x"),
        ("name: Tea\nformer_ids: [cha, chai]\ndefinition: x",
         "name: Tea\nformer_ids: [tea, cha, chai]\ndefinition: x"),
        ("name: Tea\nformer_ids: [chai, cha]\ndefinition: x",
         "name: Tea\nformer_ids: [tea, cha]\ndefinition: x"),
        ("name: Tea\nformer_ids: chai\ndefinition: x",
         "name: Tea\nformer_ids: [tea, chai]\ndefinition: x"),
        ("name: Tea\nformer_ids: [cha, tea]\ndefinition: x",
         "name: Tea\nformer_ids: [cha, tea]\ndefinition: x"),
        ("name: Tea\nformer_ids:\n  - chai\n  - cha\n  - tea\ndefinition: x",
         "name: Tea\nformer_ids:\n  - cha\n  - tea\ndefinition: x"),
    ],
)  # fmt: skip
def test_the_old_id_is_kept_as_a_former_one(sample: Path, before: str, after: str) -> None:
    path = sample / "data" / "terms" / "tea.yml"
    path.write_bytes(before.encode())
    assert renamed(sample, "tea", "chai") == []
    assert not path.exists()
    assert path.with_name("chai.yml").read_bytes().decode() == after
    assert load_knowledge(sample)[1] == ()


def test_links_in_pages_written_by_hand_change_too(sample: Path) -> None:
    page = sample / "docs" / "about.md"
    page.write_text("[a](actors/arcadia.md#from-northcott-2020)", encoding="utf-8")
    renamed(sample, "arcadia", "utopia")
    renamed(sample, "northcott-2020", "sharing")
    assert page.read_text(encoding="utf-8") == "[a](actors/utopia.md#from-sharing)"


def test_the_text_of_a_source_goes_with_it(sample: Path) -> None:
    renamed(sample, "northcott-2020", "sharing")
    assert sorted(path.name for path in (sample / "texts").iterdir()) == [
        "northcott-2022.md",
        "sharing.md",
    ]


def test_an_address_of_a_statement_changes_with_its_source(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2022.yml"
    added = (
        "  - {id: again, kind: recommendation, para: 1, phrase: x, text: x,\n"
        "     addressees: arcadia, repeats: [northcott-2020/pay-the-debt]}\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    assert renamed(sample, "northcott-2020", "sharing") == []
    assert "repeats: [sharing/pay-the-debt]" in path.read_text(encoding="utf-8")
    assert load_knowledge(sample)[1] == ()


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ("arcadya", "utopia", "no record has the id 'arcadya'; did you mean 'arcadia'?"),
        ("arcadia", "borduria", "another record has the id 'borduria'"),
        ("borduria", "arcady", "another record had the id 'arcady'"),
        ("arcadia", "The Arcadia",
         "'The Arcadia' is not an id of lower-case words and hyphens; "
         "did you mean 'the-arcadia'?"),
        ("arcadia", "index", "'index' is not an id of lower-case words and hyphens"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(sample: Path, old: str, new: str, refusal: str) -> None:
    with pytest.raises(ValueError, match="id") as refused:
        rename(read_project(sample), old, new, ())
    assert str(refused.value) == refusal


def test_an_id_written_with_an_escape_stands_in_the_way(sample: Path) -> None:
    path = sample / "data" / "terms" / "tea.yml"
    path.write_text('name: x\ndefinition: "[[\\x61rcadia]]"', encoding="utf-8")
    assert renamed(sample, "arcadia", "utopia") == [
        "data/terms/tea.yml:2:13: definition: found 'arcadia', but not letter for letter, "
        "expected it without escapes"
    ]


def test_a_layout_that_leaves_no_room_stands_in_the_way(sample: Path) -> None:
    (sample / "data" / "terms" / "tea.yml").write_text(
        "{name: x,\n definition: y}", encoding="utf-8"
    )
    before = contents(sample)
    assert len(renamed(sample, "tea", "chai")) == 1
    assert contents(sample) == before


def test_if_the_file_system_refuses_one_file_none_is_changed(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(sample)
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "borduria.yml" and b"utopia" in path.read_bytes():
            raise OSError("No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        renamed(sample, "arcadia", "utopia")
    assert contents(sample) == before


def test_who_still_writes_the_old_id_is_told_the_new_one(sample: Path) -> None:
    renamed(sample, "arcadia", "utopia")
    path = sample / "data" / "terms" / "tea.yml"
    path.write_text("name: tea\ndefinition: '[[arcadia]]'", encoding="utf-8")
    assert [str(problem) for problem in load_knowledge(sample)[1]] == [
        "data/terms/tea.yml:2:13: definition: found a link to 'arcadia', "
        "expected the id of a record; did you mean 'utopia'?"
    ]


def test_what_no_edition_has_leaves_nothing_behind(sample: Path) -> None:
    renaming, _ = rename(read_project(sample), "borduria", "utopia", ())
    assert renaming
    written = renaming.changes[sample / "data" / "actors" / "utopia.yml"] or b""
    assert b"former_ids" not in written


def test_a_draft_with_problems_can_be_renamed_and_links_to_it_from_others(sample: Path) -> None:
    actors = sample / "data" / "actors"
    (actors / "ana.yml").write_text("name: Ana\n# type:\n", encoding="utf-8")
    (actors / "eva.yml").write_text("name: Eva\nsummary: A friend of [[ana]].\n", encoding="utf-8")
    renaming, problems = rename(read_project(sample), "ana", "ana-ruiz", ())
    assert problems == []
    assert renaming
    assert renaming.changes == {
        actors / "ana.yml": None,
        actors / "ana-ruiz.yml": b"name: Ana\n# type:\n",
        actors / "eva.yml": b"name: Eva\nsummary: A friend of [[ana-ruiz]].\n",
    }


def test_a_statement_has_its_new_id_in_the_file_and_wherever_it_is_named(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2022.yml"
    group = (
        "  - para: 1\n    areas: [water]\n    statements:\n      - kind: recommendation\n"
        "        phrase: in place of\n        text: x\n        addressees: arcadia\n"
        "        repeats: [northcott-2020/pay-the-debt]\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + group, encoding="utf-8")
    for address, id in (
        ("northcott-2022/in-place-of", "anew"),
        ("northcott-2020/pay-the-debt", "pay"),
    ):
        renaming, problems = rename_statement(read_project(sample), address, id, ())
        assert problems == []
        assert renaming
        write_all(renaming.changes)
    assert path.read_text(encoding="utf-8").endswith(
        "    statements:\n      - id: anew\n        kind: recommendation\n"
        "        phrase: in place of\n        text: x\n        addressees: arcadia\n"
        "        repeats: [northcott-2020/pay]\n"
    )
    assert load_knowledge(sample)[1] == ()


@pytest.mark.parametrize(
    ("address", "new", "refusal"),
    [
        ("northcott-2020/pay-debt", "pay",
         "no statement of northcott-2020 has the id 'pay-debt'; did you mean 'pay-the-debt'?"),
        ("northcott-2022/better-than-before", "pact-replaces-treaty",
         "another statement of northcott-2022 has the id 'pact-replaces-treaty'"),
        ("northcott-2020/pay-the-debt", "pay",
         "an edition has 'northcott-2020/pay-the-debt', whose address stays"),
    ],
)  # fmt: skip
def test_the_address_of_a_statement_stays_once_an_edition_has_it(
    sample: Path, address: str, new: str, refusal: str
) -> None:
    with pytest.raises(ValueError, match=r"id|edition") as refused:
        rename_statement(read_project(sample), address, new, {"northcott-2020/pay-the-debt"})
    assert str(refused.value) == refusal
