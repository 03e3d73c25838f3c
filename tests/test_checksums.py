"""The checksums of a built site."""

from hashlib import sha256
from pathlib import Path

from intermestic.addresses import CHECKSUMS
from intermestic.site.checksums import checksums


def test_every_file_but_those_of_the_search_index_has_its_checksum(tmp_path: Path) -> None:
    for name in ("index.html", "a/index.html", "data/x.csv", "pagefind/x.js", CHECKSUMS):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    sums = {name: sha256(name.encode()).hexdigest() for name in ("a/index.html", "data/x.csv")}
    sums["index.html"] = sha256(b"index.html").hexdigest()
    expected = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
    assert checksums(tmp_path).decode() == expected
