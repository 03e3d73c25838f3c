"""The search index of the built site: made by Pagefind, then put in order.

Pagefind writes its filters in an order that differs from run to run, and names files after what
is in them; in order, the same pages give the same bytes. Its files are gzipped CBOR.
"""

import gzip
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import cbor2

_MAGIC = b"pagefind_dcd"
_NAME = re.compile(r"(\w+_)([0-9a-f]+)(?=\.pf_)")
# Where the list of filters stands in Pagefind's account of its index.
_FILTERS = 3


def make_search_index(site: Path) -> None:
    """Indexes the pages of the site in the folder `site`.

    Raises subprocess.CalledProcessError if Pagefind fails.
    """
    command = [sys.executable, "-m", "pagefind", "--site", site]
    command += ["--root-selector", "article.md-content__inner", "--quiet"]
    subprocess.run(command, check=True)
    folder = site / "pagefind"
    renamed = dict(_put_in_order(file) for file in sorted(folder.glob("filter/*.pf_filter")))
    entry = folder / "pagefind-entry.json"
    for file in sorted(folder.glob("*.pf_meta")):
        old, new = _name_filters(file, renamed)
        entry.write_bytes(entry.read_bytes().replace(old.encode(), new.encode()))


def _put_in_order(filter: Path) -> tuple[str, str]:
    """Sorts the values of a filter; returns the old and the new name of its file."""
    name, values = _read(filter)
    return _replace(filter, [name, sorted(values)])


def _name_filters(meta: Path, renamed: dict[str, str]) -> tuple[str, str]:
    """Sorts the filters in `meta` under their new names; returns its own old and new name."""
    content = _read(meta)
    content[_FILTERS] = sorted([name, renamed[file]] for name, file in content[_FILTERS])
    return _replace(meta, content)


def _read(file: Path) -> list:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MAGIC))


def _replace(file: Path, content: list) -> tuple[str, str]:
    """Writes `content` in the place of `file`, under its hash; returns the old and new name."""
    encoded = _MAGIC + cbor2.dumps(content)
    old = _NAME.search(file.name)
    new = old[1] + sha256(encoded).hexdigest()[: len(old[2])]
    file.unlink()
    file.with_name(file.name.replace(old[0], new)).write_bytes(gzip.compress(encoded, mtime=0))
    return old[0], new
