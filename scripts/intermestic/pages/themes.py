"""The claims about an actor by theme: each stands under one, the most special of its subjects.

Of a country that everything is about, the claims stand on the pages of the policy areas, and a
theme is such an area.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.knowledge import Claim, Entry, KnowledgeBase, grouped
from intermestic.pages.base import Context, ShownClaim
from intermestic.pages.links import Ref

# More themes are one, the last.
MOST_THEMES = 8


@dataclass(frozen=True)
class Theme:
    """A theme: what was said in it last, and its claims, oldest source first.

    If the claims are too many for the page of their record, `claims` is empty and `pages` leads to
    those of each source on pages of their own.
    """

    id: str
    name: str
    number: int
    newest: ShownClaim | None
    claims: tuple[ShownClaim, ...]
    pages: tuple[tuple[Ref, int], ...] = ()


def themes_of(context: Context, entry: Entry, apart: Iterable[str]) -> tuple[Theme, ...]:
    """Return the themes of a record, by their claims; those of the sources `apart` have pages."""
    return tuple(
        Theme(
            theme,
            _name(context, theme),
            len(claims),
            _newest(context, entry.id, claims) if theme else None,
            () if apart else context.claims(claims),
            tuple(_pages(context, entry, theme, claims)) if apart else (),
        )
        for theme, claims in _by_theme(context.knowledge, entry.id).items()
    )


def areas_of(context: Context, entry: Entry) -> tuple[Theme, ...]:
    """Return the policy areas under which the claims about a record are filed, as its themes."""
    claims = context.knowledge.claims_about[entry.id]
    found = grouped((area, claim) for claim in claims for area in claim.statement.areas)
    greatest = sorted(found, key=lambda area: -len(found[area]))
    themes = [
        Theme(
            area,
            context.knowledge.name(area),
            len(found[area]),
            _newest(context, entry.id, found[area]),
            (),
            tuple(_on_area_page(context, area, found[area])),
        )
        for area in greatest[:MOST_THEMES]
    ]
    others = tuple((context.links.ref(area), len(found[area])) for area in greatest[MOST_THEMES:])
    if others:
        number = len({c.address for area in greatest[MOST_THEMES:] for c in found[area]})
        themes.append(Theme("", words("other-themes"), number, None, (), others))
    return tuple(themes)


def _on_area_page(
    context: Context, area: str, claims: Iterable[Claim]
) -> Iterable[tuple[Ref, int]]:
    """Yield a link to each source's claims on the page of an area, and their number."""
    for source, number in Counter(claim.source for claim in claims).items():
        name = context.knowledge.name(source)
        yield context.links.ref(area, name, addresses.source_anchor(source)), number


def themes_in(context: Context, entry: Entry, source: str) -> tuple[Theme, ...]:
    """Return the themes of a record with the claims of one source, if it has any."""
    found = {
        theme: [claim for claim in claims if claim.source == source]
        for theme, claims in _by_theme(context.knowledge, entry.id).items()
    }
    return tuple(
        Theme(theme, _name(context, theme), len(claims), None, context.claims(claims))
        for theme, claims in found.items()
        if claims
    )


def _name(context: Context, theme: str) -> str:
    return context.knowledge.name(theme) if theme else words("other-themes")


def _by_theme(knowledge: KnowledgeBase, id: str) -> dict[str, tuple[Claim, ...]]:
    """Return the claims about a record by theme, the greatest first and the others last."""
    claims = knowledge.claims_about.get(id, ())
    found = grouped((_theme(knowledge, claim), claim) for claim in claims)
    greatest = sorted((theme for theme in found if theme), key=lambda theme: -len(found[theme]))
    shown = {theme: found[theme] for theme in greatest[:MOST_THEMES]}
    others = tuple(claim for claim in claims if _theme(knowledge, claim) not in shown)
    return shown | ({"": others} if others else {})


def _theme(knowledge: KnowledgeBase, claim: Claim) -> str:
    """Return the widest area of a claim, of several that of which least is said."""
    areas = knowledge.widest_areas(claim.statement.areas)
    return min(areas, key=lambda area: len(knowledge.claims_about[area]), default="")


def _newest(context: Context, id: str, claims: Iterable[Claim]) -> ShownClaim | None:
    """Return the shortest of the newest source's assessments of the record, or else of its claims.

    None if no claim is about the record itself.
    """
    about = [claim for claim in claims if id in claim.about]
    found = [c for c in about if c.statement.kind == "assessment"] or about
    if not found:
        return None
    newest = [claim for claim in found if claim.source == found[-1].source]
    return context.claim(min(newest, key=lambda claim: len(claim.statement.text)))


def _pages(
    context: Context, entry: Entry, theme: str, claims: Iterable[Claim]
) -> Iterable[tuple[Ref, int]]:
    """Yield a link to each source's claims of a theme, and their number."""
    anchor = addresses.theme_anchor(theme)
    for source, number in Counter(claim.source for claim in claims).items():
        path = addresses.statements(entry.collection, entry.id, source)
        yield Ref(context.knowledge.name(source), path, anchor), number
