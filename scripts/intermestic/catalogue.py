"""The words that pages, diagrams and messages show for what programs know by name.

Names decide and are kept; the words here may change, or be those of another language.
"""

# What stands above the records at the other end of a relation, by its name from this end.
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
