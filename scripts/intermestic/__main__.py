"""`python -m intermestic`."""

import sys

from .cli import main

sys.exit(main())
