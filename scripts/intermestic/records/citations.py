"""Citations of paragraphs of a source: how they are read and written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

CITATION = "a citation such as wayne-2021#22"
# Enough for any statement; a range of a million would fill the memory.
MOST_PARAGRAPHS = 100
_RUN = r"\s*([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?\s*"
_ROUGH = r"\s*\d+\s*(?:[–—-]\s*\d+\s*)?"
PARAGRAPHS_PATTERN = f"{_RUN}(,{_RUN})*"
PARAGRAPHS_EXPECTED = "paragraph numbers such as 22, 21-22 or 9,11"


@dataclass(frozen=True, order=True)
class Citation:
    """Paragraphs of a source; prints as `wayne-2021#22`, `wayne-2021#21-22` or `…#9,11`."""

    source: str
    paragraphs: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.source}#{format_paragraphs(self.paragraphs)}"


def parse_paragraphs(text: object) -> tuple[int, ...]:
    """Return the paragraph numbers in `22`, `21-22` or `9,11`; raise ValueError for other text."""
    numbers: set[int] = set()
    for part in str(text).split(","):
        match = re.fullmatch(_RUN, part)
        if not match or (match[2] and int(match[2]) <= int(match[1])):
            raise ValueError(PARAGRAPHS_EXPECTED)
        start, end = int(match[1]), int(match[2] or match[1])
        if len(numbers) + end - start >= MOST_PARAGRAPHS:
            raise ValueError(f"at most {MOST_PARAGRAPHS} paragraphs at once")
        numbers.update(range(start, end + 1))
    return tuple(sorted(numbers))


def format_paragraphs(numbers: Iterable[int], dash: str = "-", comma: str = ",") -> str:
    """Return paragraph numbers as `parse_paragraphs` reads them, with runs joined: `9,21-22`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return comma.join(f"{r[0]}{dash}{r[-1]}" if len(r) > 1 else f"{r[0]}" for r in runs)


def paragraphs(numbers: Iterable[int]) -> str:
    """Return paragraph numbers as readers write them: `¶22`, `¶21–23`, `¶9, 11`."""
    return "¶" + format_paragraphs(numbers, dash="–", comma=", ")


def parse_citation(text: object) -> Citation:
    """Return the citation in text like `wayne-2021#22`; raise ValueError for other text."""
    source, hash_sign, paragraphs = str(text).partition("#")
    if not hash_sign or isinstance(text, dict | list):
        raise ValueError(CITATION)
    return Citation(source, parse_paragraphs(paragraphs))


def likely_citation(text: str) -> str:
    """Return the citation, citations or paragraphs that were surely meant by `text`, or nothing.

    It has a dash or a sign of its own, a range that runs backwards, or several without brackets.
    """
    parts = [part.strip() for part in re.split(r",\s*(?=[a-z])", text)]
    if len(parts) > 1:
        likely = [likely_citation(part) or _citation_or_nothing(part) for part in parts]
        return f"[{', '.join(likely)}]" if all(likely) else ""
    match = re.fullmatch(
        rf"(?:([a-z0-9-]*[a-z0-9])\s*(?:#|¶|:|,)\s*)?¶*\s*({_ROUGH}(?:,{_ROUGH})*)", text
    )
    if not match:
        return ""
    ranges = ["-".join(sorted(re.findall(r"\d+", part), key=int)) for part in match[2].split(",")]
    likely_paragraphs = ",".join(ranges)
    try:
        parse_paragraphs(likely_paragraphs)
    except ValueError:
        return ""
    return f"{match[1]}#{likely_paragraphs}" if match[1] else likely_paragraphs


def _citation_or_nothing(text: str) -> str:
    try:
        return str(parse_citation(text))
    except ValueError:
        return ""


def paragraph_id(source: str, number: int) -> str:
    """Return a paragraph as records cite it: `wayne-2021#22`."""
    return f"{source}#{number}"


def cited_paragraphs(citations: Iterable[Citation]) -> tuple[str, ...]:
    """Return the paragraphs that are cited, each once, as records cite one."""
    cited = (paragraph_id(cite.source, number) for cite in citations for number in cite.paragraphs)
    return tuple(dict.fromkeys(cited))
