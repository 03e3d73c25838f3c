# Every English word of the pages and diagrams, for a translator to write anew.
# What stands between { } is put in by the program.

## Collections: the heading of all, one of them, and what a record of them is

collection-actors = Actors
record-actors = Actor
meaning-actors = A person, country, government, body, organization, region or group.
collection-initiatives = Initiatives
record-initiatives = Initiative
meaning-initiatives = An agreement, program, mechanism, dialogue, forum, negotiation, doctrine or proposal.
collection-dates = Dates
record-dates = Date
meaning-dates = Something that happened, or is due, at a date.
collection-policy-areas = Policy areas
record-policy-areas = Policy area
meaning-policy-areas = A field of policy.
collection-terms = Terms
record-terms = Term
meaning-terms = A term of art.
collection-propositions = Agreements and differences
record-propositions = Proposition
meaning-propositions = Something that two or more sources speak to, and where each of them stands.
collection-sources = Sources
record-sources = Source
meaning-sources = A text, with all that it says as statements.

## Relations: the heading of the records at the other end

relation-about = About
relation-areas = Policy areas
relation-authors = Authors
relation-coined = Coined
relation-coined-by = Coined by
relation-dates = Dates
relation-initiatives = Initiatives
relation-member-of = Member of
relation-members = Members
relation-narrower-areas = Includes
relation-office-holders = Office holders
relation-offices = Offices
relation-parent = Part of
relation-part-of = Part of
relation-participants = Participants
relation-parties = Who took part
relation-parts = Includes
relation-party-to = Took part in
relation-propositions = Agreements and differences
relation-proposed = Proposed
relation-proposed-by = Proposed by
relation-succeeded-by = Replaced by
relation-successor-of = Replaced
relation-texts = Texts written
relation-used-by = Used by
relation-uses = Uses the term

## Types of actors and initiatives: one, and the heading of all

type-agreement = agreement
types-agreement = Agreements
type-body = body
types-body = Bodies
type-commitment = commitment
types-commitment = Commitments
type-country = country
types-country = Countries
type-dialogue = dialogue
types-dialogue = Dialogues
type-doctrine = doctrine
types-doctrine = Doctrines
type-forum = forum
types-forum = Forums
type-government = government
types-government = Governments
type-group = group
types-group = Groups
type-law = law
types-law = Laws
type-measure = measure
types-measure = Measures
type-mechanism = mechanism
types-mechanism = Mechanisms
type-negotiation = negotiation
types-negotiation = Negotiations
type-organisation = organization
types-organisation = Organizations
type-person = person
types-person = Persons
type-programme = program
types-programme = Programs
type-proposal = proposal
types-proposal = Proposals
type-region = region
types-region = Regions
type-report = report
types-report = Reports

## Kinds of statements

kind-fact = fact
kind-assessment = assessment
kind-recommendation = recommendation
kind-forecast = forecast
kind-figure = figure

## Fields of records and of their parts

field-about = about
field-accounts = accounts
field-addressees = addressees
field-aliases = aliases
field-areas = areas
field-as-of = as of
field-authors = authors
field-authorship = authorship
field-cite = cite
field-coined-by = coined by
field-converted = converted
field-counts = counts
field-date = date
field-date-basis = date basis
field-definition = definition
field-editorial = editorial
field-follow-ups = follow ups
field-former-ids = former ids
field-hedge = hedge
field-horizon = horizon
field-id = id
field-initiatives = initiatives
field-issue = issue
field-key-points = key points
field-kind = kind
field-measure = measure
field-member-of = member of
field-name = name
field-note = note
field-offices = offices
field-omitted = omitted
field-para = para
field-paragraphs = paragraphs
field-parent = parent
field-part-of = part of
field-participants = participants
field-parties = parties
field-phrase = phrase
field-place = place
field-positions = positions
field-proposed-by = proposed by
field-journal = journal
field-publisher = publisher
field-repeats = repeats
field-said-by = said by
field-scope = scope
field-sections = sections
field-series = series
field-short-name = short name
field-silent = silent
field-sort-name = sort name
field-statements = statements
field-standing = standing
field-succeeded-by = succeeded by
field-summary = summary
field-text = text
field-text-url = text url
field-thesis = thesis
field-title = title
field-type = type
field-unit = unit
field-upper = upper
field-url = url
field-used-by = used by
field-value = value
field-when = when

