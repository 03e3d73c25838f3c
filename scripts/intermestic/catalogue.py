"""The words that pages, diagrams and messages show for what programs know by name.

Names decide and are kept; the words here may change, or be those of another language. So no name
of a page, an anchor, a CSS class or a field of an export may be made from them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Noun:
    """A word for one thing, and the word for many or for all of its kind."""

    singular: str
    plural: str


@dataclass(frozen=True)
class CollectionWords(Noun):
    """What a record of a collection is called, and, in a sentence, what it is."""

    lead: str


COLLECTIONS = {
    "actors": CollectionWords(
        "Actor", "Actors", "A person, country, government, body, organisation, region or group."
    ),
    "initiatives": CollectionWords(
        "Initiative",
        "Initiatives",
        "An agreement, programme, mechanism, dialogue, forum, negotiation, doctrine or proposal.",
    ),
    "dates": CollectionWords("Date", "Dates", "Something that happened, or is due, at a date."),
    "policy_areas": CollectionWords("Policy area", "Policy areas", "A field of policy."),
    "terms": CollectionWords("Term", "Terms", "A term of art."),
    "propositions": CollectionWords(
        "Proposition",
        "Agreements and differences",
        "Something that two or more sources speak to, and where each of them stands.",
    ),
    "sources": CollectionWords("Source", "Sources", "A text, with all that it says as statements."),
}

# The types of actors, initiatives and dates.
TYPES = {
    "agreement": Noun("agreement", "Agreements"),
    "body": Noun("body", "Bodies"),
    "country": Noun("country", "Countries"),
    "dialogue": Noun("dialogue", "Dialogues"),
    "doctrine": Noun("doctrine", "Doctrines"),
    "due": Noun("due", "Due"),
    "forum": Noun("forum", "Forums"),
    "government": Noun("government", "Governments"),
    "group": Noun("group", "Groups"),
    "happened": Noun("happened", "Happened"),
    "law": Noun("law", "Laws"),
    "measure": Noun("measure", "Measures"),
    "mechanism": Noun("mechanism", "Mechanisms"),
    "negotiation": Noun("negotiation", "Negotiations"),
    "organisation": Noun("organisation", "Organisations"),
    "person": Noun("person", "Persons"),
    "programme": Noun("programme", "Programmes"),
    "proposal": Noun("proposal", "Proposals"),
    "region": Noun("region", "Regions"),
}

# The kinds of statements.
KINDS = {
    "fact": Noun("fact", "facts"),
    "assessment": Noun("assessment", "assessments"),
    "recommendation": Noun("recommendation", "recommendations"),
    "forecast": Noun("forecast", "forecasts"),
    "figure": Noun("figure", "figures"),
}

# The positions of a source on a proposition.
STANCES = {
    "agrees": "agrees",
    "agrees in part": "agrees in part",
    "doubts": "doubts",
    "disagrees": "disagrees",
}

# The heading above the records at the other end of a relation, by its name from this end.
RELATIONS = {
    "about": "About",
    "areas": "Policy areas",
    "authors": "Authors",
    "coined": "Coined",
    "coined_by": "Coined by",
    "dates": "Dates",
    "initiatives": "Initiatives",
    "member_of": "Member of",
    "members": "Members",
    "narrower_areas": "Narrower areas",
    "office_holders": "Office holders",
    "offices": "Offices",
    "parent": "Wider area",
    "part_of": "Part of",
    "participants": "Participants",
    "parties": "Who took part",
    "parts": "Parts",
    "party_to": "Took part in",
    "propositions": "Propositions",
    "succeeded_by": "Succeeded by",
    "successor_of": "Successor of",
    "texts": "Texts written",
    "used_by": "Used by",
    "uses": "Uses the term",
}

# The fields of records and of their parts, where a value is shown with the name of its field.
FIELDS = {
    "about": "about",
    "addressees": "addressees",
    "aliases": "aliases",
    "areas": "areas",
    "as_of": "as of",
    "authors": "authors",
    "authorship": "authorship",
    "cite": "cite",
    "coined_by": "coined by",
    "converted": "converted",
    "counts": "counts",
    "date": "date",
    "date_basis": "date basis",
    "definition": "definition",
    "editorial": "editorial",
    "follow_ups": "follow ups",
    "former_ids": "former ids",
    "hedge": "hedge",
    "horizon": "horizon",
    "id": "id",
    "initiatives": "initiatives",
    "issue": "issue",
    "kind": "kind",
    "measure": "measure",
    "member_of": "member of",
    "name": "name",
    "note": "note",
    "offices": "offices",
    "omitted": "omitted",
    "para": "para",
    "paragraphs": "paragraphs",
    "parent": "parent",
    "part_of": "part of",
    "participants": "participants",
    "parties": "parties",
    "phrase": "phrase",
    "place": "place",
    "positions": "positions",
    "publisher": "publisher",
    "repeats": "repeats",
    "said_by": "said by",
    "scope": "scope",
    "sections": "sections",
    "series": "series",
    "sort_name": "sort name",
    "statements": "statements",
    "status": "status",
    "succeeded_by": "succeeded by",
    "summary": "summary",
    "text": "text",
    "text_url": "text url",
    "title": "title",
    "type": "type",
    "unit": "unit",
    "upper": "upper",
    "url": "url",
    "used_by": "used by",
    "value": "value",
    "when": "when",
}
