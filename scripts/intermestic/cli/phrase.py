"""The command `phrase`, which prints the exact words of a text."""

from pathlib import Path

import click

from intermestic.cli.terminal import DONE, PROBLEMS, ids_beginning, in_project
from intermestic.cli.texts import texts_of
from intermestic.english import counted
from intermestic.problems import RefusedError, quoted
from intermestic.records.citations import paragraphs
from intermestic.records.statements import PHRASE_WORDS
from intermestic.texts.numbered import FOLDERS
from intermestic.texts.phrases import exact_words


@click.command()
@click.argument("source", shell_complete=ids_beginning)
@click.argument("paragraph", metavar="¶", type=int)
@click.argument("words", metavar="WORDS", nargs=-1, required=True)
@in_project
def phrase(root: Path, source: str, paragraph: int, words: tuple[str, ...]) -> int:
    """Print the exact words of a text, for a phrase.

    WORDS are some words of the paragraph ¶ of SOURCE, typed as they come: case, accents, commas
    and the form of quotation marks do not matter.
    """
    texts = texts_of(root)
    if source not in texts:
        folders = " or ".join(map(str, FOLDERS))
        raise RefusedError(f"no text of {quoted(source)} in {folders}")
    if paragraph not in texts[source]:
        raise RefusedError(f"found ¶{paragraph}, expected at most ¶{max(texts[source])}")
    wanted = " ".join(words)
    found = list(exact_words(wanted, texts[source][paragraph]))
    if len(found) == 1 and len(found[0].split()) <= PHRASE_WORDS:
        click.echo(found[0])
        return DONE
    if found:
        times = counted(len(found), "time")
        expected = f"words that stand there once, {PHRASE_WORDS} at most"
        told = f"found {quoted(wanted)} {times} in ¶{paragraph}, expected {expected}"
    else:
        elsewhere = [n for n, text in texts[source].items() if any(exact_words(wanted, text))]
        hint = f" (they stand in {paragraphs(elsewhere)})" if elsewhere else ""
        told = f"found {quoted(wanted)} nowhere in ¶{paragraph}, expected words of it{hint}"
    click.echo(told, err=True)
    return PROBLEMS
