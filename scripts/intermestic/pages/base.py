"""What all kinds of pages share: the frame, claims ready to be shown, and the context."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.editions.history import NO_HISTORY, EditionHistory
from intermestic.knowledge import Claim, Fate, KnowledgeBase, Part
from intermestic.pages.links import Links, Ref, RichText
from intermestic.records.citations import Citation
from intermestic.records.models import COLLECTIONS
from intermestic.records.statements import Statement


@dataclass(frozen=True)
class Frame:
    """What is known of a page without its content: for front matter, metadata, cards, feeds.

    `path` is below docs/. `template` and `script` are the stems of files. `lead` is one sentence,
    or empty. `label` says what kind of page it is. `text_title` is the title of the text whose
    page it is, if the text has one. `sources` are the ids of the sources that the page draws on;
    `statements` counts the statements that it gathers, `speaking` the sources that make them.
    `subject` is the id of the record that the page is about; `is_record` is true on the record's
    own page. `names` are what else the search finds the page by, `facets` the values by which it
    filters. `redirect` is the address to which the page leads on. Search engines should not list
    a page that is `hidden`.
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
        """The title of the text whose page it is, if it has one, or the title of the page."""
        return self.text_title or self.title

    @property
    def ref(self) -> Ref:
        """A link to the page."""
        return Ref(self.title, self.path)

    @property
    def is_text(self) -> bool:
        """Whether it is the own page of a source."""
        return self.is_record and self.subject in self.sources

    @property
    def is_former(self) -> bool:
        """Whether it stands at a former address, so that nobody cites or shares it."""
        return bool(self.redirect or self.hidden)

    @property
    def front_matter(self) -> Mapping[str, object]:
        """The values that the site generator needs, and the mark of a generated page."""
        values = {
            "title": self.title,
            "generated_from": self.generated_from,
            "redirect": self.redirect,
            "noindex": self.hidden,
            "script": self.script,
        }
        return {key: value for key, value in values.items() if value}


@dataclass(frozen=True)
class Page:
    """A page: its frame. Each kind of page adds what it shows."""

    frame: Frame

    @property
    def listed(self) -> tuple[Ref, ...]:
        """The links in its lists: its prose does not lead to the same once more."""
        return ()


@dataclass(frozen=True)
class Report:
    """What a source reports, and the paragraphs that say so."""

    text: RichText
    cites: tuple[Ref, ...]


@dataclass(frozen=True)
class FateCell:
    """What a source has to do with advice or a forecast: see `knowledge.Part`.

    `outcome` and `report` say what it reports, if it does.
    """

    source: Ref
    part: Part
    outcome: str
    report: Report | None

    @property
    def mark(self) -> str:
        """Its name for marks and words: the outcome, if it reports one, or its part."""
        return mark_of(self.outcome or self.part)


@dataclass(frozen=True)
class ShownClaim:
    """A claim, ready to be shown.

    `address` is `source/statement`; `line` is its line in the file of its source. `place` leads
    to its paragraph, `permalink` to the claim itself. `passage` is the web address of the text,
    if the text is online, `language` the code of its language, if it is not English. `fate` has
    a cell for each source that is compared, of advice and forecasts only.
    """

    statement: Statement
    address: str
    line: int
    text: RichText
    note: RichText
    place: Ref
    permalink: Ref
    passage: str
    language: str
    areas: tuple[Ref, ...]
    said_by: tuple[Ref, ...]
    addressees: tuple[Ref, ...]
    repeats: tuple[Ref, ...]
    repeated_in: tuple[Ref, ...]
    fate: tuple[FateCell, ...]

    @property
    def became(self) -> str:
        """What became of it by the latest report, or else that it was asked for again.

        Without either: silent, if a source was searched for it, or open. Empty if none is later.
        """
        parts = {cell.part for cell in self.fate}
        outcomes = [cell.outcome for cell in self.fate if cell.outcome]
        found = (part for part in ("again", "silent", "open") if part in parts)
        return outcomes[-1] if outcomes else next(found, "")

    @property
    def is_unanswered(self) -> bool:
        """Whether later sources were searched for it, and none says anything of it."""
        later = {cell.part for cell in self.fate} - {"before", "made"}
        return later == {"silent"}


def mark_of(name: str) -> str:
    """Return a name as classes and addresses have it, without spaces."""
    return name.replace(" ", "-")


def section_title(name: str) -> str:
    """Return the title of the first page of a section: a collection's index, or an overview."""
    return words(f"collection-{name}") if name in COLLECTIONS else words(f"{name}-title")


def index_ref(name: str) -> Ref:
    """Return a link to the first page of a section."""
    return Ref(section_title(name), addresses.index(name))


@dataclass(frozen=True)
class Context:
    """What pages are made from. Each claim is prepared once and shared by all pages."""

    knowledge: KnowledgeBase
    history: EditionHistory = NO_HISTORY
    site_name: str = ""
    _shown: dict[str, ShownClaim] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def links(self) -> Links:
        """The resolver of ids, citations and prose."""
        return Links(self.knowledge)

    def claims(self, claims: Iterable[Claim]) -> tuple[ShownClaim, ...]:
        """Return `claims`, ready to be shown."""
        return tuple(self.claim(claim) for claim in claims)

    def claim(self, claim: Claim) -> ShownClaim:
        """Return `claim`, ready to be shown."""
        if claim.address not in self._shown:
            self._shown[claim.address] = self._show(claim)
        return self._shown[claim.address]

    def _show(self, claim: Claim) -> ShownClaim:
        statement, links = claim.statement, self.links
        source = self.knowledge.source(claim.source)
        repeated_in = self.knowledge.repeated_in.get(claim.address, ())
        return ShownClaim(
            statement=statement,
            address=claim.address,
            line=claim.line,
            text=links.prose(statement.text),
            note=links.prose(statement.note or ""),
            place=links.paragraphs(claim.source, statement.para),
            permalink=links.permalink(claim),
            passage=source.text_url or "",
            language=source.language or "",
            areas=links.refs(statement.areas),
            said_by=links.refs(statement.said_by),
            addressees=links.refs(getattr(statement, "addressees", ())),
            repeats=tuple(map(links.statement, getattr(statement, "repeats", ()))),
            repeated_in=tuple(map(links.statement, repeated_in)),
            fate=tuple(map(self._fate, self.knowledge.fate(claim))),
        )

    def _fate(self, fate: Fate) -> FateCell:
        found = fate.report
        report = self.report(found.text, found.cite) if found else None
        outcome = found.outcome if found else ""
        return FateCell(self.links.ref(fate.source), fate.part, outcome, report)

    def report(self, text: str, citations: Iterable[Citation]) -> Report:
        """Return what one source reports, with its links resolved."""
        return Report(self.links.prose(text), self.links.cites(citations, named=False))

    def overview(self, name: str, script: str = "", template: str = "") -> Frame:
        """Return the frame of the overview `name`, which its folder, words and template have."""
        return self.gathering(
            Frame(
                path=addresses.index(name),
                title=section_title(name),
                template=template or name,
                script=script,
                lead=words(f"{name}-lead"),
                label=words("label-overview"),
            )
        )

    def gathering(self, frame: Frame) -> Frame:
        """Return `frame` for a page that draws on all sources."""
        claims = self.knowledge.claims_in
        return replace(
            frame,
            sources=self.knowledge.ids.get("sources", ()),
            statements=sum(map(len, claims.values())),
            speaking=len(claims),
        )
