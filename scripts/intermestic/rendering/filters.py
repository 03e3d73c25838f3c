"""The filters of the templates, which turn what page models hold into Markdown.

Templates escape every value that no filter has made Markdown.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from urllib.parse import quote

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from intermestic import addresses, catalogue
from intermestic.english import date_in_words, in_words, quantity, with_capital
from intermestic.pages.base import Page, ShownClaim
from intermestic.pages.links import Ref, RichText, plain
from intermestic.records.characters import runs_right_to_left, ways
from intermestic.records.citations import paragraphs
from intermestic.records.dates import BEGINNING, EdtfDate, exact_date
from intermestic.rendering.markdown import escape, link


def words(name: str, /, **values: object) -> Markup:
    """Return a message of the catalogue as Markdown, its values escaped."""
    prepared = {k: v if isinstance(v, int) else escape(v) for k, v in values.items()}
    return Markup(catalogue.words(name, **prepared))


def count(number: int, noun: str) -> Markup:
    """Return a number with its noun, by the message `count-<noun>`: `1,318 statements`."""
    return words(f"count-{noun}", count=number)


def kinds(counts: Iterable[tuple[str, int]]) -> Markup:
    """Return the number of statements of each kind, separated by commas."""
    return Markup(", ").join(count(number, kind) for kind, number in counts)


@pass_context
def ref(context: Context, target: Ref, words: str = "") -> Markup:
    """Return a link, or only its words if it leads to the page on which it stands."""
    page: Page = context["page"]
    shown = words or target.words
    if target.path == page.frame.path and not target.anchor:
        return isolated(shown)
    return link(shown, address(context, target))


@pass_context
def address(context: Context, target: Ref) -> Markup:
    """Return the address of a link, as the page on which it stands has it."""
    page: Page = context["page"]
    anchor = f"#{target.anchor}" if target.anchor else ""
    if anchor and target.path == page.frame.path:
        return Markup(anchor)
    return Markup(addresses.relative(target.path, page.frame.path) + anchor)


@pass_context
def refs(context: Context, targets: Iterable[Ref]) -> Markup:
    """Return links separated by commas."""
    return Markup(", ").join(ref(context, target) for target in targets)


@pass_context
def cites(context: Context, targets: Iterable[Ref]) -> Markup:
    """Return links to cited paragraphs, separated by semicolons."""
    return Markup("; ").join(ref(context, target) for target in targets)


@pass_context
def counted_refs(context: Context, counts: Iterable[tuple[Ref, int]]) -> Markup:
    """Return links, each followed by its number, separated by commas."""
    return Markup(", ").join(ref(context, target) + f" ({n})" for target, n in counts)


@pass_context
def prose(context: Context, text: RichText) -> Markup:
    """Return prose on one line, with its links, but none to what the page's prose linked to."""
    is_right_to_left = _runs_right_to_left(plain(text))
    return Markup("").join(
        ref_once(context, piece) if isinstance(piece, Ref) else isolated(piece, is_right_to_left)
        for piece in text
    )


@pass_context
def ref_once(context: Context, target: Ref) -> Markup:
    """Return a link, or only its words if the page's prose has led there before."""
    linked: set[Ref] = context["linked"]
    place = replace(target, words="")
    if place in linked:
        return isolated(target.words)
    linked.add(place)
    return ref(context, target)


@pass_context
def refs_once(context: Context, targets: Iterable[Ref]) -> Markup:
    """Return links separated by commas, but none to where the page's prose has led before."""
    return Markup(", ").join(ref_once(context, target) for target in targets)


def _runs_right_to_left(text: str) -> bool:
    """Whether a sentence runs from right to left: its first word does, and most of all do."""
    if not runs_right_to_left(text):
        return False
    found = [runs_right_to_left(word) for word in re.findall(r"[^\W\d_]+", text)]
    return found[0] and sum(found) > len(found) / 2


def isolated(text: str, is_right_to_left: bool = False) -> Markup:
    """Return text of a line that runs one way; what runs the other way in it turns nothing else.

    Browsers take the direction of a line from its first letter that is not in a `<bdi>`.
    """
    if not runs_right_to_left(text):
        return _between_links(text)
    return Markup("").join(
        Markup("<bdi>") + _between_links(run) + Markup("</bdi>") if other else _between_links(run)
        for run, other in ways(text, is_right_to_left)
    )


def _between_links(text: str) -> Markup:
    """Return text that stands between links, where the spaces at its ends count."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return Markup(before) + escape(text) + Markup(after)


def title(text: str) -> Markup:
    """Return text as the title of a fold, which stands between straight quotation marks."""
    return isolated(text.replace('"', "”"))


def names(items: Iterable[str]) -> Markup:
    """Return names, or the parts of a citation, separated by commas."""
    return Markup(", ").join(map(isolated, items))


def web_link(address: str) -> Markup:
    """Return a link to a web address that shows the address."""
    return link(address, addresses.quote_url(address))


def quotation(words: str, language: str = "") -> Markup:
    """Return words of a text in quotation marks; `language` is theirs, if it is not English."""
    shown = isolated(f"“{words}”")
    return Markup(f'<span lang="{language}">{shown}</span>') if language else shown


def passage(claim: ShownClaim) -> Markup:
    """Return the quoted words of a text, as a link to them if the text is online."""
    phrase = claim.statement.phrase
    words = quotation(phrase, claim.language)
    if not claim.passage:
        return words
    # In a text directive (see the specification of URL fragments) a hyphen has a meaning.
    directive = quote(phrase, safe="").replace("-", "%2D")
    return link(words, f"{addresses.quote_url(claim.passage)}#:~:text={directive}")


def data(value: Decimal, words: str = "") -> Markup:
    """Return a number for readers and scripts: `<data value="5600000">5.6 million</data>`."""
    return Markup(f'<data value="{value:f}">{escape(words or quantity(value))}</data>')


def time(date: EdtfDate) -> Markup:
    """Return a date for readers and scripts: `<time datetime="2016-06" data-sort="20160601">`.

    It sorts by its first day, and with an open beginning by its last. HTML has no form for
    seasons, spans, uncertain dates and years before our era.
    """
    year, month, day = date.last if date.first == BEGINNING else date.first
    key = year * 10_000 + month * 100 + day
    shown = escape(date_in_words(date))
    exact = exact_date(date)
    if exact and not exact.season and year > 0:
        return Markup(f'<time datetime="{exact.iso}" data-sort="{key}">{shown}</time>')
    return Markup(f'<span data-sort="{key}">{shown}</span>')


FILTERS: dict[str, Callable[..., object]] = {
    "address": address,
    "cites": cites,
    "count": count,
    "counted_links": counted_refs,
    "data": data,
    "date": date_in_words,
    "in_words": in_words,
    "kinds": kinds,
    "link": ref,
    "links": refs,
    "links_once": refs_once,
    "names": names,
    "numbers": paragraphs,
    "passage": passage,
    "quotation": quotation,
    "plain": plain,
    "prose": prose,
    "sentence": with_capital,
    "title": title,
    "time": time,
    "web_link": web_link,
}
