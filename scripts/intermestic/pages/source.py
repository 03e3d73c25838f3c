"""The page of a source: its bibliographic facts, then every paragraph with its statements."""

from dataclasses import dataclass
from itertools import groupby

from intermestic.citations.works import citation_parts, source_work
from intermestic.knowledge import Entry, grouped
from intermestic.pages.about import About, about, record_frame
from intermestic.pages.base import Context, Page, Report, ShownClaim
from intermestic.pages.former import Gone, gone
from intermestic.pages.links import Ref, RichText
from intermestic.records.dates import EdtfDate
from intermestic.records.source import OPENING, Coverage, coverage_of, paragraphs_of


@dataclass(frozen=True)
class OtherPrinting:
    """Where else a text was printed, and in what that differs."""

    where: RichText
    date: EdtfDate
    url: str
    differs: RichText


@dataclass(frozen=True)
class Bibliography:
    """The bibliographic facts of a text, with its citation."""

    authors: tuple[Ref, ...]
    authorship: RichText
    type: str
    journal: RichText
    issue: str
    publisher: RichText
    series: str
    language: str
    date: EdtfDate
    date_basis: RichText
    printings: tuple[OtherPrinting, ...]
    url: str
    text_url: str
    citation: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its claims, or why nothing is taken from it."""

    number: int
    claims: tuple[ShownClaim, ...]
    omission: RichText


@dataclass(frozen=True)
class Section:
    """A part of a text: its heading and its paragraphs, one at least.

    `language` is that of the heading, if it is not English.
    """

    heading: str
    language: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class SourcePage(Page):
    """The page of a source. `key_points` are what its text says above all."""

    about: About
    key_points: tuple[Report, ...]
    bibliography: Bibliography
    coverage: Coverage
    sections: tuple[Section, ...]
    withdrawn: tuple[Gone, ...]


def source_page(
    context: Context, entry: Entry, before: Entry | None = None, after: Entry | None = None
) -> SourcePage:
    """Return the page of the source `entry`; `before` and `after` are its neighbours."""
    source = context.knowledge.source(entry.id)
    return SourcePage(
        frame=record_frame(
            context, entry, context.knowledge.claims_in.get(entry.id, ()), script="place"
        ),
        about=about(context, entry, before, after),
        key_points=tuple(
            Report(
                context.links.prose(point.text),
                (context.links.paragraphs(entry.id, point.para, named=False),),
            )
            for point in source.key_points
        ),
        bibliography=_bibliography(context, entry),
        coverage=coverage_of(source),
        sections=_sections(context, entry),
        withdrawn=tuple(gone(context, w) for w in context.history.withdrawn_from(entry.id)),
    )


def _bibliography(context: Context, entry: Entry) -> Bibliography:
    source, links = context.knowledge.source(entry.id), context.links
    return Bibliography(
        authors=links.refs(source.authors),
        authorship=links.prose(source.authorship),
        type=source.type,
        journal=links.prose(source.journal or ""),
        issue=source.issue or "",
        publisher=links.prose(source.publisher or ""),
        series=source.series or "",
        language=source.language or "",
        date=source.date,
        date_basis=links.prose(source.date_basis),
        printings=tuple(
            OtherPrinting(
                links.prose(it.where), it.date, it.url or "", links.prose(it.differs or "")
            )
            for it in source.printings
        ),
        url=source.url or "",
        text_url=source.text_url or "",
        citation=citation_parts(source_work(context.knowledge, entry.id)),
    )


def _sections(context: Context, entry: Entry) -> tuple[Section, ...]:
    source = context.knowledge.source(entry.id)
    claims = context.knowledge.claims_in.get(entry.id, ())
    claims_at = grouped((claim.statement.para[0], claim) for claim in claims)
    return tuple(
        Section(
            section.heading,
            "" if section.heading == OPENING else source.language or "",
            tuple(
                Paragraph(
                    paragraph.number,
                    context.claims(claims_at.get(paragraph.number, ())),
                    context.links.prose(paragraph.reason),
                )
                for paragraph in paragraphs
            ),
        )
        for section, paragraphs in groupby(paragraphs_of(source), lambda each: each.section)
    )
