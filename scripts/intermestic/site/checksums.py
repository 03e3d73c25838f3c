"""The checksums of a finished site, for `sha256sum --check`."""

from hashlib import sha256
from pathlib import Path

from intermestic.addresses import CHECKSUMS
from intermestic.site.search_index import FOLDER


def checksums(site: Path) -> bytes:
    """Return a line with the SHA-256 of each file of the built `site`, in the order of names.

    The search index is left out: of two equal sites it differs.
    """
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    names = (name for name in files if name != CHECKSUMS and not name.startswith(f"{FOLDER}/"))
    lines = (f"{sha256(files[name].read_bytes()).hexdigest()}  {name}\n" for name in sorted(names))
    return "".join(lines).encode()
