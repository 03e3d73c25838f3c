"""The benchmark runs; its figures are nobody's test."""

import subprocess
import sys

from support import TESTS

BENCHMARKS = TESTS / "benchmarks"


def test_the_benchmark_prints_a_row_for_each_size() -> None:
    printed = subprocess.run(
        [sys.executable, BENCHMARKS / "stages.py", "--sizes", "100", "--no-site"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert len(printed) == 3
    assert printed[2].startswith("| 100 | ")


def test_the_benchmark_of_previews_prints_a_row_for_each_edit() -> None:
    printed = subprocess.run(
        [sys.executable, BENCHMARKS / "preview.py", "--sizes", "50", "--repeats", "1"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert [line.split(" | ")[:2] for line in printed[2:]] == [
        ["| 50", "a sentence of a term"],
        ["| 50", "a statement of a source"],
        ["| 50", "the name of an actor"],
    ]
