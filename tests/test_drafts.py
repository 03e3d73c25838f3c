"""New records as forms: made from the models, loadable, free of duplicates."""

import pytest

from intermestic.editing.formatting import tidied
from intermestic.editing.forms import draft, free_id, scalar
from intermestic.editing.similar import similar_records
from intermestic.editing.source_draft import draft_source
from intermestic.editing.source_facts import RecordIndex, date_of, identity
from intermestic.reading.load import RawRecord
from intermestic.reading.validate import ValidRecord, validate
from intermestic.reading.yaml_tree import Fields, parse
from intermestic.records.models import COLLECTIONS, Actor, Initiative, PolicyArea, Standing
from intermestic.texts.documents import read_document
from intermestic.texts.languages import LANGUAGES


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_draft_loads_and_its_problems_are_what_is_still_needed(collection: str) -> None:
    tree, problems = parse(draft(collection, {"name": "x"}), "x.yml")
    assert tree == {"name": "x"}
    assert problems == []
    _, problems = validate([RawRecord(collection, "x", "x.yml", tree)])
    needed = {name for name, f in COLLECTIONS[collection].model_fields.items() if f.is_required()}
    assert {problem.field for problem in problems} == needed - {"name"}
    assert {problem.found for problem in problems} <= {"missing"}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_draft_has_every_field_and_without_its_hashes_is_yaml(collection: str) -> None:
    lines = draft(collection, {"name": "x"}).splitlines()
    fields = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    names = {line.partition(":")[0] for line in fields if ":" in line}
    wanted = {*COLLECTIONS[collection].model_fields} - {"name", "former_ids"}
    assert wanted <= names


@pytest.mark.parametrize("text", ["plain", "a: b", "# x", "[x]", "yes", '"quoted"', "- x", "ñ 1"])
def test_a_scalar_reads_back_as_itself(text: str) -> None:
    assert parse(f"x: {scalar(text)}\n", "")[0] == {"x": text}


def test_an_id_is_free_and_says_what_tells_it_from_the_other() -> None:
    assert free_id("U.S. Trade", {"x"}, "Term") == "us-trade"
    assert free_id("Trade", {"trade"}, "Policy area") == "trade-policy-area"
    assert free_id("Trade", {"trade", "trade-term"}, "Term") == "trade-2"
    assert free_id("Index", set(), "Term") == "index-term"


STANDING = Standing.model_validate({"state": "agreed", "cite": "northcott-2020#1"})
NALS = Initiative(name="NALS", type="forum", summary="x", standing=STANDING)
RECORDS = [
    ValidRecord(
        RawRecord("initiatives", id, f"data/initiatives/{id}.yml", Fields()),
        Initiative(name=name, aliases=aliases, type="forum", summary="x", standing=STANDING),
    )
    for id, name, *aliases in (
        ("merida", "Mérida Initiative", "the Merida plan"),
        ("nals", "NALS"),
        ("talks-2020", "Talks of 2020"),
    )
]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Merida initiative", ["merida"]),
        ("The Initiative of Mérida", ["merida"]),
        ("Méridda Initiative", ["merida"]),
        ("Merida plan", ["merida"]),
        ("North American Leaders’ Summit", ["nals"]),
        ("The talks of 2020", ["talks-2020"]),
        ("Talks of 2021", []),
        ("Monterrey Initiative", []),
    ],
)
def test_a_name_much_like_a_records_is_noticed(name: str, ids: list[str]) -> None:
    assert [similar.raw.id for similar in similar_records(name, RECORDS)] == ids


def test_tidying_takes_comments_away_and_nothing_else() -> None:
    before = (
        "# A draft\n\nname: x  # kept\n\n# needed\n# y:\ntext: |\n  a\n\n  # of the text\n"
        "statements:\n\n  # ¶1 “Opening …”\n  # names: x\n"
        "  - id: a\n\n  # - id: b\n  # [2]\n  - id: c"
    )
    after = (
        "name: x  # kept\ntext: |\n  a\n\n  # of the text\nstatements:\n\n  # ¶1\n  - id: a\n"
        "  # [2]\n  - id: c"
    )
    assert tidied(before, "x.yml") == after
    assert parse(before, "")[0] == parse(after, "")[0]


