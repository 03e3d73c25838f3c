"""The network of relations, as tables."""

from intermestic.pages.base import Context
from intermestic.pages.network import network_page


def test_the_tables_have_every_relation_by_name_and_subject(context: Context) -> None:
    page = network_page(context)
    assert [
        (table.name, subject.record.path, [line.other.path for line in subject.relations])
        for table in page.tables
        for subject in table.subjects
    ] == [
        ("offices", "actors/ines-northcott.md", ["actors/arcadia.md"]),
        ("member_of", "actors/arcadia.md", ["actors/river-council.md"]),
        (
            "parties",
            "initiatives/river-treaty.md",
            ["actors/arcadia.md", "actors/borduria.md"],
        ),
        ("succeeded_by", "initiatives/river-treaty.md", ["initiatives/river-pact.md"]),
    ]
    assert (page.count, page.records) == (5, 6)