## Stances

stance-agrees = agrees
stance-agrees-in-part = agrees in part
stance-doubts = doubts
stance-disagrees = disagrees

## How an initiative stands

standing-proposed = proposed
standing-agreed = agreed
standing-in-force = in force
standing-under-way = under way
standing-halted = halted
standing-replaced = replaced
standing-ended = ended
standing-published = published
standing-unknown = unknown

## What came of advice and of forecasts, by the editors' reading of a later essay

outcome-recommendation-done = done
outcome-recommendation-begun = begun
outcome-recommendation-in-part = done in part
outcome-recommendation-not-done = not done
outcome-recommendation-reversed = reversed
outcome-recommendation-unclear = outcome unclear
outcome-forecast-done = came about
outcome-forecast-begun = began to come about
outcome-forecast-in-part = came about in part
outcome-forecast-not-done = did not come about
outcome-forecast-reversed = went the other way
outcome-forecast-unclear = outcome unclear

## What an essay has to do with advice or a forecast, in a table

fate-before = { $source } is older
fate-made = made in { $source }
fate-again = again in { $source }
fate-done = done, by { $source }
fate-begun = begun, by { $source }
fate-in-part = in part, by { $source }
fate-not-done = not done, by { $source }
fate-reversed = reversed, by { $source }
fate-unclear = unclear, by { $source }
fate-silent = no word of it in { $source }
fate-open = not yet looked for in { $source }

## Changes between editions

change-added = added
change-changed = changed
change-renamed = renamed
change-merged = merged
change-withdrawn = withdrawn

## Counts

count-fact = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
count-assessment = { $count ->
    [one] { $count } assessment
   *[other] { $count } assessments
}
count-recommendation = { $count ->
    [one] { $count } recommendation
   *[other] { $count } recommendations
}
count-forecast = { $count ->
    [one] { $count } forecast
   *[other] { $count } forecasts
}
count-figure = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
count-statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
count-claims = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
}
count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
count-essays = { $count ->
    [one] { $count } essay
   *[other] { $count } essays
}
count-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
count-dates = { $count ->
    [one] { $count } date
   *[other] { $count } dates
}
count-initiatives = { $count ->
    [one] { $count } initiative
   *[other] { $count } initiatives
}
count-other-initiatives = { $count ->
    [one] { $count } other initiative
   *[other] { $count } other initiatives
}
count-relations = { $count ->
    [one] { $count } connection
   *[other] { $count } connections
}
count-earlier-dates = { $count ->
    [one] { $count } earlier date
   *[other] { $count } earlier dates
}
count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}

## What kind of page it is

label-collection = Collection
label-overview = Overview
label-text = { $kind }, { $date }
label-text-by = { $kind } by { $names }, { $date }

## Titles and leads

home-lead = What policy essays say about relations between the United States, Mexico and Canada: who did what, who said what and when, what was advised, and what came of it.
timeline-title = Timeline
timeline-lead = What happened and when, with the lives of initiatives and the essays on the same axis.
network-title = Network of ties
network-lead = Who took part in what, who held which office, and what belongs to what.
recommendations-title = Recommendations
recommendations-lead = What the essays say should be done, who should do it, and what became of it.
forecasts-title = Forecasts
forecasts-lead = What the essays expected, how firmly, and what became of it.
figures-title = Figures
figures-lead = Every number that an essay states as fact, when it held, and which can be compared.
matrix-title = Who speaks of what
matrix-lead = How much each essay says of each initiative and in each policy area, silences included.
compare-title = Two essays side by side
compare-lead = Choose two: where they differ, where they agree, in their own positions, and what only one speaks of.
coverage-title = Coverage
coverage-lead = Every paragraph of every essay has statements, or a stated reason for having none.
a-z-title = A–Z index
a-z-lead = Every record under each of its names.
editions-title = Editions
editions-lead = What the records said on a day, under a number, so that they can be cited.
downloads-title = Downloads
downloads-lead = Everything that stands on this site, as files.
glossary-lead = The vocabulary of the essays, in plain words.
statements-title = { $record } in { $source }
statements-lead = What { $source } says of { $record }.

## Cards

drawn-from = drawn from { $sources }
statements-in = { $statements } in { $sources }

## Pages of what one source says of a record

statements-opening = What { $source }, { $date }, says of { $record }.
statements-count = **{ $count }** statements:

## What stands on many pages

