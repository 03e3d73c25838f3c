"""`python -m intermestic`."""

import sys

from intermestic.cli import main

sys.exit(main())
