"""The checksums of a finished site, for `sha256sum --check`."""

from hashlib import sha256
from pathlib import Path

from intermestic.addresses import CHECKSUMS


def checksums(site: Path) -> bytes:
    """Return a line with the SHA-256 of each file of the built `site`, in the order of names."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    names = sorted(files.keys() - {CHECKSUMS})
    lines = (f"{sha256(files[name].read_bytes()).hexdigest()}  {name}\n" for name in names)
    return "".join(lines).encode()
