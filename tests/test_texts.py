"""What is spotted in a text before anybody reads it."""

from decimal import Decimal

import pytest

from intermestic.records.models import Actor
from intermestic.records.statements import PHRASE_WORDS
from intermestic.records.written_dates import as_edtf, find_dates
from intermestic.texts.documents import read_document
from intermestic.texts.languages import LANGUAGES, language_of
from intermestic.texts.mentions import NameIndex
from intermestic.texts.numbers import numbers_in
from intermestic.texts.scan import scan_paragraph
from intermestic.texts.unknown_names import unknown_names, unknown_places


def actor(name: str, *aliases: str) -> Actor:
    return Actor(name=name, aliases=aliases, type="group", summary="Made up.")


NAMES = NameIndex(
    [
        ("actors", "mexico", actor("Mexico")),
        ("actors", "canada", actor("Canada")),
        ("actors", "barack-obama", actor("Barack Obama", "Obama")),
    ]
)


@pytest.mark.parametrize(
    ("words", "kind", "phrase"),
    [
        ("We think that Mexico should act.", "recommendation", "that Mexico should act"),
        ("They MUST not wait for it all to end one day.", "recommendation",
         "MUST not wait for it all"),
        ("One ought to try harder.", "recommendation", "ought to try harder"),
        ("It needs to grow, and fast.", "recommendation", "needs to grow, and fast"),
        ("Prices will rise by a third.", "forecast", "will rise by a third"),
        ("A deal is unlikely.", "forecast", "A deal is unlikely"),
        ("Trade grew by 40 percent.", "figure", "grew by 40 percent"),
        ("They signed a treaty.", "fact", "They signed a treaty"),
        ("Trust remains low.", "assessment", "Trust remains low"),
        ("It is up to Biden to act.", "recommendation", "is up to Biden to act"),
        ("A channel would be key to them.", "recommendation", "would be key to them"),
        ("He said that prices would rise.", "fact", "He said that prices would rise"),
        ("They should have been kind.", "assessment", "They should have been kind"),
        ("Unlikely allies remain.", "assessment", "Unlikely allies remain"),
        ("Rain is likely. Snow is likely.", "forecast", "Rain is likely"),
    ],
)  # fmt: skip
def test_a_sentence_is_a_lead_of_one_kind(words: str, kind: str, phrase: str) -> None:
    candidate = scan_paragraph(words, NAMES).candidates[0]
    assert (candidate.kind, candidate.phrase) == (kind, phrase)


@pytest.mark.parametrize("words", ["Did it work, and for whom?", "Consider this.", "It was new."])
def test_a_question_or_a_short_comment_beside_other_sentences_is_no_lead(words: str) -> None:
    leads = scan_paragraph(f"{words} They signed a treaty with Mexico in 2020.", NAMES).candidates
    assert [lead.phrase for lead in leads] == ["They signed a treaty with Mexico"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Mexico has signed a treaty with its neighbor.", "fact"),
        ("They are working on a treaty, and in 2020 they failed.", "fact"),
        ("It was an important opportunity that they have missed.", "assessment"),
        ("Patience is no plan.", "assessment"),
        ("It would be a grave error.", "assessment"),
        ("I would revive the treaty.", "recommendation"),
        ("It will take patience to sign it.", "assessment"),
    ],
)
def test_what_tells_of_facts_and_what_judges_are_weighed(words: str, kind: str) -> None:
    assert [lead.kind for lead in scan_paragraph(words, NAMES).candidates] == [kind]


def test_a_name_within_another_that_no_record_has_means_no_record() -> None:
    words = "They met at the Bank of Canada, in Mexico."
    scan = scan_paragraph(words, NAMES, others=[(16, 30)])
    assert [mention.words for mention in scan.mentions] == ["Mexico"]


def test_a_sentence_of_several_cues_is_one_lead() -> None:
    words = "They will need to restore trust, which will likely cost $5 million."
    assert [lead.kind for lead in scan_paragraph(words, NAMES).candidates] == ["recommendation"]


