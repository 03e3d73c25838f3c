"""Writes down as expected what is said and rendered now. Read the difference before you keep it."""

import shutil
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parent
sys.path.insert(0, str(TESTS.parent / "scripts"))

from intermestic.pipeline import assemble  # noqa: E402
from intermestic.publication import read_publication  # noqa: E402
from intermestic.render import render  # noqa: E402


def main() -> None:
    """Renews problems.txt of every case in cases/problems, and the pages in cases/pages."""
    for case in sorted((TESTS / "cases" / "problems").iterdir()):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            shutil.copytree(TESTS / "sample", root, dirs_exist_ok=True)
            shutil.copytree(case / "data", root / "data", dirs_exist_ok=True)
            lines = "".join(f"{problem}\n" for problem in assemble(root)[1])
            (case / "problems.txt").write_text(lines, encoding="utf-8")
    pages = TESTS / "cases" / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    knowledge, _ = assemble(TESTS / "sample")
    publication, _ = read_publication(TESTS / "sample")
    for name, text in render(knowledge, publication).items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
