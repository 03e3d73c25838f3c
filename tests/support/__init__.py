"""What tests share: where things are, and modules for projects, sites, browsers and fonts."""

from pathlib import Path

TESTS = Path(__file__).parent.parent
PROJECT = TESTS.parent
