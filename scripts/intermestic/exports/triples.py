"""The knowledge base as triples: records, statements with their provenance, and ties.

A statement derives from its paragraphs (PROV) and names the words by which to find the spot (a
TextQuoteSelector); its author is who says it, and it is part of the edition. A tie is one triple;
where more is known of it than that its record has it, an rdf:Statement tells that.
"""

from collections.abc import Iterator, Sequence

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS
from rdflib.term import Node

from intermestic.exports.about import DESCRIPTION, LICENCE, citation
from intermestic.exports.nodes import Triple, address, calendar_date, decimal, edtf, of, text
from intermestic.exports.rows import paragraphs, record_date
from intermestic.exports.vocabulary import (
    CLASSES,
    OA,
    OWN_CLASSES,
    OWN_PROPERTIES,
    RELATIONS,
    Iris,
)
from intermestic.knowledge import Claim, Entry, KnowledgeBase, Relation
from intermestic.reading.publication import Publication
from intermestic.records.models import (
    DateRecord,
    Initiative,
    PolicyArea,
    Position,
    Proposition,
    Source,
    StatusReport,
    Term,
    Typed,
)
from intermestic.records.statements import Figure, FollowUp, Forecast, Recommendation


def triples(knowledge: KnowledgeBase, publication: Publication) -> Iterator[Triple]:
    """Every triple of the data."""
    maker = _Triples(knowledge, publication)
    yield from maker.dataset()
    yield from maker.vocabulary()
    for entry in knowledge.entries.values():
        yield from maker.record(entry)
    for said in knowledge.claims:
        yield from maker.statement(said)
    for number, tie in enumerate(knowledge.relations, 1):
        yield from maker.tie(number, tie)


