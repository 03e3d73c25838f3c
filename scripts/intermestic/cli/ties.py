"""The command `ties`, which lists what a source still says of older records."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, Misuse, ids_beginning, in_project, progress
from intermestic.editing.ties import open_claims, wanting_an_account
from intermestic.english import counted
from intermestic.problems import quoted
from intermestic.reading.project import read_project
from intermestic.records.citations import paragraphs
from intermestic.records.prose import shorten

WIDEST = 100


@click.command()
@click.argument("source", metavar="SOURCE", shell_complete=ids_beginning)
@in_project
def ties(root: Path, source: str) -> int:
    """List what is still to be tied to a source.

    First the recommendations and forecasts of earlier sources, about records of which SOURCE
    speaks, for which it was not searched yet: those that share most, and most particular,
    records come first. Each wants a follow-up, or SOURCE in its 'silent'. Then the policy areas,
    initiatives and actors of which other sources have an account, and SOURCE, which speaks of
    them, has none.
    """
    knowledge = read_project(root, progress).valid_subset(closed=True)
    if source not in knowledge.ids.get("sources", ()):
        raise Misuse(f"no source {quoted(source)} without problems; see: intermestic check")
    found = open_claims(knowledge, source)
    for tie in found:
        claim = tie.claim
        place = f"{knowledge.entries[claim.source].file}:{claim.line}"
        kind, where = claim.statement.kind, paragraphs(claim.statement.para)
        click.echo(f"{click.style(place, bold=True)}: {claim.address} ({kind}, {where})")
        click.echo(f"  {shorten(knowledge.plain(claim.statement.text), WIDEST)}")
        click.echo(f"  both: {', '.join(tie.shared)}")
    accounts = list(wanting_an_account(knowledge, source))
    for id in accounts:
        click.echo(f"{click.style(knowledge.entries[id].file, bold=True)}: no account by {source}")
    advice = counted(len(found), "recommendation or forecast", "recommendations and forecasts")
    click.echo(f"{advice} to look for, {counted(len(accounts), 'account')} to write.", err=True)
    return DONE
