"""The command `new`, which drafts records, and a source from its text."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

import click
import frontmatter

from intermestic.cli.terminal import DONE, FILE, PROBLEMS, InOrder, in_project, progress
from intermestic.cli.texts import text_in, texts_of
from intermestic.editing.forms import draft, free_id, scalar
from intermestic.editing.similar import names_of, similar_records
from intermestic.editing.source_draft import NAMESAKES, UNKNOWN, draft_source
from intermestic.english import counted
from intermestic.problems import RefusedError, quoted
from intermestic.reading.project import Project, read_project
from intermestic.records.base import Record
from intermestic.records.citations import Citation
from intermestic.records.models import COLLECTIONS
from intermestic.records.names import is_id
from intermestic.records.source import Source
from intermestic.texts.documents import read_document
from intermestic.texts.mentions import NameIndex
from intermestic.texts.numbered import numbered, text_file
from intermestic.writing.files import write_all

MARKDOWN = {".md", ".markdown"}

id_option = click.option("--id", help="Its id. Default: made from the name.")
force_option = click.option("--force", is_flag=True, help="Write it even if a record is similar.")


@click.group(cls=InOrder)
def new() -> None:
    """Begin a record: a form to fill in."""


@new.command()
@click.argument("text", type=FILE)
@id_option
@force_option
@in_project
def source(root: Path, text: Path, id: str | None, force: bool) -> int:
    """Begin the record of a source, from its text.

    TEXT is a file of Markdown (.md) or plain text; title, author, date, publisher and url come
    from its front matter. The draft has the beginning of a statement for each sentence: its
    likely kind, a phrase to find it by, links to the records it names; you write the statements.
    The numbered text goes to texts/, which Git ignores: it is not part of the project, but
    check compares the record with it.
    """
    content = text_in(text)
    try:
        document = read_document(content, is_markdown=text.suffix.lower() in MARKDOWN)
    except ValueError as error:
        raise RefusedError(f"{text}: found {error}") from None
    project = read_project(root, progress)
    if not force and _is_there(project, document.title, ["sources"]):
        return PROBLEMS
    _check_id(project, id)
    try:
        made = draft_source(document, project.valid, _taken(project), id)
    except ValueError as error:
        raise RefusedError(f"{text}: no id, for want of {error}; use --id") from None
    file = f"data/sources/{made.id}.yml"
    kept = frontmatter.Post(numbered(document.text, document.sections), **document.facts)
    kept_in = text_file(root, made.id)
    text_kept = (frontmatter.dumps(kept) + "\n").encode()
    write_all({root / file: made.content.encode(), kept_in: text_kept})
    found = [
        counted(len(document.text), "paragraph"),
        f"{counted(made.mentions, 'mention')} of {counted(made.records, 'record')}",
        *(counted(number, f"likely {kind}") for kind, number in made.candidates.items()),
    ]
    click.echo(f"{file}: {', '.join(found)}.")
    click.echo(f"{kept_in.relative_to(root)}: the text, numbered, for check.")
    if made.unread_date:
        click.echo(f"date: left open, for {quoted(made.unread_date)} is not surely understood.")
    for heading, items in ((UNKNOWN, made.unknown), (NAMESAKES, made.shared)):
        if items:
            click.echo(f"\n{heading}")
            for item in items:
                click.echo(f"  {item}")
    click.echo(f"\nNext: write its statements, then: intermestic check {file}")
    return DONE


def _begin(
    collection: str, root: Path, *, name: str, id: str | None = None, force: bool = False
) -> int:
    """Begin a record of `collection`."""
    project = read_project(root, progress)
    if not force and _is_there(project, name, COLLECTIONS):
        return PROBLEMS
    _check_id(project, id)
    try:
        id = id or free_id(name, _taken(project), COLLECTIONS[collection].slug)
    except ValueError as error:
        raise RefusedError(f"found {quoted(name)}, expected {error}; or use --id") from None
    filled = {"name": scalar(name)}
    if cited := _where_named(project, name):
        filled["cite"] = f"[{', '.join(scalar(str(citation)) for citation in cited)}]"
    file = f"data/{collection}/{id}.yml"
    write_all({root / file: draft(collection, filled).encode()})
    named = f", named in {' '.join(map(str, cited))}" if cited else ""
    click.echo(f"{file}: begun{named}.")
    click.echo(f"Next: fill it in, then: intermestic check {file}")
    return DONE


BEGIN = """NAME is the name by which readers know it. The record cites the paragraphs, of the texts
at hand, that have this name. If a record has a similar name, nothing is written."""

for collection, model in COLLECTIONS.items():
    if model is not Source:
        begin = in_project(partial(_begin, collection))
        for parameter in (force_option, id_option, click.argument("name")):
            begin = parameter(begin)
        meaning = model.__doc__ or ""
        new.command(
            model.slug,
            help=f"Begin a record of: {meaning.lower()}\n\n{BEGIN}",
            short_help=meaning.splitlines()[0],
        )(begin)


def _where_named(project: Project, name: str) -> list[Citation]:
    """Return the paragraphs of the texts at hand that have this name."""
    record = Record.model_construct(name=name, aliases=())
    names = NameIndex([("actors", "new", record)])
    found = {
        id: tuple(number for number, words in text.items() if any(names.mentions_in(words)))
        for id, text in texts_of(project.root).items()
        if project.loaded.collection_of.get(id) == "sources"
    }
    return [Citation(id, numbers) for id, numbers in found.items() if numbers]


def _taken(project: Project) -> set[str]:
    """Return the ids that records have or had."""
    former = (id for valid in project.valid for id in valid.record.former_ids)
    return {*project.loaded.collection_of, *former}


def _check_id(project: Project, id: str | None) -> None:
    if id is not None and not is_id(id):
        raise RefusedError(f"{quoted(id)} is not an id of lower-case words and hyphens")
    if id in _taken(project):
        raise RefusedError(f"another record has or had the id {quoted(id or '')}")


def _is_there(project: Project, name: str, collections: Collection[str]) -> bool:
    """Whether there are records, in the `collections`, much like the new one; says which."""
    alike = similar_records(name, (v for v in project.valid if v.raw.collection in collections))
    for valid in alike:
        place = click.style(valid.raw.file, bold=True)
        click.echo(f"{place}: {', '.join(names_of(valid.record))}", err=True)
    if alike:
        click.echo("Nothing written: it may be there already. If not, use --force.", err=True)
    return bool(alike)
