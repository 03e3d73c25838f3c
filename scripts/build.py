"""Build the pages from the records; works without installing the package."""

import sys

from intermestic.cli import main

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]]))
