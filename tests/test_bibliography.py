"""The sources and the pages as BibTeX, RIS and CSL-JSON, read back by other programs' readers."""

import json
import re
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from csl_reference import Reference
from pylatexenc.latex2text import LatexNodes2Text

from intermestic import addresses
from intermestic.citations.bibtex import bibtex
from intermestic.citations.csl import csl
from intermestic.citations.formats import FORMATS, PageCitations
from intermestic.citations.ris import ris
from intermestic.citations.works import Author, Work, source_work
from intermestic.content import Content, load_knowledge
from intermestic.exports import bibliography
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Frame
from intermestic.records.dates import parse_date
from intermestic.records.publication import Publication

PLAIN = Work("ana-2020", "document", "essay", "On Water", (Author("Ana"),), parse_date("2020"))
HOSTILE = '100% & $5 #1 a_b ^ ~ «é» 中文 \\input{/etc/passwd} {x "q" <script> ER  - '


def decode(latex: str) -> str:
    """What LaTeX prints; the decoder does not know braces and makes another circumflex."""
    latex = latex.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    return LatexNodes2Text().latex_to_text(latex).replace("ˆ", "^")


def read_bibtex(text: str) -> dict[str, dict]:
    """Entry by key: its type, its authors by name, its other fields as they are printed."""
    middleware = [SeparateCoAuthors(), SplitNameParts()]
    library = bibtexparser.parse_string(text, append_middleware=middleware)
    assert library.failed_blocks == []
    entries = {}
    for entry in library.entries:
        fields = {field.key: field.value for field in entry.fields}
        authors = [name.merge_last_name_first for name in fields.pop("author", [])]
        raw = {key: fields.pop(key) for key in ("date", "url") if key in fields}
        entries[entry.key] = {
            "type": entry.entry_type,
            "author": authors,
            **{"kind" if key == "type" else key: decode(value) for key, value in fields.items()},
            **raw,
        }
    return entries


def read_ris(text: str) -> list[list[tuple[str, str]]]:
    """References as pairs of tag and value, each line held against the specification."""
    references: list[list[tuple[str, str]]] = []
    for line in filter(None, text.split("\n")):
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        if match[1] == "TY":
            references.append([])
        references[-1].append((match[1], match[2]))
    assert [reference[-1] for reference in references] == [("ER", "")] * len(references)
    return references


@pytest.fixture(params=["sample", "real"])
def project(request: pytest.FixtureRequest) -> tuple[KnowledgeBase, Publication]:
    found = request.getfixturevalue(f"{request.param}_data")
    return found.knowledge, found.publication


def test_every_source_is_in_each_format_under_its_id(
    project: tuple[KnowledgeBase, Publication],
) -> None:
    knowledge, _ = project
    ids = list(knowledge.ids["sources"])
    works = [source_work(knowledge, id) for id in ids]
    written = {name: format.write(works) for name, format in FORMATS.items()}
    assert list(read_bibtex(written["bibtex"])) == ids
    references = read_ris(written["ris"])
    assert [dict(reference)["ID"] for reference in references] == ids
    assert [one["id"] for one in rispy.loads(written["ris"])] == ids
    assert [item["id"] for item in json.loads(written["csl-json"])] == ids


def test_works_that_are_written_one_by_one_are_one_list_of_csl(knowledge: KnowledgeBase) -> None:
    works = [source_work(knowledge, id) for id in knowledge.ids["sources"]]
    written = FORMATS["csl-json"].write(works)
    items = [json.loads(csl(work)) for work in works]
    assert written == json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def test_the_bibliography_has_every_source_in_every_format(data: Content) -> None:
    ids = data.knowledge.ids["sources"]
    made = [file for file in bibliography.files(data) if file.path.startswith("data/")]
    assert [file.path for file in made] == list(addresses.BIBLIOGRAPHY.values())
    assert {(file.count, file.unit) for file in made} == {(len(ids), "source")}


def test_the_formats_agree_with_the_records(project: tuple[KnowledgeBase, Publication]) -> None:
    knowledge, _ = project
    works = [source_work(knowledge, id) for id in knowledge.ids["sources"]]
    written = {name: format.write(works) for name, format in FORMATS.items()}
    entries, references = read_bibtex(written["bibtex"]), read_ris(written["ris"])
    items = json.loads(written["csl-json"])
    for work, reference, item in zip(works, references, items, strict=True):
        entry, tags = entries[work.id], dict(reference)
        authors = [f"{author.family}, {author.given}" for author in work.authors]
        assert entry["author"] == authors
        assert [value for tag, value in reference if tag == "AU"] == authors
        assert [f"{a['family']}, {a['given']}" for a in item.get("author", [])] == authors
        for name, tag, field in (("title", "TI", "title"), ("URL", "UR", "url")):
            expected = getattr(work, field) or None
            assert (item.get(name), tags.get(tag), entry.get(field)) == (expected,) * 3


def test_every_csl_item_fits_the_schema_and_a_processor_cites_it(
    project: tuple[KnowledgeBase, Publication],
) -> None:
    knowledge, publication = project
    citations = PageCitations(knowledge, publication)
    written = citations.files("about.md", "About", knowledge.ids["sources"])
    items = json.loads(next(text for path, text in written.items() if path.endswith(".json")))
    for item in items:
        reference = Reference.model_validate(item)
        assert reference.csl_dump(mode="json") == item
        assert item.get("title", "") in str(reference)


