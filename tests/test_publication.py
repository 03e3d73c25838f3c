"""What is cited: data/publication.yml."""

from pathlib import Path

from intermestic.publication import read_publication


def test_the_newest_edition_is_the_one_being_made(sample: Path) -> None:
    publication, problems = read_publication(sample)
    assert problems == []
    assert publication is not None
    assert publication.edition.number == "0.1"
    assert str(publication.edition.date) == "22 November 2026"


def test_a_broken_publication_is_reported_with_its_lines(sample: Path) -> None:
    (sample / "data" / "publication.yml").write_text(
        "name: Sample\naddress: sample.example\neditions: []\n", encoding="utf-8"
    )
    assert [str(problem) for problem in read_publication(sample)[1]] == [
        "data/publication.yml:2:10: address: found 'sample.example', "
        "expected an address that begins with http:// or https://",
        "data/publication.yml:1:1: repository: missing, expected where its records are kept",
        "data/publication.yml:3:11: editions: found an empty list, expected at least 1",
    ]
