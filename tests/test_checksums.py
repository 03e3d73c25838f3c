"""The checksums of a built site."""

from hashlib import sha256
from pathlib import Path

from intermestic.addresses import CHECKSUMS
from intermestic.site.finishing import checksums


def test_every_other_file_has_its_checksum(tmp_path: Path) -> None:
    names = ("a/index.html", "data/x.csv", "index.html")
    for name in (*names, CHECKSUMS):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    expected = "".join(f"{sha256(name.encode()).hexdigest()}  {name}\n" for name in names)
    assert checksums(tmp_path).decode() == expected