def test_a_page_comes_with_the_sources_it_draws_on(
    frames: dict[str, Frame], knowledge: KnowledgeBase, publication: Publication
) -> None:
    frame = frames["initiatives/river-treaty.md"]
    citations = PageCitations(knowledge, publication)
    written = citations.files(frame.path, frame.title, frame.sources)
    folder = "initiatives/river-treaty"
    assert list(written) == [f"{folder}/cite.bib", f"{folder}/cite.ris", f"{folder}/cite.json"]
    entries = read_bibtex(written[f"{folder}/cite.bib"].decode())
    assert list(entries) == [
        "intermestic:initiatives-river-treaty",
        "intermestic:northcott-2020",
        "intermestic:northcott-2022",
    ]
    assert entries["intermestic:initiatives-river-treaty"] == {
        "type": "incollection",
        "author": ["{Intermestic editors}"],
        "title": "River Treaty",
        "booktitle": "Intermestic",
        "edition": "0.1",
        "year": "2026",
        "month": "nov",
        "date": "2026-11-22",
        "url": "https://intermestic.example/initiatives/river-treaty/",
    }


@pytest.mark.parametrize(
    ("edtf", "in_bibtex", "in_ris", "in_csl"),
    [
        ("2021-10-08", "oct 2021 2021-10-08", "2021/10/08", {"date-parts": [[2021, 10, 8]]}),
        ("2021-10", "oct 2021 2021-10", "2021/10", {"date-parts": [[2021, 10]]}),
        ("2021", "2021 2021", "2021", {"date-parts": [[2021]]}),
        (
            "2017-24",
            "24 2017",
            "winter 2017",
            {"date-parts": [[2017]], "season": 4, "raw": "winter 2017"},
        ),
        ("2009~", "2009~", "about 2009", {"date-parts": [[2009]], "circa": True}),
        ("2009?", "2009~", "about 2009", {"date-parts": [[2009]], "circa": True}),
        ("1998-05~", "1998-05~", '"about May 1998"', {"date-parts": [[1998, 5]], "circa": True}),
        ("199X", "1990/1999", "1990–1999", {"date-parts": [[1990], [1999]]}),
        ("2006/2012", "2006/2012", "2006–2012", {"date-parts": [[2006], [2012]]}),
        ("[2006..2012]", "2006/2012", "2006–2012", {"date-parts": [[2006], [2012]]}),
        (
            "2016-06/2017-05",
            "2016-06/2017-05",
            '"June 2016 to May 2017"',
            {"date-parts": [[2016, 6], [2017, 5]]},
        ),
        ("[..2021]", "2021 or earlier", '"2021 or earlier"', {"literal": "2021 or earlier"}),
        ("1999/..", "From 1999", '"from 1999"', {"literal": "from 1999"}),
        (
            "2006~/2012",
            "About 2006 to 2012",
            '"about 2006 to 2012"',
            {"literal": "about 2006 to 2012"},
        ),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_known(
    edtf: str, in_bibtex: str, in_ris: str, in_csl: dict
) -> None:
    work = replace(PLAIN, date=parse_date(edtf))
    entry = read_bibtex(bibtex(work))["ana-2020"]
    fields = (entry.get(name, "") for name in ("month", "year", "date", "note"))
    assert " ".join(filter(None, fields)) == in_bibtex
    assert dict(read_ris(ris(work))[0])["DA"] == in_ris
    assert json.loads(csl(work))["issued"] == in_csl


def test_a_text_without_title_or_author_is_given_none() -> None:
    work = replace(PLAIN, title="", authors=())
    assert read_bibtex(bibtex(work)) == {
        "ana-2020": {"type": "misc", "author": [], "year": "2020", "date": "2020", "kind": "essay"}
    }
    assert {"AU", "TI"}.isdisjoint(dict(read_ris(ris(work))[0]))
    assert {"author", "title"}.isdisjoint(json.loads(csl(work)))


def test_a_name_that_is_one_whole_is_not_split() -> None:
    work = replace(PLAIN, authors=(Author("Trade and Industry, Ministry of"),))
    assert read_bibtex(bibtex(work))["ana-2020"]["author"] == ["{Trade and Industry, Ministry of}"]
    assert ("AU", "Trade and Industry Ministry of,") in read_ris(ris(work))[0]
    assert json.loads(csl(work))["author"] == [{"literal": "Trade and Industry, Ministry of"}]


def test_hostile_text_stays_text_in_every_format() -> None:
    work = replace(PLAIN, title=HOSTILE, publisher=HOSTILE, series=HOSTILE, note=HOSTILE)
    entry = read_bibtex(bibtex(work))["ana-2020"]
    assert (entry["title"], entry["howpublished"], entry["annote"]) == (HOSTILE,) * 3
    assert "\\input" not in bibtex(work)
    assert ("TI", HOSTILE) in read_ris(ris(work))[0]
    assert json.loads(csl(work))["title"] == HOSTILE


def test_lines_of_a_field_do_not_become_lines_of_a_reference(sample: Path) -> None:
    forged = "forged\\nER  - \\n\\nTY  - BOOK"
    source = sample / "data" / "sources" / "northcott-2020.yml"
    text = source.read_text(encoding="utf-8")
    for field in ("title: Sharing a River", "type: essay", "publisher: The [[river-council]]"):
        assert field in text
        text = text.replace(field, f'{field.partition(":")[0]}: "{forged}"', 1)
    source.write_text(text, encoding="utf-8")
    actor = sample / "data" / "actors" / "ines-northcott.yml"
    text = actor.read_text(encoding="utf-8").replace("name: Inés Northcott", f'name: "{forged}"', 1)
    actor.write_text(text, encoding="utf-8")
    knowledge, problems = load_knowledge(sample)
    assert knowledge is not None, problems
    works = [source_work(knowledge, id) for id in knowledge.ids["sources"]]
    reference, _ = read_ris(FORMATS["ris"].write(works))
    shown = "forged ER - TY - BOOK"
    assert [dict(reference)[tag] for tag in ("TI", "M3", "T2", "AU")] == [*[shown] * 3, f"{shown},"]