def known() -> RecordIndex:
    actors = {
        "marcelo-ebrard": ("Marcelo Ebrard", "person", "Ebrard, Marcelo"),
        "mexico": ("Mexico", "country", None),
        "wilson-center": ("Wilson Center", "organisation", None),
    }
    return RecordIndex(
        ValidRecord(
            RawRecord("actors", id, f"data/actors/{id}.yml", Fields()),
            Actor(name=name, type=type, sort_name=sort_name, summary="Made up."),
        )
        for id, (name, type, sort_name) in actors.items()
    )


@pytest.mark.parametrize(
    ("author", "id"),
    [
        ("Marcelo Ebrard", "marcelo-ebrard"),
        ("Marcelo Ebrard Casaubón", "marcelo-ebrard"),
        ("Marcelo Luis Ebrard", "marcelo-ebrard"),
        ("Marcelo L. Ebrard", "marcelo-ebrard"),
        ("Marcelo Casaubón", "marcelo-casaubon"),
        ("Ebrard", "ebrard"),
        ("Wilson Center Staff", "wilson-center-staff"),
    ],
)
def test_an_author_is_known_by_more_names_than_the_record_has(author: str, id: str) -> None:
    assert known().author(author)[0] == id


@pytest.mark.parametrize(
    ("author", "id", "name"),
    [
        ("Marcelo Ebrard Casaubón", "ebrard-2019", "Ebrard 2019"),
        ("Ana Ruiz", "ruiz-2019", "Ruiz 2019"),
        ("Wilson Center", "wilson-center-2019", "Wilson Center 2019"),
        ("Research Service", "research-service-2019", "Research Service 2019"),
    ],
)
def test_a_source_is_called_by_its_authors_surname_a_body_by_its_whole_name(
    author: str, id: str, name: str
) -> None:
    facts = {"authors": author, "date": "10/06/2019"}
    assert identity(facts, known(), (), None) == (id, name)


def test_in_spanish_a_person_has_two_surnames() -> None:
    in_spanish = RecordIndex([], LANGUAGES["es"])
    facts = {"authors": "Ana Ruiz Montes; Juan Paz", "date": "2019"}
    assert identity(facts, in_spanish, (), None)[1] == "Ruiz Montes and Paz 2019"


def test_the_area_of_a_paragraph_is_the_one_named_most() -> None:
    area = {"scope": "Made up."}
    records = [
        ("policy_areas", "water", PolicyArea(name="Water", **area)),
        ("policy_areas", "trade", PolicyArea(name="Trade", aliases=("tariffs",), **area)),
        ("initiatives", "nals", NALS.model_copy(update={"areas": ("trade",)})),
    ]
    index = RecordIndex(
        ValidRecord(RawRecord(collection, id, f"data/{collection}/{id}.yml", Fields()), record)
        for collection, id, record in records
    )
    mentions = index.names.mentions_in("Water is not for tariffs, nor for NALS.")
    assert index.main_area(mentions) == "trade"
    assert index.main_area([]) == ""


@pytest.mark.parametrize(
    ("publisher", "linked"),
    [
        ("Wilson Center", "[[wilson-center]]"),
        ("WILSON CENTER", "[[wilson-center|WILSON CENTER]]"),
        ("Mexico Daily Post", "Mexico Daily Post"),
    ],
)
def test_a_publisher_is_a_link_if_all_of_its_name_is_a_records(publisher: str, linked: str) -> None:
    assert known().linked(publisher) == linked


@pytest.mark.parametrize(
    ("date", "edtf", "left_open"),
    [
        ("26 Jan. 2021", "2021-01-26", ""),
        ("10 de junio de 2019", "2019-06-10", ""),
        ("10/06/2019", "", "10/06/2019"),
        ("June 10 to 11, 2019", "", "June 10 to 11, 2019"),
        ("", "", ""),
    ],
)
def test_a_date_that_is_not_surely_understood_is_left_open(
    date: str, edtf: str, left_open: str
) -> None:
    assert date_of({"date": date}) == (edtf, left_open)


def test_a_link_of_a_draft_stays_whole_however_long_its_name_is() -> None:
    name = "The Council of " + "All the Rivers and " * 8 + "Lakes"
    record = Actor(name=name, type="organisation", summary="Made up.")
    valid = ValidRecord(RawRecord("actors", "rivers", "data/actors/rivers.yml", Fields()), record)
    document = read_document(f"It met {name}.", is_markdown=True)
    made = draft_source(document, [valid], ())
    assert "  #         [[rivers]]\n" in made.content
    document = read_document(f"It met {name.upper()}.", is_markdown=True)
    made = draft_source(document, [valid], ())
    assert f"  #         [[rivers|{name.upper()}]]\n" in made.content
