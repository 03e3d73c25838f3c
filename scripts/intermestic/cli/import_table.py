"""The command `import`, which takes statements from a table into a source."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, FILE, ids_beginning, in_project, progress, report
from intermestic.cli.texts import text_in, texts_of
from intermestic.editing.edits import edited, text_of
from intermestic.editing.statement_table import COLUMNS, added, problems_of, rows_of
from intermestic.english import counted
from intermestic.problems import RefusedError, distinct, quoted
from intermestic.reading.project import read_project
from intermestic.writing.files import write_all


@click.command(
    "import",
    help=f"""Take statements from a table into a source.

    TABLE is a file of CSV, as spreadsheets save it, with a statement in each row below the names
    of the columns: {", ".join(COLUMNS)}. Ids in a cell are separated by spaces. They go after the
    statements that SOURCE has, in groups of the same paragraph, areas and speaker. If there are
    problems, all of them are told, by row, and nothing is written.""",
)
@click.argument("source", shell_complete=ids_beginning)
@click.argument("table", type=FILE)
@in_project
def import_table(root: Path, source: str, table: Path) -> int:
    """Take statements from a table into a source, or report what is wrong with them."""
    file = f"data/sources/{source}.yml"
    if not (root / file).is_file():
        raise RefusedError(f"no source {quoted(source)}; see: intermestic new source --help")
    rows, problems = rows_of(text_in(table, table.name), table.name)
    edit = added(rows.values(), text_of((root / file).read_bytes()), file)
    content = edited(root / file, [edit])
    if not problems:
        project = read_project(root, progress)
        problems = problems_of(rows, table.name, project, source, text_of(content), texts_of(root))
    if problems:
        return report(distinct(problems), "nothing written")
    write_all({root / file: content} if rows else {})
    click.echo(f"{file}: {counted(len(rows), 'statement')} added.")
    return DONE
