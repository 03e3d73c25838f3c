"""What common editors complete by: the JSON Schemas, and the links that prose can have."""

import json

from intermestic.catalogue import words
from intermestic.editing.schemas import FOLDER, schemas
from intermestic.knowledge import KnowledgeBase

# Where Visual Studio Code and its kin look for snippets of a project; Git ignores this one.
SNIPPETS = ".vscode/links.code-snippets"


def editor_files(knowledge: KnowledgeBase) -> dict[str, str]:
    """Return the files for editors: path in the project to text."""
    made = {f"docs/{FOLDER}/{name}": text for name, text in schemas(knowledge).items()}
    return {**made, SNIPPETS: link_snippets(knowledge)}


def link_snippets(knowledge: KnowledgeBase) -> str:
    """Return snippets by which `[[` and the beginning of an id or a name give a link."""
    offers = {
        f"[[{id}]]": {
            "scope": "yaml",
            "prefix": list(dict.fromkeys(f"[[{name}" for name in (id, *entry.record.names))),
            "body": f"[[{id}]]",
            "description": f"{words(f'record-{entry.collection}')}: {entry.record.name}",
        }
        for id, entry in sorted(knowledge.entries.items())
    }
    return json.dumps(offers, ensure_ascii=False, indent=2) + "\n"
