"""The A–Z index. How it looks is in cases/pages."""

from intermestic.content import Content
from intermestic.pages.az import Heading, a_to_z


def headings(data: Content) -> list[Heading]:
    return [heading for group in a_to_z(data.knowledge) for heading in group.items]


def test_every_record_stands_in_it_once_and_its_other_names_lead_there(data: Content) -> None:
    found = headings(data)
    assert sorted(h.id for h in found if not h.see) == sorted(data.knowledge.entries)
    main = {h.id: h.name for h in found if not h.see}
    assert all(h.see == main[h.id] for h in found if h.see)


def test_a_person_stands_under_the_sort_name(sample_data: Content) -> None:
    found = [(h.name, h.see) for h in headings(sample_data) if h.id == "ines-northcott"]
    assert found == [("Inés Northcott", "Northcott, Inés"), ("Northcott, Inés", "")]


def test_accents_signs_and_a_leading_article_do_not_count() -> None:
    assert Heading("“Éxito”", "x").letter == "E"
    assert Heading("the United States", "x").letter == "U"
    assert Heading("21st Century Border", "x").letter == "0–9"
    assert Heading("¡!", "x").letter == "0–9"
