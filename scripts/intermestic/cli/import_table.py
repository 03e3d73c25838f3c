"""The command `import`, which takes statements from a table into a source."""

from pathlib import Path

import click

from intermestic.cli.terminal import (
    DONE,
    FILE,
    Misuse,
    ids_beginning,
    in_project,
    progress,
    report,
)
from intermestic.cli.texts import texts_of
from intermestic.editing.edits import MARK, text_of
from intermestic.editing.statement_table import (
    COLUMNS,
    FIRST_ROW,
    by_row,
    rows_of,
    statement_of,
    with_rows,
)
from intermestic.english import counted
from intermestic.problems import Problem, distinct, quoted
from intermestic.reading.groups import MEMBERS, ungrouped
from intermestic.reading.link import link
from intermestic.reading.load import RawRecord, read_text, tree_of
from intermestic.reading.project import Project, read_project
from intermestic.reading.validate import validate
from intermestic.reading.yaml_tree import Items, parse
from intermestic.texts.fidelity import check_fidelity
from intermestic.writing.files import write_all


@click.command(
    "import",
    help=f"""Take statements from a table into a source.

    TABLE is a file of CSV, as spreadsheets save it, with a statement in each row below the names
    of the columns: {", ".join(COLUMNS)}. Ids in a cell are separated by spaces. They go after the
    statements that SOURCE has, in groups of the same paragraph, areas and speaker. If there are
    problems, all of them are told, by row, and nothing is written.""",
)
@click.argument("source", metavar="SOURCE", shell_complete=ids_beginning)
@click.argument("table", metavar="TABLE", type=FILE)
@in_project
def import_table(root: Path, source: str, table: Path) -> int:
    """Take statements from a table into a source, or report what is wrong with them."""
    file = root / "data" / "sources" / f"{source}.yml"
    if not file.is_file():
        raise Misuse(f"no source {quoted(source)}; see: intermestic new source --help")
    name = table.name
    content, problems = read_text(table, name)
    if content is None:
        raise Misuse(str(problems[0]))
    rows, problems = rows_of(content, name)
    text = text_of(file)
    record = file.relative_to(root).as_posix()
    tree, broken = parse(text.removeprefix(MARK), record)
    if tree is None:
        raise Misuse(str(broken[0]))
    if not problems:
        first = len(ungrouped(tree, record)[0].get(MEMBERS, ()))
        text = with_rows(text, tree, rows)
        numbers = [number for number, row in enumerate(rows, start=FIRST_ROW) if row]
        found = _problems(read_project(root, progress), source, record, text)
        problems = [by_row(p, name, numbers[at - first]) for at, p in found if at >= first]
    if problems:
        return report(distinct(problems), "nothing written")
    write_all({file: text.encode()})
    click.echo(f"{record}: {counted(sum(map(bool, rows)), 'statement')} added.")
    return DONE


# What stands for the fields that a draft still lacks, while its statements are checked.
_STAND_IN = """
name: x
type: x
authorship: x
date: 2000
date_basis: x
thesis: x
paragraphs: 9999
sections: [{heading: x, first: 1}]
"""


def _problems(project: Project, id: str, file: str, text: str) -> list[tuple[int, Problem]]:
    """Return what is wrong with the statements of the source `id` if its file has this text.

    Each problem comes with the index of its statement. Statements that do not fit their model are
    left out when the rest is held against other records and the text.
    """
    tree, _ = tree_of(text.removeprefix(MARK), "sources", file)
    if tree is None:
        return []
    for field, value in (parse(_STAND_IN, file)[0] or {}).items():
        tree.setdefault(field, value)
    statements = tree[MEMBERS]
    if not isinstance(statements, Items):
        return []
    valid, problems = validate([RawRecord("sources", id, file, tree)])
    found = [(at, problem) for problem in problems if (at := statement_of(problem)) is not None]
    kept = [at for at in range(len(statements)) if valid or at not in {at for at, _ in found}]
    tree[MEMBERS] = Items(statements[at] for at in kept)
    valid, _ = validate([RawRecord("sources", id, file, tree)])
    others = [other for other in project.valid if other.raw.id != id]
    _, unresolved = link([*others, *valid], project.loaded.collection_of)
    texts = texts_of(project.root)
    more = (*unresolved, *check_fidelity(valid, None, texts))
    in_it = [problem for problem in more if problem.place.file == file]
    return found + [(kept[at], p) for p in in_it if (at := statement_of(p)) is not None]
