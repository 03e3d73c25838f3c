"""Writes down as expected what is said and rendered now. Read the difference before you keep it."""

import shutil
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parent
sys.path.insert(0, str(TESTS.parent / "scripts"))

from test_differences import CASES, words_of  # noqa: E402

from intermestic.pipeline import assemble, build  # noqa: E402


def main() -> None:
    """Renews problems.txt of every case in cases/problems, expected.md of every case in
    cases/differences, and the pages in cases/pages.
    """
    for case in sorted((TESTS / "cases" / "problems").iterdir()):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            shutil.copytree(TESTS / "sample", root, dirs_exist_ok=True)
            shutil.copytree(case / "data", root / "data", dirs_exist_ok=True)
            lines = "".join(f"{problem}\n" for problem in assemble(root)[1])
            (case / "problems.txt").write_text(lines, encoding="utf-8")
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            words = words_of(case, Path(folder))
            (case / "expected.md").write_text(words, encoding="utf-8")
    pages = TESTS / "cases" / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(TESTS / "sample", root, dirs_exist_ok=True)
        for name in build(root).changes.written:
            (pages / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / "docs" / name, pages / name)


if __name__ == "__main__":
    main()