edition-line = edition { $number }, { $date }
edition-number = Edition { $number }
all-statements = All { $count } statements
fact-type = Type
fact-when = When
fact-standing = Status
since = since { $date }
according-to = according to { $sources } ({ $date })
fact-where = Where
fact-also = Also called
due = (due when the text was written)
editors-note = Editors’ note
editors-addition = Added by the editors
editorial = the editors: { $reason }
permalink = Link
link-to-statement = Link to this statement
said-by = said by { $names }
addressed-to = to { $names }
by-horizon = by { $date }
as-of = as of { $date }
amount-range = { $low } to { $high }
repeats = Repeats { $source }
repeated-in = Again in { $source }
reported-in = Reported in { $source }:
no-later-word = No later essay says what came of it.
only-lines-with = Filter
order = Sort
order-grouped = as grouped
order-statements = most statements first
order-name = by name
heading-relations = Connections
heading-statements = All statements
heading-accounts = Essay by essay
heading-at-issue = Where the essays stand
heading-advice = Advice, and what came of it
heading-figures = Figures
heading-colophon = Names, sources and notes
heading-key-points = Key points
heading-bibliography = About the text
whose-words = In the editors’ words; only what stands in quotation marks is the author’s.
not-mentioned = Not mentioned in { $sources }.
rests-on = This page rests on
mentioned-in = Other pages that mention it
of-section = ¶{ $first }–{ $last }: { $statements }
column-claim = Claim
column-advice = Advice
column-fate = What became of it
says-nothing = says nothing
more-claims = { $count } more claims
heading-positions = Where each essay stands
moved = This page has moved to { $link }.
see = See { $links }.
see-instead = See instead:
not-yet-in-edition = Not yet in an edition
formerly = formerly { $id }
formerly-also = formerly also { $id }
statements-changed = statements:

## Home

home-opening = What { $count } policy essays, { $first } to { $last }, say about relations between the United States, Mexico and Canada: who did what, who said what and when, what was advised, and what came of it.
home-search = Search names, acronyms, “exact words”
home-essays = What each argues
home-issues = The main issues, essay by essay
home-doors = Look closer
all-areas = All policy areas
door-agreements = { $claims } claims, and where each essay stands on them: on { $divided } they take opposite sides.
door-recommendations = { $made } pieces of advice: of { $silent } no later essay says what came of them.
door-forecasts = { $made } forecasts: on { $reported } a later essay reports.
door-timeline = { $dates } dates, and the lives of initiatives.

## Indexes and the glossary

terms-of-art = terms of art
records = records
in-sources = in { $count } sources
coined-by = Coined by { $names }.
used-by = Used by { $names }.

## The A–Z index

a-z-opening = Every record under each of its names. In a browser without JavaScript, where the search cannot run, this index stands in for it.
see-name = { $name }: see { $link }

## Two essays

column-pair = Essays
differ = Take opposite sides
differ-in-shade = Differ in shade
agree = Agree
pair = { $older } and { $newer }
pair-lead = Where { $older } and { $newer } differ and agree.
pair-summary = Of the claims on which both speak, they take opposite sides on { $oppositions }, differ in shade on { $shades } and agree on { $agreements }.
heading-oppositions = Where they take opposite sides
heading-shades = Where they differ in shade
who-speaks-of-which = Which they speak of, and which only one does
heading-agreements = Where they agree
agreements-lead = { $claims }, and where each essay stands on them. On { $divided } some essay agrees and another doubts or disagrees; these come first.
only-divided = Only those on which essays take opposite sides
both-speak-of = Both speak of:
only-speaks-of = Only { $source } speaks of:
no-initiative = no initiative

## Coverage

coverage-opening = How many of each kind the sources have, and what stands in the collections:
column-source = Source
column-paragraphs = Paragraphs
column-stated = With statements
column-omitted = Left out
column-open = Not yet read
column-all = all
row-all = All
column-collection = Collection
column-records = Records
left-out-of = Left out of { $source }

## Figures

figures-opening = Two numbers can be compared only if they count the same thing, in the same unit. Those that can, by the editors’ judgment, come first; where a unit had to be converted, the arithmetic is ours.
column-essay = Essay
column-says = Says
column-as-of = As of
column-comparison = For comparison
not-said = not said
conversion = { $amount }, the editors’ conversion: { $how }
as-it-is = as it is
all-figures = All figures
column-figure = Figure
column-counts = What it counts
column-where = Where
column-area = Policy area
column-comparable = Comparable
no-area = none
yes = yes
no = no