@pytest.mark.parametrize(
    ("words", "hedge"),
    [
        ("Prices will rise.", "will"),
        ("Prices will likely rise.", "will likely"),
        ("Prices may well rise.", "may well"),
        ("Prices could rise.", "could"),
        ("Prices are very unlikely to rise.", "are very unlikely"),
        ("One can hope that prices rise.", "one can hope"),
        ("It appears that prices will rise.", "it appears … will"),
        ("I think that prices will rise.", "I think … will"),
        ("It will end, and prices may rise.", "may"),
        ("It was some 5 miles.", "some"),
        ("It was more than $5 million.", "more than"),
    ],
)
def test_a_lead_has_the_whole_hedge(words: str, hedge: str) -> None:
    assert [lead.hedge for lead in scan_paragraph(words, NAMES).candidates] == [hedge]


@pytest.mark.parametrize(
    "words", ["The political will is there.", "It is the will of all.", "A mustard needle."]
)
def test_a_word_that_only_looks_like_a_cue_is_none(words: str) -> None:
    assert [lead.kind for lead in scan_paragraph(words, NAMES).candidates] == ["assessment"]


def test_each_sentence_is_read_by_itself_and_an_abbreviation_ends_none() -> None:
    words = "The U.S. Congress of Mr. Hull should act. Canada will see."
    candidates = scan_paragraph(words, NAMES).candidates
    assert [(candidate.kind, candidate.phrase) for candidate in candidates] == [
        ("recommendation", "Mr. Hull should act"),
        ("forecast", "Canada will see"),
    ]
    named = [[mention.words for mention in candidate.addressed] for candidate in candidates]
    assert named == [[], ["Canada"]]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Mexico and Canada should act.", ["Mexico", "Canada"]),
        ("Obama, Mexico, and Canada should act.", ["Obama", "Mexico", "Canada"]),
        ("It lies in Mexico, and both countries could act.", []),
        ("It is up to Canada to act.", ["Canada"]),
    ],
)
def test_advice_is_addressed_to_those_who_should_act(words: str, names: list[str]) -> None:
    scan = scan_paragraph(words, NAMES)
    assert [mention.words for mention in scan.candidates[0].addressed] == names


def test_no_phrase_ends_with_a_small_word() -> None:
    words = "They should agree on a plan for the border."
    assert scan_paragraph(words, NAMES).candidates[0].phrase == "should agree on a plan"


def test_a_phrase_stands_once_in_its_paragraph_and_is_short() -> None:
    words = "We must go on and on and on and on. They must go on and on and on and on."
    for candidate in scan_paragraph(words, NAMES).candidates:
        assert words.count(candidate.phrase) == 1
        assert len(candidate.phrase.split()) <= PHRASE_WORDS


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("on 8 October 2021", [("8 October 2021", "2021-10-08")]),
        ("on October 8, 2021,", [("October 8, 2021", "2021-10-08")]),
        ("in October 2021 and 2022", [("October 2021", "2021-10"), ("2022", "2022")]),
        ("in the summer of 2026", [("summer of 2026", "2026-22")]),
        ("in the 1990s", [("1990s", "199X")]),
        ("on 2021-10-08", [("2021-10-08", "2021-10-08")]),
        ("on October 1st, 2021", [("October 1st, 2021", "2021-10-01")]),
        ("in Fall 2017", [("Fall 2017", "2017-23")]),
        ("on July 13 it may", [("July 13", "")]),
        ("on 31 February 2021", [("31 February 2021", "")]),
        ("in 2009-10 and the 1900s", [("2009-10", ""), ("1900s", "")]),
        ("1,998 in May and $2000", []),
        ("on Jan. 20, and on Sept. 12, 2022", [("Jan. 20", ""), ("Sept. 12, 2022", "2022-09-12")]),
        ("20 of which may leave", []),
        ("on June 10-11, 2019", [("June 10-11, 2019", "2019-06-10/2019-06-11")]),
        ("on 10/06/2019", [("10/06/2019", "")]),
        ("el 10 de junio de 2019", [("10 de junio de 2019", "2019-06-10")]),
        ("el 1º de julio", [("1º de julio", "")]),
        ("en junio de 2019", [("junio de 2019", "2019-06")]),
        ("le 1er juillet 2019", [("1er juillet 2019", "2019-07-01")]),
        ("the rover Mars 2020", [("2020", "2020")]),
    ],
)
def test_dates_are_spotted_with_their_edtf_form_if_it_is_sure(
    words: str, dates: list[tuple[str, str]]
) -> None:
    assert [(date[0], as_edtf(date[0])) for date in find_dates(words)] == dates


