"""The benchmark runs; its figures are nobody's test."""

import json
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


def test_the_benchmark_of_ratios_prints_a_row_for_each_that_is_recorded() -> None:
    printed = subprocess.run(
        [sys.executable, BENCHMARKS / "ratios.py", "--size", "50", "--repeats", "1"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    recorded = json.loads((BENCHMARKS / "ratios.json").read_text(encoding="utf-8"))
    names = [line.split(" | ")[0].removeprefix("| ") for line in printed[2:]]
    assert names == ["MkDocs and Material alone", *recorded]