## Ledgers

column-made = Made
column-reported = Reported on later
column-again = Only made again
column-silent = No later word
ledger-key = The marks at the end of a line are the essays in time order: ■ made here, ↻ made again; and, by the editors’ reading of the later essay, ✓ done, ◔ begun, ◐ in part, ✕ not done, ↩ reversed, ? unclear, – no word of it.
choose-essay = Essay
choose-addressee = To
choose-fate = What became of it
choose-fate-done = done
choose-fate-begun = begun
choose-fate-in-part = in part
choose-fate-not-done = not done
choose-fate-reversed = reversed
choose-fate-unclear = unclear
choose-fate-again = made again
choose-fate-silent = no word of it
choose-fate-open = not yet looked for
of-date = { $source }, { $date }

## The matrix

matrix-opening = Numbers count statements and lead to them; – means that the essay does not mention it.

## Sources

source-name = Known here as
source-authors = Authors
source-journal = Appeared in
source-publisher = Publisher
source-series = Series
source-issue = Issue
source-date = Date
source-url = Publisher’s page
source-text-url = Full text
source-rights = Rights
rights = The text belongs to its author or publisher and is not reproduced here.
cite-it-as = Cite it as
heading-paragraphs = What it says, paragraph by paragraph
coverage-summary = { $paragraphs } paragraphs: { $stated } with { $statements } statements, { $omitted } left out for a stated reason, { $open } not yet read.
nothing-taken = Nothing taken: { $reason }
was-withdrawn = “{ $words }” was withdrawn; edition { $edition } is the last that has it. { $reason }

## Editions

editions-opening = Each edition is kept as it came out, as one file, and never changes. A page that was in an edition stays at its address: if its record has a new name, it leads there; if the record was withdrawn, it says why.
edition-out = Edition { $number }, { $date }
edition-coming = Edition { $number } (not yet out)
since-edition = Since edition { $number }
unreleased = Not yet in an edition.
first-edition = The first edition: { $records } and { $statements }.
one-file = Edition { $number } as one file
with-schema = with { $link }
its-schema = its schema
sha256 = SHA-256 of the file:
heading-withdrawn = Withdrawn
last-in-edition = (last in edition { $number })
record-withdrawn = This record was withdrawn. { $edition } is the last that has it.
changed-records = Records
changed-statements = Statements
nothing-changed = No record or statement changed.
change-of = { $change } { $kind }
all-of-source = all { $count } statements of { $source }
no-more-now = no more { $old }; now { $new }
no-more = no more { $old }
now-also = now also { $new }
other-order = in another order

## The timeline

picture = picture
heading-picture = Picture
timeline-opening = No date is more precise than the text that gives it.
timeline-undated = Of { $initiatives } no essay gives a date.
before-axis = Before { $year }
summary-decade = { $decade }: { $dates }
summary-lives = Lives of { $initiatives }
summary-essays = The { $count } essays
is-due = (due)
show = Show
any = any
show-dates = dates
show-essays = essays
show-lives = lives
key-year = dates of a year, and how many
key-years = of several years
key-life = life of an initiative
key-essay = essay
key-open = no essay gives the end
key-uncertain = uncertain
axis-begins = { $count ->
    [one] The axis begins in { $year }; { $count } with earlier dates is in the lists only.
   *[other] The axis begins in { $year }; { $count } with earlier dates are in the lists only.
}
timeline-scroll = Dates, essays and lives of initiatives, { $first } to { $last }, may scroll sideways
key-strip-dates = dates
key-strip-essays = essays that speak of it
not-shown = { $dates } not shown
and-more = and { $count } more
name-and-years = { $name }, { $first } to { $last }

## The network

network-counts = { $relations } · { $records } actors and initiatives
network-opening = Each tie stands in the paragraph that is cited beside it, or is marked as the editors’.
summary-relations = { $relation }: { $count }
column-subject = Who or what
choose-area = Policy area
neighbours-of = { $name } and what it is tied to

## The downloads, and what programs are told of them