@pytest.mark.parametrize("words", ["JUNE 10, 2019", "3 feb. 2021", "Mars 2020"])
def test_a_date_by_itself_may_be_written_in_any_case(words: str) -> None:
    assert as_edtf(words)


@pytest.mark.parametrize(
    "words",
    [
        "It ends on Jan. 20.",
        "They scan 100% of vehicles.",
        "The 10th most populous.",
        "The first 100 days.",
        "A Title 42 case.",
        "The G20 and COVID-19, since 9/11.",
    ],
)
def test_days_ranks_spans_and_laws_are_no_figures(words: str) -> None:
    (lead,) = scan_paragraph(words, NAMES).candidates
    assert lead.kind != "figure"


@pytest.mark.parametrize(
    ("number", "value", "unit"),
    [
        ("$1.2 billion", "1200000000", "US dollars"),
        ("US$5", "5", "US dollars"),
        ("C$5", "5", "Canadian dollars"),
        ("€5", "5", "euros"),
        ("1,500", "1500", ""),
        ("3 percent", "3", "percent"),
        ("2.50%", "2.5", "percent"),
        ("3-million", "3000000", ""),
    ],
)
def test_a_number_has_its_value_in_base_units_and_its_unit_by_its_sign(
    number: str, value: str, unit: str
) -> None:
    lead = scan_paragraph(f"It was {number} of all.", NAMES).candidates[0]
    assert (lead.kind, lead.value, lead.unit) == ("figure", value, unit)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("They met at the Bank of Canada.", {"Bank of Canada"}),
        ("They met President Obama.", set()),
        ("They met Jeb Obama in New Mexico.", {"Jeb Obama", "New Mexico"}),
        ("They hired. Without Mexico they could not.", set()),
        ("They met President Ana Ruiz.", {"Ana Ruiz"}),
        ("They met Mexican leaders.", set()),
        ("They met the Office of the U.S. Trade Board in El Paso.",
         {"Office of the U.S. Trade Board", "El Paso"}),
        ("Suddenly it was Monday in May.", set()),
        ("Trade matters to Ana Ruiz’s trade.", {"Ana Ruiz"}),
        ("They met Ana Ruiz. Ruiz, as Ruiz will, spoke.", {"Ana Ruiz"}),
        ("They met Mexico and Canada.", set()),
        ("On Jan. 20 they met Mr. Biden.", {"Biden"}),
    ],
)  # fmt: skip
def test_capitalised_names_that_no_record_has_are_candidates(words: str, names: set[str]) -> None:
    text = {1: words}
    assert set(unknown_names(text, unknown_places(text, NAMES))) == names


def test_a_compound_names_each_of_its_parts() -> None:
    names = NameIndex(
        [
            ("actors", "mexico", actor("Mexico")),
            ("actors", "united-states", actor("United States", "U.S.")),
            ("actors", "ties", actor("U.S.-Mexico ties")),
        ]
    )
    scan = scan_paragraph("They spoke of U.S.-Mexico ties.", names)
    assert [mention.words for mention in scan.mentions] == ["U.S.", "Mexico", "U.S.-Mexico ties"]


def test_a_candidate_is_given_with_its_paragraphs() -> None:
    text = {1: "They met Ana Ruiz.", 2: "Nothing.", 3: "So Ruiz left, and so on."}
    assert unknown_names(text, unknown_places(text, NAMES)) == {"Ana Ruiz": (1, 3)}


