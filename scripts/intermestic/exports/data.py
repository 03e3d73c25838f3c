"""The exports of the data, in the order of the downloads page."""

from intermestic.exports import (
    bibliography,
    calendar,
    database,
    feed,
    graph,
    kb_json,
    linked_data,
    sheets,
    tables,
)

DATA = (
    kb_json.EXPORT,
    sheets.EXPORT,
    tables.EXPORT,
    database.EXPORT,
    bibliography.EXPORT,
    linked_data.EXPORT,
    graph.EXPORT,
    calendar.EXPORT,
    feed.EXPORT,
)
