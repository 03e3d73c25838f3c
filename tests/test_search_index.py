"""The search index: Pagefind at times leaves a file of it empty, and reports success."""

from pathlib import Path

import pytest

from intermestic.knowledge import KnowledgeBase
from intermestic.site import search_index


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What a Pagefind that stands in for the real one leaves in its file, time after time."""
    contents: list[bytes] = []

    def index(site: Path, knowledge: KnowledgeBase) -> None:
        file = site / search_index.FOLDER / "pagefind-entry.json"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(contents.pop(0))

    monkeypatch.setattr(search_index, "_index", index)
    return contents


def test_an_index_with_an_empty_file_is_made_again(
    left: list[bytes], tmp_path: Path, knowledge: KnowledgeBase
) -> None:
    left += [b"", b"{}", b"never"]
    search_index.index_site(tmp_path, knowledge)
    assert left == [b"never"]


def test_an_index_that_is_never_whole_is_refused(
    left: list[bytes], tmp_path: Path, knowledge: KnowledgeBase
) -> None:
    left += [b"", b"", b""]
    with pytest.raises(OSError, match=r"^Pagefind left pagefind-entry.json empty, 3 times$"):
        search_index.index_site(tmp_path, knowledge)
