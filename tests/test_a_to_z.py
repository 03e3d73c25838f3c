"""The A–Z index. How it looks is in cases/pages."""

from pathlib import Path

from support.projects import content, context_of

from intermestic.content import Content
from intermestic.pages.a_to_z import Heading, a_to_z_page
from intermestic.pages.links import Ref


def headings(data: Content) -> list[Heading]:
    page = a_to_z_page(context_of(data))
    return [heading for letter in page.letters for heading in letter.headings]


def test_every_record_stands_in_it_once_and_its_other_names_lead_there(data: Content) -> None:
    links, found = context_of(data).links, headings(data)
    main = {heading.record.path: heading.record for heading in found if heading.is_main}
    assert sorted(main) == sorted(links.ref(id).path for id in data.knowledge.entries)
    assert len(main) == sum(heading.is_main for heading in found)
    assert all(h.name == h.record.words for h in found if h.is_main)
    assert all(h.record == main[h.record.path] for h in found if not h.is_main)


def test_a_person_stands_under_the_sort_name(sample_data: Content) -> None:
    found = [
        (heading.name, heading.is_main, heading.record.words)
        for heading in headings(sample_data)
        if heading.record.path == "actors/ines-northcott.md"
    ]
    assert found == [
        ("Inés Northcott", False, "Northcott, Inés"),
        ("Northcott, Inés", True, "Northcott, Inés"),
    ]


def test_records_of_the_same_name_stand_in_the_order_of_their_ids(sample: Path) -> None:
    for collection, id, text in (
        ("actors", "delta-council", "name: Delta\ntype: body\nsummary: A council."),
        ("terms", "delta", "name: Delta\ndefinition: Mud."),
    ):
        record = f"{text}\ncite: northcott-2020#1\n"
        (sample / "data" / collection / f"{id}.yml").write_text(record, encoding="utf-8")
    found = headings(content(sample))
    assert [heading.record.path for heading in found if heading.name == "Delta"] == [
        "terms/delta.md",
        "actors/delta-council.md",
    ]


def test_accents_signs_and_a_leading_article_do_not_count() -> None:
    record = Ref("", "")
    assert Heading("“Éxito”", record).letter == "E"
    assert Heading("the United States", record).letter == "U"
    assert Heading("21st Century Border", record).letter == "0–9"
    assert Heading("¡!", record).letter == "0–9"
