"""What is made of the finished site: one archive of it, and the checksums of all its files.

The archive opens from the file system, where an address that ends with a folder leads nowhere and
the search, which a browser lets load its index only from a server, cannot run: each link names its
file, and the A–Z index stands where the search stood.
"""

import hashlib
import io
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from intermestic import addresses
from intermestic.exports.about import NAME
from intermestic.reading.publication import Publication

ARCHIVE = f"data/{NAME}-site.zip"
CHECKSUMS = "SHA256SUMS"
# Of no use from files: itself, the search index, the page for a wrong address, the pictures by
# which pages are shared, and what only those who work on the theme want.
LEFT_OUT = (ARCHIVE, CHECKSUMS, "pagefind/*", "404.html", f"*{addresses.CARD}", "*.map")

_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ADDRESS = re.compile(r"""(\bhref="|\bcontent="\d+; *url=)([^"#?]*)""")
_SEARCH = re.compile(r"<button[^>]*\bdata-search-open\b.*?</button>", re.DOTALL)


def files(site: Path, publication: Publication) -> dict[str, bytes]:
    """The archive of the built `site`, and the checksums of all its files and of the archive."""
    archive = _archive(site, publication)
    sums = {name: _checksum(path.read_bytes()) for name, path in _files(site)}
    sums[ARCHIVE] = _checksum(archive)
    sums.pop(CHECKSUMS, None)
    listed = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
    return {ARCHIVE: archive, CHECKSUMS: listed.encode()}


def _files(site: Path) -> Iterator[tuple[str, Path]]:
    """Every file of the site with its name, in one order on every file system."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return ((name, found[name]) for name in sorted(found))


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _archive(site: Path, publication: Publication) -> bytes:
    """A zip of one folder. Files have the day of the edition, so that equal sites are equal."""
    day = publication.edition.day
    folder = f"{NAME}-{publication.edition.number}"
    output = io.BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as zip:
        for name, path in _files(site):
            if any(fnmatchcase(name, pattern) for pattern in LEFT_OUT):
                continue
            content = path.read_bytes()
            if path.suffix == ".html":
                content = from_files(content.decode(), name.count("/")).encode()
            info = ZipInfo(f"{folder}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3  # Unix, on whatever system it is made
            info.external_attr = 0o100644 << 16
            zip.writestr(info, content)
    return output.getvalue()


def from_files(html: str, depth: int) -> str:
    """A page as it opens from the file system, `depth` folders below the site's."""
    index = addresses.canonical("../" * depth, addresses.index("a-z"))
    in_place_of_search = f'<a class="search-open" href="{index}">A–Z index</a>'
    html = _SEARCH.sub(in_place_of_search, html)
    return _TAG.sub(lambda tag: _ADDRESS.sub(_with_file, tag[0]), html)


def _with_file(match: re.Match[str]) -> str:
    """An address within the site that ends with a folder, with the file that stands for it."""
    before, address = match.groups()
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/", address):
        return match[0]
    if re.search(r"(^|/)\.{1,2}$", address):
        address += "/"
    return before + (f"{address}index.html" if address.endswith("/") else address)
