"""The command `new`, which drafts records, and a source from its text."""

from pathlib import Path

import click
import frontmatter

from intermestic.cli.terminal import (
    DONE,
    FILE,
    PROBLEMS,
    InOrder,
    Misuse,
    in_project,
    progress,
)
from intermestic.cli.texts import texts_of
from intermestic.editing.forms import draft, free_id, scalar
from intermestic.editing.similar import similar_records
from intermestic.editing.source_draft import NAMESAKES, UNKNOWN, SourceDraft, draft_source
from intermestic.editing.source_facts import facts_of
from intermestic.english import counted
from intermestic.problems import quoted
from intermestic.reading.load import read_text
from intermestic.reading.project import Project, read_project
from intermestic.records.base import Record
from intermestic.records.citations import Citation
from intermestic.records.models import COLLECTIONS
from intermestic.records.names import is_id
from intermestic.records.source import Source
from intermestic.texts.documents import Document, read_document
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
    content, problems = read_text(text, str(text))
    if content is None:
        raise Misuse(str(problems[0]))
    try:
        document = read_document(content, is_markdown=text.suffix.lower() in MARKDOWN)
    except ValueError as error:
        raise Misuse(f"{text}: found {error}") from None
    project = read_project(root, progress)
    title = str(facts_of(document).get("title", ""))
    if (
        title
        and not force
        and _refused(project, similar_records(title, _records(project, "sources")))
    ):
        return PROBLEMS
    _check_id(project, id)
    try:
        made = draft_source(document, project.valid, _taken(project), id)
    except ValueError as error:
        raise Misuse(f"{text}: no id, for want of {error}; use --id") from None
    record = root / "data" / "sources" / f"{made.id}.yml"
    kept = frontmatter.Post(numbered(document.text, document.sections), **document.facts)
    write_all(
        {
            record: made.content.encode(),
            text_file(root, made.id): (frontmatter.dumps(kept) + "\n").encode(),
        }
    )
    _say_what_was_found(root, record, document, made)
    return DONE


def _say_what_was_found(root: Path, record: Path, document: Document, made: SourceDraft) -> None:
    likely = ", ".join(
        counted(number, f"likely {kind}") for kind, number in made.candidates.items()
    )
    click.echo(
        f"{record.relative_to(root)}: {counted(len(document.text), 'paragraph')}, "
        f"{counted(made.mentions, 'mention')} of {counted(made.records, 'record')}"
        f"{', ' if likely else ''}{likely}."
    )
    click.echo(f"{text_file(root, made.id).relative_to(root)}: the text, numbered, for check.")
    if made.unread_date:
        click.echo(f"date: left open, for {quoted(made.unread_date)} is not surely understood.")
    for heading, items in ((UNKNOWN, made.unknown), (NAMESAKES, made.shared)):
        if items:
            click.echo(f"\n{heading}")
            for item in items:
                click.echo(f"  {item}")
    click.echo(f"\nNext: write its statements, then: intermestic check {record.relative_to(root)}")


def _command(collection: str, model: type[Record]) -> click.Command:
    """Return the command that begins a record of `collection`."""

    @click.argument("name", metavar="NAME")
    @id_option
    @force_option
    @in_project
    def begin(root: Path, name: str, id: str | None, force: bool) -> int:
        return _begin(root, collection, name, id, force)

    return click.command(
        model.slug,
        help=f"Begin a record of: {(model.__doc__ or '').lower()}\n\n{BEGIN}",
        short_help=(model.__doc__ or "").splitlines()[0],
    )(begin)


BEGIN = """NAME is the name by which readers know it. The record cites the paragraphs, of the texts
at hand, that have this name. If a record has a similar name, nothing is written."""

for collection, model in COLLECTIONS.items():
    if model is not Source:
        new.add_command(_command(collection, model))


def _begin(root: Path, collection: str, name: str, id: str | None, force: bool) -> int:
    project = read_project(root, progress)
    if not force and _refused(project, similar_records(name, _records(project))):
        return PROBLEMS
    _check_id(project, id)
    try:
        id = id or free_id(name, _taken(project), COLLECTIONS[collection].slug)
    except ValueError as error:
        raise Misuse(f"found {quoted(name)}, expected {error}; or use --id") from None
    filled = {"name": scalar(name)}
    if cited := _where_named(project, name):
        filled["cite"] = f"[{', '.join(scalar(str(citation)) for citation in cited)}]"
    record = root / "data" / collection / f"{id}.yml"
    write_all({record: draft(collection, filled).encode()})
    named = f", named in {' '.join(map(str, cited))}" if cited else ""
    click.echo(f"{record.relative_to(root)}: begun{named}.")
    click.echo(f"Next: fill it in, then: intermestic check {record.relative_to(root)}")
    return DONE


def _where_named(project: Project, name: str) -> list[Citation]:
    """Return the paragraphs of the texts at hand that have this name."""
    record = Record.model_construct(name=name, aliases=())
    names = NameIndex([("actors", "new", record)])
    texts = texts_of(project.root)
    found = {
        id: tuple(number for number, words in text.items() if any(names.mentions_in(words)))
        for id, text in texts.items()
        if project.loaded.collection_of.get(id) == "sources"
    }
    return [Citation(id, numbers) for id, numbers in found.items() if numbers]


def _records(project: Project, *collections: str) -> list[tuple[str, Record]]:
    """Return the ids and records of the `collections`, or of all."""
    return [
        (valid.raw.id, valid.record)
        for valid in project.valid
        if valid.raw.collection in (collections or COLLECTIONS)
    ]


def _taken(project: Project) -> set[str]:
    """Return the ids that records have or had."""
    former = (id for valid in project.valid for id in valid.record.former_ids)
    return {*project.loaded.collection_of, *former}


def _check_id(project: Project, id: str | None) -> None:
    if id is not None and not is_id(id):
        raise Misuse(f"{quoted(id)} is not an id of lower-case words and hyphens")
    if id in _taken(project):
        raise Misuse(f"another record has or had the id {quoted(id or '')}")


def _refused(project: Project, ids: list[str]) -> bool:
    """Whether there are records much like the new one; says which."""
    for valid in project.valid:
        if valid.raw.id in ids:
            names = ", ".join(valid.record.names)
            title = valid.record.title if isinstance(valid.record, Source) else None
            place = click.style(valid.raw.file, bold=True)
            click.echo(f"{place}: {names}{f', {title}' if title else ''}", err=True)
    if ids:
        click.echo("Nothing written: it may be there already. If not, use --force.", err=True)
    return bool(ids)
