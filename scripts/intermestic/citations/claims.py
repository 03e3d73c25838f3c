"""How to cite a statement: its source with the paragraph, and where it stands on this site."""

import json
from dataclasses import replace

from intermestic import addresses
from intermestic.citations.formats import FORMATS
from intermestic.citations.text import citation
from intermestic.citations.works import source_works
from intermestic.knowledge import KnowledgeBase
from intermestic.records.publication import Publication

# Stand for the paragraphs and the id of a statement; records cannot have these characters.
PARAGRAPHS, STATEMENT = "\ue000", "\ue001"


def claim_citations(knowledge: KnowledgeBase, publication: Publication, source: str) -> bytes:
    """Return how to cite any statement of a source, as JSON: by format, and as `text` in words.

    `docs/assets/cite.js` puts the paragraphs and the id of a statement in.
    """
    address = addresses.statement(publication.address, f"{source}/{STATEMENT}")
    here = f"in {publication.name}, edition {publication.edition.number}, {address}"
    (work,) = source_works(knowledge, publication, [source])
    work = replace(work, id=f"{work.id}/{STATEMENT}", place=f"{PARAGRAPHS}; {here}", note="")
    written = {name: format.write([work]) for name, format in FORMATS.items()}
    return json.dumps({"text": f"{citation(work, PARAGRAPHS)}; {here}", **written}).encode()
