"""What is cited: data/publication.yml."""

from pathlib import Path

from intermestic.reading.publication import read_publication


def test_the_newest_edition_is_the_one_being_made(sample: Path) -> None:
    publication, problems = read_publication(sample)
    assert problems == []
    assert publication is not None
    assert publication.edition.number == "0.1"
    assert publication.edition.date.edtf == "2026-11-22"


def test_a_broken_publication_is_reported_with_its_lines(sample: Path) -> None:
    (sample / "data" / "publication.yml").write_text(
        "name: Sample\naddress: sample.example\neditions: []\n", encoding="utf-8"
    )
    assert [str(problem) for problem in read_publication(sample)[1]] == [
        "data/publication.yml:1:1: identifier: missing, expected what no other project has, "
        "never changed: tag:HOST,YEAR:NAME (RFC 4151)",
        "data/publication.yml:2:10: address: found 'sample.example', "
        "expected an address that begins with http:// or https://",
        "data/publication.yml:1:1: repository: missing, expected where its records are kept",
        "data/publication.yml:3:11: editions: found an empty list, expected at least 1",
    ]


def test_an_edition_without_a_day_is_refused(sample: Path) -> None:
    path = sample / "data" / "publication.yml"
    text = path.read_text(encoding="utf-8").replace("date: 2026-11-22", "date: 2026")
    path.write_text(text, encoding="utf-8")
    problems = [str(problem) for problem in read_publication(sample)[1]]
    assert problems[0] == (
        "data/publication.yml:8:11: editions[0].date: found '2026', "
        "expected a day such as 2026-11-22"
    )


def test_what_would_deceive_or_break_the_site_is_refused(sample: Path) -> None:
    (sample / "data" / "publication.yml").write_text(
        "name: Sample\nidentifier: water\naddress: https://sample.example\nrepository: https://a@evil.example/\n"
        'editions:\n  - {number: "<b>", date: 2026-11}\n  - {number: "1", date: 0001-01-01}\n',
        encoding="utf-8",
    )
    assert [str(problem) for problem in read_publication(sample)[1]] == [
        "data/publication.yml:2:13: identifier: found 'water', "
        "expected an identifier such as tag:example.org,2026:water",
        "data/publication.yml:3:10: address: found 'https://sample.example', "
        "expected an address that ends with a slash",
        "data/publication.yml:4:13: repository: found 'https://a@evil.example/', "
        "expected an address of a host and plain characters, others written like %20",
        "data/publication.yml:6:14: editions[0].number: found '<b>', expected a number such as 1.2",
        "data/publication.yml:6:27: editions[0].date: found '2026-11', "
        "expected a day such as 2026-11-22",
        "data/publication.yml:7:25: editions[1].date: found '0001-01-01', "
        "expected a day such as 2026-11-22",
    ]
