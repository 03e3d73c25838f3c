"""The benchmark runs; its figures are nobody's test. That of ratios is run by `make budget`."""

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