class _Triples:
    def __init__(self, knowledge: KnowledgeBase, publication: Publication) -> None:
        self.knowledge = knowledge
        self.publication = publication
        self.names = Iris(knowledge, publication)
        self.own = self.names.own

    def prose(self, text: str | None) -> Literal | None:
        return Literal(self.knowledge.plain(text), lang="en") if text else None

    def dataset(self) -> Iterator[Triple]:
        """The edition of the data that is being made."""
        edition = self.publication.edition
        yield from of(
            self.names.dataset(),
            (RDF.type, SDO.Dataset),
            (SDO.name, text(self.publication.name)),
            (SDO.description, Literal(DESCRIPTION, lang="en")),
            (SDO.version, text(edition.number)),
            (SDO.datePublished, calendar_date(edition.date)),
            (SDO.license, URIRef(LICENCE.url)),
            (SDO.creditText, text(citation(self.publication))),
            (SDO.url, address(self.publication.address)),
        )

    def vocabulary(self) -> Iterator[Triple]:
        """Our own classes, properties and relations, and what they mean."""
        for model in OWN_CLASSES:
            yield from of(
                self.own[model.__name__],
                (RDF.type, RDFS.Class),
                (RDFS.subClassOf, SDO.Claim),
                (RDFS.comment, Literal(model.__doc__, lang="en")),
            )
        meanings = {self.own[name]: meaning for name, meaning in OWN_PROPERTIES.items()}
        for tie in self.knowledge.relations:
            if tie.name not in RELATIONS:
                meaning = f"{tie.name}; from the other end: {tie.inverse}"
                meanings[self.names.relation(tie.name)] = meaning
        for property, meaning in meanings.items():
            comment = (RDFS.comment, Literal(meaning, lang="en"))
            yield from of(property, (RDF.type, RDF.Property), comment)

    def record(self, entry: Entry) -> Iterator[Triple]:
        record = entry.record
        subject = self.names.record(entry.id)
        kind = record.type if isinstance(record, Typed) else entry.collection
        former = (self.names.former(entry.collection, id) for id in record.former_ids)
        mentions = self.knowledge.mentioned_in.get(entry.id, ())
        yield from of(
            subject,
            (RDF.type, CLASSES.get(kind) or CLASSES[entry.collection]),
            (DCTERMS.identifier, text(entry.id)),
            (DCTERMS.type, text(getattr(record, "type", None))),
            (DCTERMS.date, edtf(record_date(entry))),
            (OWL.sameAs, former),
            (PROV.wasDerivedFrom, self.names.cited(record.cite)),
            (DCTERMS.isReferencedBy, self.names.records(mentions)),
            (SKOS.editorialNote, self.prose(record.note)),
            (self.own.editorial, self.prose(record.editorial)),
        )
        yield from self.named(subject, entry)
        if isinstance(record, DateRecord):
            yield from of(
                subject,
                (SDO.startDate, calendar_date(record.when)),
                (SDO.location, self.prose(record.place)),
            )
        elif isinstance(record, Initiative):
            yield from self.claims(subject, "status", record.status)
        elif isinstance(record, Proposition):
            yield from self.claims(subject, "position", record.positions)
        elif isinstance(record, Source):
            yield from self.source(subject, entry.id, record)

    def named(self, subject: Node, entry: Entry) -> Iterator[Triple]:
        """The names of a record and what it is; of a concept, in the scheme of its collection."""
        record = entry.record
        lead = self.prose(getattr(record, record.lead))
        if not isinstance(record, PolicyArea | Term):
            aliases = map(Literal, record.aliases)
            yield from of(
                subject,
                (SDO.name, text(record.name)),
                (SDO.alternateName, aliases),
                (SDO.description, lead),
            )
            return
        scheme = self.names.scheme(entry.collection)
        is_top = isinstance(record, PolicyArea) and not record.parent
        yield from of(
            subject,
            (SKOS.prefLabel, Literal(record.name, lang="en")),
            (SKOS.altLabel, (Literal(alias, lang="en") for alias in record.aliases)),
            (SKOS.definition if isinstance(record, Term) else SKOS.scopeNote, lead),
            (SKOS.inScheme, scheme),
            (SKOS.topConceptOf, scheme if is_top else None),
        )
        yield scheme, RDF.type, SKOS.ConceptScheme

    def claims(
        self, owner: URIRef, name: str, claims: Sequence[StatusReport | Position | FollowUp]
    ) -> Iterator[Triple]:
        """What sources say of `owner`, each with the paragraphs that say so."""
        for number, claim in enumerate(claims, 1):
            node = self.names.part(owner, f"{name}-{number}")
            yield owner, self.own[name], node
            yield from of(
                node,
                (RDF.type, self.own[type(claim).__name__]),
                (SDO.text, self.prose(claim.text)),
                (PROV.wasDerivedFrom, self.names.cited(claim.cite)),
                (self.own.stance, text(getattr(claim, "stance", None))),
            )

    def source(self, subject: URIRef, id: str, source: Source) -> Iterator[Triple]:
        """The bibliographic facts of a text, and its paragraphs; the texts are not ours to give."""
        yield from of(
            subject,
            (SDO.headline, text(source.title)),
            (SDO.datePublished, calendar_date(source.date)),
            (SDO.publisher, self.prose(source.publisher)),
            (SDO.issueNumber, text(source.issue)),
            (SDO.url, filter(None, (address(source.url), address(source.text_url)))),
            (self.own.series, text(source.series)),
            (self.own.authorship, self.prose(source.authorship)),
            (self.own.dateBasis, self.prose(source.date_basis)),
        )
        for number, section, omitted in paragraphs(source):
            yield from of(
                self.names.paragraph(id, number),
                (RDF.type, SDO.CreativeWork),
                (SDO.isPartOf, subject),
                (SDO.position, Literal(number)),
                (SDO.articleSection, text(section)),
                (SKOS.editorialNote, self.prose(omitted)),
            )

    def statement(self, said: Claim) -> Iterator[Triple]:
        statement = said.statement
        subject = self.names.statement(said.address)
        passage, quote = (self.names.part(subject, name) for name in ("passage", "quote"))
        in_paragraphs = [self.names.paragraph(said.source, number) for number in statement.para]
        yield from of(
            subject,
            (RDF.type, (SDO.Claim, self.own[type(statement).__name__])),
            (DCTERMS.identifier, text(said.address)),
            (SDO.text, self.prose(statement.text)),
            (SDO.author, self.names.records(said.speakers)),
            (SDO.appearance, self.names.record(said.source)),
            (SDO.about, self.names.records(said.about)),
            (DCTERMS.subject, self.names.records(statement.areas)),
            (SDO.temporalCoverage, edtf(statement.when)),
            (SDO.isPartOf, self.names.dataset()),
            (PROV.wasDerivedFrom, in_paragraphs),
            (PROV.hadPrimarySource, passage),
            (SKOS.editorialNote, self.prose(statement.note)),
        )
        source = (OA.hasSource, in_paragraphs[0])
        yield from of(passage, (RDF.type, OA.SpecificResource), source, (OA.hasSelector, quote))
        exact = (OA.exact, text(statement.phrase))
        yield from of(quote, (RDF.type, OA.TextQuoteSelector), exact)
        if isinstance(statement, Figure):
            yield from self.figure(subject, statement)
        if isinstance(statement, Recommendation):
            repeated = map(self.names.statement, statement.repeats)
            addressees = self.names.records(statement.addressees)
            pairs = ((self.own.addressee, addressees), (self.own.repeats, repeated))
            yield from of(subject, *pairs)
        if isinstance(statement, Forecast):
            hedge = (self.own.hedge, text(statement.hedge))
            yield from of(subject, hedge, (self.own.horizon, edtf(statement.horizon)))
        if isinstance(statement, Recommendation | Forecast):
            yield from self.claims(subject, "followUp", statement.follow_ups)

    def figure(self, subject: URIRef, figure: Figure) -> Iterator[Triple]:
        amount, converted = (self.names.part(subject, name) for name in ("amount", "converted"))
        yield from of(
            subject,
            (self.own.amount, amount),
            (self.own.hedge, text(figure.hedge)),
            (self.own.asOf, edtf(figure.as_of)),
            (self.own.measure, text(figure.measure)),
            (self.own.converted, converted if figure.converted else None),
        )
        yield from of(
            amount,
            (RDF.type, SDO.QuantitativeValue),
            (SDO.value if figure.upper is None else SDO.minValue, decimal(figure.value)),
            (SDO.maxValue, decimal(figure.upper)),
            (SDO.unitText, text(figure.unit)),
            (SDO.name, text(figure.counts)),
        )
        if figure.converted:
            yield from of(
                converted,
                (RDF.type, SDO.QuantitativeValue),
                (SDO.value, decimal(figure.converted.value)),
                (SDO.unitText, text(figure.converted.unit)),
                (self.own.how, text(figure.converted.how)),
            )

    def tie(self, number: int, tie: Relation) -> Iterator[Triple]:
        """A tie, numbered as in the table of ties."""
        subject, object = self.names.record(tie.subject), self.names.record(tie.object)
        whole = self.knowledge.entries[tie.subject].record
        relation = self.names.relation(tie.name)
        yield subject, relation, object
        if relation == SKOS.broader:
            yield object, SKOS.narrower, subject
        if not (tie.when or tie.detail or tie.editorial or tie.note) and tie.cite == whole.cite:
            return  # it rests on what its record rests on
        yield from of(
            self.names.part(subject, f"tie-{number}"),
            (RDF.type, RDF.Statement),
            (RDF.subject, subject),
            (RDF.predicate, relation),
            (RDF.object, object),
            (SDO.description, text(tie.detail or None)),
            (SDO.temporalCoverage, edtf(tie.when)),
            (PROV.wasDerivedFrom, self.names.cited(tie.cite)),
            (SKOS.editorialNote, self.prose(tie.note)),
            (self.own.editorial, text(tie.editorial)),
        )
