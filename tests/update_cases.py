"""Write down as expected what is said and rendered now. Read the difference before you keep it."""

import shutil
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parent
sys.path.insert(0, str(TESTS.parent / "scripts"))

from support import commands  # noqa: E402
from support.projects import content, rendered  # noqa: E402
from test_differences import CASES, words_of  # noqa: E402
from test_references import TABLE, printed  # noqa: E402

from intermestic.content import load_knowledge  # noqa: E402


def main() -> None:
    """Renew what is expected of every case in cases: problems, differences, commands, pages, and
    the table of references.
    """
    for case in sorted((TESTS / "cases" / "problems").iterdir()):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            shutil.copytree(TESTS / "sample", root, dirs_exist_ok=True)
            shutil.copytree(case / "data", root / "data", dirs_exist_ok=True)
            lines = "".join(f"{problem}\n" for problem in load_knowledge(root)[1])
            (case / "problems.txt").write_text(lines, encoding="utf-8")
    for case in sorted(commands.CASES.iterdir()):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            shutil.copytree(TESTS / "sample", root, dirs_exist_ok=True)
            shutil.copy(TESTS.parent / "mkdocs.yml", root)
            commands.write_down(case, commands.run(case, root))
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            words = words_of(case, Path(folder))
            (case / "expected.md").write_text(words, encoding="utf-8")
    pages = TESTS / "cases" / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    for name, text in rendered(content(TESTS / "sample")).items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text, encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        TABLE.write_text(printed(Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
