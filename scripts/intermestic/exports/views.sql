-- The views of the database: the questions that people ask of it most. What stands before each
-- says what a row of it is.

-- The paragraphs that say a statement, by their numbers.
create view paragraphs_of_statements as
select id as statement_id,
  (
    select group_concat(number, ', ') from (
      select number from statement_paragraphs join paragraphs on paragraphs.id = paragraph_id
      where statement_id = statements.id order by number
    )
  ) as paragraphs
from statements;

-- A statement with the text that says it, its date and its paragraphs.
create view statements_with_sources as
select statements.id, kind, statements.text, phrase, source.name as source,
  source.date as source_date, paragraphs, statements.url
from statements
  join paragraphs_of_statements on statement_id = statements.id
  join records as source on source.id = source_id
order by source.date_earliest, statements.rowid;

-- What each source says of a record, oldest source first.
create view said_of_records as
select subject.id as record_id, subject.name as record, role, source.name as source,
  source.date as source_date, kind, statements.text, paragraphs, statements.url
from statement_subjects
  join records as subject on subject.id = record_id
  join statements on statements.id = statement_subjects.statement_id
  join paragraphs_of_statements as numbered on numbered.statement_id = statements.id
  join records as source on source.id = source_id
order by subject.name, source.date_earliest, statements.rowid;

-- A recommendation, once for each who should act, with what later sources report of it.
create view recommendations_by_addressee as
select addressee.name as addressee, statements.text, source.name as source,
  (
    select group_concat(author.name, ', ') from relations
      join records as author on author.id = object_id
    where subject_id = source.id and relations.name = 'authors'
  ) as authors,
  source.date as source_date, paragraphs,
  (select count(*) from repetitions where earlier_id = statements.id) as repeated,
  (
    select group_concat(follow_ups.text, ' | ') from follow_ups
    where statement_id = statements.id
  ) as follow_up,
  statements.url
from statement_subjects
  join records as addressee on addressee.id = record_id
  join statements on statements.id = statement_subjects.statement_id
  join paragraphs_of_statements as numbered on numbered.statement_id = statements.id
  join records as source on source.id = source_id
where role = 'addressee'
order by addressee.name, source.date_earliest, statements.rowid;

-- A figure with its unit, what it counts, as of when, and who says so.
create view figures_with_sources as
select counts, hedge, value, upper, unit, as_of, source.name as source,
  source.date as source_date, paragraphs, statements.text, statements.url
from figures
  join statements on statements.id = figures.statement_id
  join paragraphs_of_statements as numbered on numbered.statement_id = statements.id
  join records as source on source.id = source_id
order by source.date_earliest, statements.rowid;

-- A relation between two records, by their names, with the paragraphs that say so.
create view relations_by_name as
select subject.name as subject, relations.name as relation,
  object.name as object, relations.date, detail,
  (
    select group_concat(paragraph_id, ', ') from citations where relation_id = relations.id
  ) as cited,
  relations.editorial
from relations
  join records as subject on subject.id = subject_id
  join records as object on object.id = object_id
order by relations.id;
