-- Queries to begin with. What stands before each is its name; the catalogue says what it asks.

-- search
select records.name, records.summary
from records_fts join records on records.rowid = records_fts.rowid
where records_fts match '"' || replace('U.S.', '"', ' ') || '"'
order by rank;

-- statements
select text, source, paragraphs
from statements_with_sources
where id in (
  select statements.id
  from statements_fts join statements on statements.rowid = statements_fts.rowid
  where statements_fts match '"' || replace('follow-up', '"', ' ') || '"'
);

-- advice
select addressee, text, authors, source, repeated, follow_up
from recommendations_by_addressee;

-- said
select source, kind, text, paragraphs
from said_of_records where record_id = 'mexico';