def test_markdown_loses_its_marks_but_no_word() -> None:
    content = (
        "# Title\n\nA *bold* [link](x) &\nmore `code`. ![picture](y)\n\n## One\n\n## Two\n\n"
        "> Quoted.\n\n- item\n- other\n\n## Empty\n"
    )
    document = read_document(content, is_markdown=True)
    assert document.title == "Title"
    assert list(document.text.values()) == ["A bold link & more code.", "Quoted.", "item", "other"]
    assert document.sections == (("Opening", 1), ("One: Two", 2))


def test_what_nobody_sees_in_a_text_is_left_out() -> None:
    document = read_document("---\ntitle: A\u200b\n---\nb\ufeff\xa0c", is_markdown=True)
    assert (document.title, document.text) == ("A", {1: "b c"})


def test_plain_text_is_cut_at_blank_lines_and_otherwise_kept() -> None:
    document = read_document("# One\n* two\n\nthree", is_markdown=False)
    assert document.text == {1: "# One * two", 2: "three"}


def test_plain_text_without_blank_lines_is_cut_at_each_line() -> None:
    assert read_document("one\ntwo\n", is_markdown=False).text == {1: "one", 2: "two"}


def test_paragraphs_that_come_with_numbers_keep_one() -> None:
    assert read_document("[1] one\n\n[2] two", is_markdown=True).text == {1: "one", 2: "two"}


@pytest.mark.parametrize(
    ("words", "language", "numbers"),
    [
        ("twenty-five, the second, twice, 1,998 and a trillion", "en", {25, 2, 1998, 10**12}),
        ("$2 to $3 billion", "en", {2, 2 * 10**9, 3 * 10**9}),
        ("20 millones", "es", {20 * 10**6}),
        ("140 mil, 3 mil 300 millones", "es", {140_000, 3_300 * 10**6}),
        ("un millón 600 mil", "es", {1_600_000}),
        ("660 mil millones", "es", {660 * 10**9}),
        ("dos mil quinientos o seis mil millones", "es", {2_500, 6 * 10**9}),
        ("3.300 en total", "es", {3300, Decimal("3.3")}),
        ("vingt mille; 3,3 milliards", "fr", {20_000, 3_300 * 10**6}),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(
    words: str, language: str, numbers: set[float]
) -> None:
    assert numbers_in(words, language) == numbers


@pytest.mark.parametrize(
    ("words", "kind", "hedge"),
    [
        ("México debe cumplir el acuerdo.", "recommendation", ""),
        ("México deberá cumplir el acuerdo.", "recommendation", ""),
        ("México tendrá que cumplir el acuerdo.", "recommendation", ""),
        ("Se debe a las lluvias de ayer.", "assessment", ""),
        ("Debería haber llegado la paz ayer.", "assessment", ""),
        ("México será más fuerte que nunca.", "forecast", "will"),
        ("Los problemas se agudizarán con ello.", "forecast", "will"),
        ("Es poco probable que México ceda.", "forecast", "unlikely"),
        ("Parece que la paz llegará por fin.", "forecast", "seems … will"),
        ("Irán y Panamá están muy lejos.", "assessment", ""),
        ("Ambos firmaron un tratado por fin.", "fact", ""),
        ("Costó unos 20 millones de pesos.", "figure", "some"),
        ("Fue la semana de 100 días largos.", "fact", ""),
    ],
)
def test_a_sentence_in_spanish_has_its_likely_kind_and_hedge(
    words: str, kind: str, hedge: str
) -> None:
    (found,) = scan_paragraph(words, NAMES, LANGUAGES["es"]).candidates
    assert (found.kind, found.hedge) == (kind, hedge)
    assert "¿" not in found.phrase


@pytest.mark.parametrize(
    ("given", "words", "code"),
    [
        ("", "The end of the road.", "en"),
        ("", "El fin del camino es de todos.", "es"),
        ("", "La fin de la route et des gens.", "fr"),
        ("es-MX", "OK", "es"),
    ],
)
def test_the_language_of_a_text_is_given_or_seen_by_its_small_words(
    given: str, words: str, code: str
) -> None:
    assert language_of(given, [words]).code == code
