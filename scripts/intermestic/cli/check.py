"""The command `check`, which reports problems of the records to people and to programs."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from intermestic.cli.terminal import DONE, PROBLEMS, in_project, progress, report
from intermestic.cli.texts import not_at_hand, texts_of
from intermestic.editing.gaps import check_finished, check_grounds
from intermestic.editing.ties import Ties
from intermestic.editing.wording import check_wording
from intermestic.editions.publishable import publishable
from intermestic.english import counted
from intermestic.knowledge import KnowledgeBase
from intermestic.problems import Problem, RefusedError, distinct
from intermestic.reading.project import Project, read_project
from intermestic.records.source import Coverage, Source, coverage_of
from intermestic.texts.fidelity import check_fidelity
from intermestic.texts.numbered import FOLDERS, NumberedText


@dataclass(frozen=True)
class SourceProgress:
    """How far the work on a source is.

    `unsearched` counts its recommendations and forecasts for which a later source was not
    searched yet, by the id of that source; `untied` counts the records that may want its position
    or account, as `intermestic ties` lists them.
    """

    id: str
    coverage: Coverage
    unsearched: Mapping[str, int]
    untied: int


@dataclass(frozen=True)
class Findings:
    """Results of a check: problems in the files asked for, their number in others, progress.

    `texts` is the number of texts that were compared, `not_compared` are the sources whose texts
    are not at hand.
    """

    problems: tuple[Problem, ...]
    elsewhere: int
    sources: tuple[SourceProgress, ...]
    texts: int
    not_compared: tuple[str, ...]

    @property
    def ending(self) -> str:
        """The end of the line that has the number of problems."""
        others = f"{self.elsewhere:,} in other files; " if self.elsewhere else ""
        missing = f"; {not_at_hand(self.not_compared)}" if self.not_compared else ""
        return f"{others}{counted(self.texts, 'text')} compared{missing}"


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE]…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="text for people, json for machines, github for notes on the lines of a pull request.",
)
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=f"The folder of the texts. Default: {' and '.join(map(str, FOLDERS))}, if they exist.",
)
@in_project
def check(root: Path, files: tuple[Path, ...], form: str, texts: Path | None) -> int:
    """Report what is wrong with the records.

    Checks each record against the rules, its sentences as pages show them, the paragraphs that
    it cites, and whether a source has something on each of its own; and each source against its
    text if that is at hand: phrases, numbers, length, copied words, and names that no statement
    is about. Reads all records; with FILE (or a folder), shows only its problems.

    In json, "problems" is a list of objects with "file", "line", "column", "field", "found",
    "expected" and "suggestion" (null if there is none); "elsewhere" is the number of problems
    in other files; "sources" has the paragraphs of each source, by whether they have
    statements, the number of its recommendations and forecasts not yet looked for in each
    later source, and of the records that may want its position or account; "texts" is the number
    of texts compared, "not_compared" a list of the sources, of those, whose texts are not at hand.
    """
    named = [_within(root, file) for file in files]
    findings = _examine(read_project(root, progress), texts_of(root, texts), named)
    SHOW[form](findings)
    return PROBLEMS if findings.problems else DONE


def _within(root: Path, file: Path) -> str:
    """Return the path of `file` relative to the project, as problems have it."""
    if not file.resolve().is_relative_to(root.resolve()):
        raise RefusedError(f"{file} is not in the project")
    return file.resolve().relative_to(root.resolve()).as_posix()


def _examine(project: Project, texts: Mapping[str, NumberedText], named: Sequence[str]) -> Findings:
    knowledge = project.knowledge
    problems = distinct(
        (
            *publishable(project)[1],
            *check_wording(project.valid),
            *check_finished(project.valid),
            *(check_grounds(project.valid, knowledge) if knowledge else ()),
            *check_fidelity(project.valid, knowledge, texts),
        )
    )
    shown = tuple(problem for problem in problems if _concerns(named, problem.place.file))
    sources = tuple(
        _progress(knowledge, valid.raw.id, valid.record)
        for valid in project.valid
        if isinstance(valid.record, Source) and _concerns(named, valid.raw.file)
    )
    missing = tuple(source.id for source in sources if source.id not in texts)
    return Findings(shown, len(problems) - len(shown), sources, len(texts), missing)


def _progress(knowledge: KnowledgeBase | None, id: str, source: Source) -> SourceProgress:
    coverage = coverage_of(source)
    if not knowledge:
        return SourceProgress(id, coverage, {}, 0)
    ties, claims = Ties(knowledge, id), knowledge.claims_in.get(id, ())
    return SourceProgress(
        id,
        coverage,
        Counter(later for claim in claims for later in knowledge.unsearched(claim)),
        len(ties.without_position()) + len(ties.without_account()),
    )


def _concerns(named: Sequence[str], file: str) -> bool:
    """Whether `file` is one of the files or folders `named`, if any are."""
    return not named or any(Path(file).is_relative_to(name) for name in named)


def _show_text(findings: Findings) -> None:
    for source in findings.sources:
        coverage = source.coverage
        click.echo(
            f"{source.id}: {counted(coverage.paragraphs, 'paragraph')}, {coverage.stated} with "
            f"{counted(coverage.statements, 'statement')}, {coverage.omitted} left out, "
            f"{coverage.open} open"
        )
        for later, number in source.unsearched.items():
            advice = counted(number, "recommendation or forecast", "recommendations and forecasts")
            click.echo(f"  {advice} not yet looked for in {later}")
        if source.untied:
            wanted = counted(source.untied, "record may want", "records may want")
            click.echo(f"  {wanted} its position or account: intermestic ties {source.id}")
    report(findings.problems, findings.ending)


def _show_json(findings: Findings) -> None:
    """Print one JSON object; the help of the command describes it."""
    problems = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "field": problem.field,
            "found": problem.found,
            "expected": problem.expected,
            "suggestion": problem.suggestion or None,
        }
        for problem in findings.problems
    ]
    sources = [
        {
            "id": source.id,
            "paragraphs": source.coverage.paragraphs,
            "stated": source.coverage.stated,
            "omitted": source.coverage.omitted,
            "open": source.coverage.open_paragraphs,
            "statements": source.coverage.statements,
            "unsearched": source.unsearched,
            "untied": source.untied,
        }
        for source in findings.sources
    ]
    answer = {"problems": problems, "elsewhere": findings.elsewhere}
    answer |= {"sources": sources, "texts": findings.texts, "not_compared": findings.not_compared}
    click.echo(json.dumps(answer, indent=2, ensure_ascii=False))


def _show_github(findings: Findings) -> None:
    """Print GitHub's workflow commands, which it shows as notes on the lines."""
    for problem in findings.problems:
        place, message = problem.place, str(problem).partition(": ")[2]
        where = f"file={_property(place.file)},line={place.line},col={place.column}"
        click.echo(f"::error {where},title={_property(problem.field)}::{_data(message)}")
    if not findings.problems:
        report((), findings.ending)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


SHOW = {"text": _show_text, "json": _show_json, "github": _show_github}