export-bibliography = Bibliography
about-bibliography = The sources for a reference manager: BibTeX, RIS and CSL-JSON.
export-calendar = Calendar
about-calendar = The dates, for a calendar program; one that is not known to the day lasts as long as it may mean, and says so.
export-database = Database
about-database = The same tables as an SQLite database, with views and full-text search in which accents do not count.
export-discovery = Discovery
about-discovery = What programs look for first: a list of all pages, who may read them, and a guide to the site for language models.
export-feed = Feed
about-feed = What changed from edition to edition, for a feed reader.
export-graph = Graph
about-graph = The records and the relations between them, in GraphML, for Gephi, Cytoscape, networkx and igraph.
export-everything = Everything
about-everything = All records, statements and relations as one JSON file, with its JSON Schema; and a file for each record beside its page.
export-linked-data = Linked data
about-linked-data = The records, statements and relations as one graph, in JSON-LD and in Turtle: schema.org terms, SKOS for policy areas and terms, PROV for where each statement comes from.
export-tables = Tables
about-tables = CSV tables for spreadsheets, pandas and R, with a Frictionless Data Package descriptor that gives each column's type and meaning and each table's keys.
downloads-terms = They are of edition { $number }, { $date }, and may be used for any purpose under the license { $license }: give credit, and say what you changed. The essays belong to their authors and publishers and are not among the data, but for the few words of each by which to find a passage.
column-file = File
column-holds = Holds
column-size = Size
column-format = Format
files-beside = And { $files }, { $size } in all, beside the pages, such as { $example }.
heading-whole-site = The whole site
whole-site = { $file } has the checksums of every file of the site as it is published, but for the search index, for `sha256sum --check`.
heading-how-to-cite = How to cite
cite-data = The data:
cite-essays = An essay, when you rest on what it says:
heading-tables = The tables, column by column
tables-opening = The CSV files and the database have the same tables. CSV files are UTF-8 with commas; what is not known is empty. { $escaping } Dates are { $edtf }; beside each stand the first and the last day that it can mean. Prose is on one line, its links as words.
table-key = { $description } Key: { $key }.
column-column = Column
column-type = Type
in-table = in { $table }
may-be-empty = may be empty
views-opening = The database also has views, which answer what is asked most:
queries-opening = Some questions to begin with:
query-search = What has these words? Put words in quotation marks, as here: the search then minds neither the signs in them nor accents.
query-advice = What was advised, by whom, to whom, and what came of it?
query-said = What does each source say of a record?
heading-checksums = Checksums
checksums-opening = The SHA-256 of each file:
about-title = About
about-lead = How the records are made, and what they leave out.
llms-opening = Every statement is in the editors' words and names the paragraph of the text it rests on. Facts, assessments, recommendations, forecasts and figures are kept apart.
llms-license = License: { $license }. Cite as: { $citation }
llms-pages = Pages
llms-data = Data
facet-statements = Statements

## Other words by which the search finds a page that gathers

also-actors = people, countries, organizations
also-policy-areas = issues, subjects
also-sources = essays, texts
also-terms = glossary, vocabulary
also-recommendations = advice, proposals, what should be done
also-forecasts = predictions, expectations
also-timeline = chronology, history by year
also-figures = numbers, statistics
also-compare = compare, agree, disagree, differ, difference, versus
also-propositions = agree, disagree, differ, claims, positions
also-downloads = data, CSV, JSON

## Around every page

theme-skip = Skip to content
theme-changes = Changes
theme-not-found = Page not found
theme-not-found-hint = Nothing stands at this address. The search and the menu lead on.
theme-cite = Cite this page
theme-copy = Copy
theme-with-essays = With the essays it draws on:
theme-edition = Edition { $number }, { $date }.
theme-search = Search
theme-search-for = Search for
theme-search-hint = Name, acronym or “exact words”
theme-close = Close
theme-only-some = Only show some pages
theme-light-or-dark = Light or dark
theme-menu = Menu
theme-site = Site
theme-on-this-page = On this page
theme-edit-record = Edit this record
theme-edit-page = Edit this page
theme-report = Report a mistake

## The banner on the pages of a preview, above a list of what is wrong

preview-last-good =
    { $count ->
        [one] The records have 1 problem; this is the last good site.
       *[other] The records have { $count } problems; this is the last good site.
    }
preview-in-part =
    { $count ->
        [one] The records have 1 problem; some are left out here.
       *[other] The records have { $count } problems; some are left out here.
    }
preview-failed = The site could not be built; this is as it last could.
preview-unwritten = This page could not be written to docs/.
