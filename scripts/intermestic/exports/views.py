"""The views of the database: the questions that people ask of it most."""

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """A view: what a row of it is, and its query."""

    description: str
    sql: str


# The paragraphs of a statement, as `22, 23`.
_PARAGRAPHS = """(
  select group_concat(number, ', ') from (
    select number from statement_paragraphs join paragraphs on paragraphs.id = paragraph_id
    where statement_id = statements.id order by number
  )
)"""

VIEWS = {
    "statements_with_sources": View(
        "A statement with the text that says it, its date and its paragraphs.",
        f"""
        select statements.id, kind, statements.text, phrase, source.name as source,
          source.date as source_date, {_PARAGRAPHS} as paragraphs, statements.url
        from statements join records as source on source.id = source_id
        order by source.date_earliest, statements.rowid
        """,
    ),
    "said_of_records": View(
        "What each source says of a record, oldest source first.",
        f"""
        select subject.id as record_id, subject.name as record, role, source.name as source,
          source.date as source_date, kind, statements.text, {_PARAGRAPHS} as paragraphs,
          statements.url
        from statement_subjects
          join records as subject on subject.id = record_id
          join statements on statements.id = statement_id
          join records as source on source.id = source_id
        order by subject.name, source.date_earliest, statements.rowid
        """,
    ),
    "recommendations_by_addressee": View(
        "A recommendation, once for each who should act, with what later sources report of it.",
        f"""
        select addressee.name as addressee, statements.text, source.name as source,
          (
            select group_concat(author.name, ', ') from relations
              join records as author on author.id = object_id
            where subject_id = source.id and relations.name = 'authors'
          ) as authors,
          source.date as source_date, {_PARAGRAPHS} as paragraphs,
          (select count(*) from repetitions where earlier_id = statements.id) as repeated,
          (
            select group_concat(follow_ups.text, ' | ') from follow_ups
            where statement_id = statements.id
          ) as follow_up,
          statements.url
        from statement_subjects
          join records as addressee on addressee.id = record_id
          join statements on statements.id = statement_id
          join records as source on source.id = source_id
        where role = 'addressee'
        order by addressee.name, source.date_earliest, statements.rowid
        """,
    ),
    "figures_with_sources": View(
        "A figure with its unit, what it counts, as of when, and who says so.",
        f"""
        select counts, hedge, value, upper, unit, as_of, source.name as source,
          source.date as source_date, {_PARAGRAPHS} as paragraphs, statements.text, statements.url
        from figures
          join statements on statements.id = statement_id
          join records as source on source.id = source_id
        order by source.date_earliest, statements.rowid
        """,
    ),
    "relations_by_name": View(
        "A relation between two records, by their names, with the paragraphs that say so.",
        """
        select subject.name as subject, relations.name as relation,
          object.name as object, relations.date, detail,
          (
            select group_concat(paragraph_id, ', ') from citations where relation_id = relations.id
          ) as cited,
          relations.editorial
        from relations
          join records as subject on subject.id = subject_id
          join records as object on object.id = object_id
        order by relations.id
        """,
    ),
}

# Queries to begin with; the catalogue says what each asks.
QUERIES = {
    "search": """\
select records.name, records.summary
from records_fts join records on records.rowid = records_fts.rowid
where records_fts match '"' || replace('U.S.', '"', ' ') || '"'
order by rank;""",
    "statements": """\
select text, source, paragraphs
from statements_with_sources
where id in (
  select statements.id
  from statements_fts join statements on statements.rowid = statements_fts.rowid
  where statements_fts match '"' || replace('follow-up', '"', ' ') || '"'
);""",
    "advice": """\
select addressee, text, authors, source, repeated, follow_up
from recommendations_by_addressee;""",
    "said": """\
select source, kind, text, paragraphs
from said_of_records where record_id = 'mexico';""",
}
