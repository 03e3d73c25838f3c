"""What the JSON has besides the fields of the records: its format, and what the build adds.

A later version may add fields; none goes or changes its meaning unless the format does too.
"""

from typing import Literal

FORMAT: Literal[1] = 1
# That of the file of a single record. In 1 each statement stood in it whole.
RECORD_FORMAT: Literal[2] = 2
# What the build adds to each record and each statement.
OF_RECORDS = {
    "id": (str, "its id, which never changes"),
    "collection": (str, "the collection it belongs to"),
    "file": (str, "its file in the repository"),
    "permalink": (str, "its page on the site"),
}
OF_STATEMENTS = {
    "source": (str, "the id of the source that says it"),
    "address": (str, "how records refer to it, as source/statement"),
    "permalink": (str, "where it stands on the site"),
    "plain": (str, "its text without links"),
    "subjects": (list[str], "the records it is about: those of `about` and those it links to"),
    "speakers": (list[str], "who says it: those of `said_by`, or else the authors"),
}
