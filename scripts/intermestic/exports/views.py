"""The views of the database, and queries to begin with, from the SQL files beside this one."""

import re
from pathlib import Path

_FOLDER = Path(__file__).parent
VIEWS_SQL = (_FOLDER / "views.sql").read_text("utf-8")
# What a row of each view is, by the view's name.
VIEWS = {name: meaning for meaning, name in re.findall("-- (.+)\ncreate view ([a-z_]+)", VIEWS_SQL)}
# The queries by their names.
QUERIES = dict(re.findall("-- ([a-z]+)\n([^;]+;)", (_FOLDER / "queries.sql").read_text("utf-8")))
