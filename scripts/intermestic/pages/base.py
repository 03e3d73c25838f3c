"""What every page is made of: its frame, and the claims that it shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from intermestic import addresses
from intermestic.editions.history import NO_HISTORY, EditionHistory
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.links import Links, Ref, RichText
from intermestic.records.citations import Citation
from intermestic.records.prose import shorten
from intermestic.records.statements import KINDS, FollowUp, Recommendation, Statement

DESCRIPTION_LENGTH = 160


@dataclass(frozen=True)
class Frame:
    """A page without its content: where it stands, and what is told of it beyond its text.

    `path` is below docs/; `template` and `script` are files by their stem; `lead` is one sentence,
    or nothing. `label` says what kind of page it is. `heading` is the title of the text whose page
    it is, if that has one. `sources` are the ids of the sources that it draws on; it gathers so
    many `statements`, from `speaking` of them. `subject` is the id of the record that it is about,
    and `is_record` true on that record's own page. `names` are what else the search finds it by,
    `facets` what it filters by. A page that leads on has a `redirect`, an address; one that search
    engines should pass over is `hidden`.
    """

    path: str
    title: str
    template: str
    generated_from: str = "data"
    script: str = ""
    lead: str = ""
    label: str = ""
    text_title: str = ""
    sources: tuple[str, ...] = ()
    statements: int = 0
    speaking: int = 0
    subject: str = ""
    is_record: bool = False
    names: tuple[str, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    redirect: str = ""
    hidden: bool = False

    @property
    def heading(self) -> str:
        """Its title, or that of the text whose page it is, if it has one."""
        return self.text_title or self.title

    @property
    def is_text(self) -> bool:
        """Whether it is a source's own page."""
        return self.is_record and self.subject in self.sources

    @property
    def is_former(self) -> bool:
        """Whether nobody cites or shares it: it leads on, or says that nothing is left."""
        return bool(self.redirect or self.hidden)

    @property
    def front_matter(self) -> Mapping[str, object]:
        """What renderers need to know of the page, and the mark that it is generated."""
        found = {
            "title": self.title,
            "generated_from": self.generated_from,
            "redirect": self.redirect,
            "noindex": self.hidden,
            "script": self.script,
            "description": shorten(self.lead, DESCRIPTION_LENGTH) if self.is_record else "",
            "names": list(self.names),
            "search": {name: list(values) for name, values in self.facets},
        }
        return {key: value for key, value in found.items() if value}


@dataclass(frozen=True)
class Page:
    """A page: its frame, and, in each kind of page, what stands in it."""

    frame: Frame


@dataclass(frozen=True)
class Report:
    """What a source reports of something, and the paragraphs that say so."""

    text: RichText
    cites: tuple[Ref, ...]


@dataclass(frozen=True)
class ShownClaim:
    """A claim as pages show it: `place` leads to its paragraph, `permalink` to itself.

    `address` is source/statement, `line` that of its record's file. `passage` is the web
    address of the text, if that is online.
    """

    statement: Statement
    address: str
    line: int
    text: RichText
    note: RichText
    place: Ref
    permalink: Ref
    passage: str
    areas: tuple[Ref, ...]
    said_by: tuple[Ref, ...]
    addressees: tuple[Ref, ...]
    repeats: tuple[Ref, ...]
    repeated_in: tuple[Ref, ...]
    follow_ups: tuple[Report, ...]


Counts = tuple[tuple[str, int], ...]


def count_kinds(claims: Iterable[Claim]) -> Counts:
    """Return how many claims of each kind there are, without those of which there are none."""
    kinds = [claim.statement.kind for claim in claims]
    return tuple((kind, kinds.count(kind)) for kind in KINDS if kind in kinds)


@dataclass(frozen=True)
class Context:
    """What pages are made of, with its links resolved; each claim is made ready once."""

    knowledge: KnowledgeBase
    history: EditionHistory = NO_HISTORY
    site_name: str = ""
    _shown: dict[str, ShownClaim] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def links(self) -> Links:
        """What resolves ids, citations and prose."""
        return Links(self.knowledge)

    def claims(self, claims: Iterable[Claim]) -> tuple[ShownClaim, ...]:
        """Return `claims` as pages show them."""
        return tuple(self.claim(claim) for claim in claims)

    def claim(self, claim: Claim) -> ShownClaim:
        """Return `claim` as pages show it."""
        if claim.address not in self._shown:
            self._shown[claim.address] = self._show(claim)
        return self._shown[claim.address]

    def _show(self, claim: Claim) -> ShownClaim:
        statement, links = claim.statement, self.links
        is_advice = isinstance(statement, Recommendation)
        repeated_in = self.knowledge.repeated_in.get(claim.address, ()) if is_advice else ()
        return ShownClaim(
            statement=statement,
            address=claim.address,
            line=claim.line,
            text=links.prose(statement.text),
            note=links.prose(statement.note or ""),
            place=links.paragraphs(claim.source, statement.para),
            permalink=links.permalink(claim),
            passage=self.knowledge.source(claim.source).text_url or "",
            areas=links.refs(statement.areas),
            said_by=links.refs(statement.said_by),
            addressees=links.refs(getattr(statement, "addressees", ())),
            repeats=tuple(links.statement(each) for each in getattr(statement, "repeats", ())),
            repeated_in=tuple(links.statement(each) for each in repeated_in),
            follow_ups=self.reports(getattr(statement, "follow_ups", ())),
        )

    def reports(self, reports: Iterable[FollowUp]) -> tuple[Report, ...]:
        """Return reports with their links resolved."""
        return tuple(self.report(report.text, report.cite) for report in reports)

    def report(self, text: str, citations: Iterable[Citation]) -> Report:
        """Return a report with its links resolved."""
        return Report(self.links.prose(text), self.links.cites(citations))

    def overview(
        self, name: str, title: str, lead: str, script: str = "", label: str = ""
    ) -> Frame:
        """Return the frame of a page that draws on all sources; its folder is `name`."""
        claims = self.knowledge.claims_in
        return Frame(
            path=addresses.index(name),
            title=title,
            template=name,
            script=script,
            lead=lead,
            label=label,
            sources=self.knowledge.ids.get("sources", ()),
            statements=sum(map(len, claims.values())),
            speaking=len(claims),
        )

    def written_page(self, path: str, title: str) -> Frame:
        """Return the frame of a page that is written by hand, at `path`."""
        return replace(self.overview("", title, ""), path=path)

    def generated_from(self, frame: Frame, folder: str, template: str) -> Frame:
        """Return `frame`, made from the records in `folder` and laid out by `template`."""
        return replace(frame, generated_from=folder, template=template)
