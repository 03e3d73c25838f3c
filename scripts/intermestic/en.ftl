# Every English word of the pages and diagrams, for a translator to write anew.
# What stands between { } is put in by the program.

## Collections: the heading of all, one of them, and what a record of them is

collection-actors = Actors
record-actors = Actor
meaning-actors = The people, countries, governments, bodies and groups of which the essays speak.
collection-initiatives = Initiatives
record-initiatives = Initiative
meaning-initiatives = The agreements, programs, dialogues and proposals of which the essays speak, and how each stands.
collection-dates = Dates
record-dates = Date
meaning-dates = What happened, or was due, and when.
collection-policy-areas = Policy areas
record-policy-areas = Policy area
meaning-policy-areas = The issues: what each essay says of them, and where they agree.
collection-terms = Terms
record-terms = Term
meaning-terms = A term of art.
collection-propositions = Agreements and differences
record-propositions = Claim
meaning-propositions = Something that two or more sources speak to, and where each of them stands.
collection-sources = Sources
record-sources = Source
meaning-sources = The essays, and all that each of them says.

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
field-language = language
field-measure = measure
field-member-of = member of
field-name = name
field-not-meant = not meant
field-no-view = no view
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
field-printings = printings
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
field-story = story
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

fate-made = made in { $source }
fate-again = made again in { $source }
fate-reported = { $source }: { $outcome }
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
count-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
count-initiatives = { $count ->
    [one] { $count } initiative
   *[other] { $count } initiatives
}
count-offices = { $count ->
    [one] { $count } office
   *[other] { $count } offices
}
count-names = { $count ->
    [one] { $count } name
   *[other] { $count } names
}
count-relations = { $count ->
    [one] { $count } connection
   *[other] { $count } connections
}
count-lines = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
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
timeline-lead = What happened and what was due, year by year: events, the beginnings and ends of initiatives, dated statements, and the essays among them.
network-title = Network
network-lead = Who took part in what, who held which office, and what belongs to what.
recommendations-title = Recommendations
recommendations-lead = What the essays say should be done, who should do it, and what became of it.
forecasts-title = Forecasts
forecasts-lead = What the essays expected, how firmly, and what became of it.
figures-title = Figures
figures-lead = Every number that an essay states as fact, when it held, and which can be compared.
matrix-title = Coverage by essay
matrix-lead = How much each essay says of each initiative and each policy area, silences included.
compare-title = Two essays side by side
compare-lead = Choose two essays to see where they differ, where they agree, and what only one of them speaks of.
coverage-title = Completeness
coverage-lead = Every paragraph of every essay has statements, or a stated reason for having none.
a-z-title = A–Z index
a-z-lead = Every record under each of its names.
editions-title = Editions
editions-lead = The records as they stood on a day, each time under a number, so that they can be cited.
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

edition-number = Edition { $number }
all-statements = All { $count } statements
fact-type = Type
fact-when = When
fact-standing = Status
since = since { $date }
according-to = according to { $sources } ({ $date })
fact-where = Where
fact-also = Also called
fact-covers = Covers
due = due when the text was written
editors-note = Editors’ note
editorial = editors’ note: { $reason }
permalink = Link
said-by = said by { $names }
addressed-to = to { $names }
by-horizon = by { $date }
as-of = as of { $date }
amount-range = { $low } to { $high }
repeats = Repeats { $source }
repeated-in = Made again in { $source }
reported-in = Reported in { $source }:
no-later-word = No later essay says what came of it.
only-lines-with = Filter
more-choices = { $count } more
clear-choices = Clear all
order = Sort
order-grouped = in the usual order
order-statements = by number of statements
order-name = by name
heading-statements = The statements
heading-themes = By theme
other-themes = Other subjects
in-narrower-areas = { $count ->
    [one] One more is on the page of an area that this one includes.
   *[other] { $count } more are on the pages of the areas that this one includes.
}
later-outcome = in { $source }: { $outcome }
has-note = with an editors’ note
advice-counts = { $count ->
    [one] One piece of advice. By the latest essay that speaks to it:
   *[other] { $count } pieces of advice. By the latest essay that speaks to each:
}
see-advice = See them all
heading-accounts = Essay by essay
heading-at-issue = Where the essays stand
heading-advice = Advice, and what came of it
heading-colophon = Names, sources and notes
heading-key-points = Key points
heading-bibliography = About the text
whose-words = In the editors’ words; only what stands in quotation marks is the author’s.
not-mentioned = Nothing is recorded from { $sources }.
rests-on = This page rests on
mentioned-in = Other pages that mention it
of-section = ¶{ $first }–{ $last }: { $statements }
column-claim = Claim
column-issue = Issue
more-claims = { $count ->
    [one] One more claim
   *[other] { $count } more claims
}
says-nothing = silent
heading-positions = Where each essay stands
moved = This page has moved to { $link }.
see = See { $links }.
see-instead = See instead:
not-yet-in-edition = Not yet in an edition
formerly = formerly { $id }
formerly-also = formerly also { $id }
statements-changed = statements:

## Home

home-opening = What { $count } policy essays, { $first } to { $last }, say about relations between the United States, Mexico and Canada, what they advise, and what came of it.
home-search = Search names, acronyms, “exact words”
home-essays = What each argues
home-issues = The issues, essay by essay
home-doors = Look closer
issues-key = Under each issue stands the claim on which the essays are furthest apart, and a mark says where each stands on it. A number counts what an essay says of the issue without taking a side; an empty place means silence.
all-areas = All policy areas
door-agreements = { $claims } claims, and where each essay stands on them: on { $divided } they take opposite sides.
door-recommendations = { $made } pieces of advice: of { $silent } no later essay says what came of them.
door-forecasts = { $made } forecasts: on { $reported } a later essay reports.
door-timeline = { $dates } dates, and the beginnings and ends of initiatives, year by year.

## Indexes and the glossary

in-sources = in { $count } sources
coined-by = Coined by { $names }.
used-by = Used by { $names }.

## The A–Z index

a-z-opening = Every record under each of its names. Without JavaScript, when the search cannot run, use this index.
see-name = { $name }: see { $link }

## Two essays

column-pair = Essays
differ = Take opposite sides
differ-in-shade = Differ in shade
agree = Agree
pair = { $older } and { $newer }
pair-lead = Where { $older } and { $newer } differ and agree.
essay-stance = { $source } { $stance }
pair-summary = Of the claims on which both speak, they take opposite sides on { $oppositions }, differ in shade on { $shades } and agree on { $agreements }.
heading-oppositions = Where they take opposite sides
heading-shades = Where they differ in shade
who-speaks-of-which = Initiatives that both speak of, or only one
heading-agreements = Where they agree
agreements-lead = { $claims }, and where each essay stands. On { $divided } they take opposite sides: first in each issue.
only-divided = Only those on which essays take opposite sides
both-speak-of = Both speak of:
only-speaks-of = Only { $source } speaks of:
no-initiative = no initiative

## Coverage

coverage-opening = How many statements of each kind each source has, and how many records each collection:
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
not-meant-in = Names that mean something else in { $source }
no-view-in = Too little in { $source } for a position or an account

## Figures

figures-opening = Two numbers may be compared only if they count the same thing, in the same unit, at dates that are known. Those that may, by the editors’ judgment, come first.
comparable = These may be compared.
comparable-with-care = These may be compared, with care.
comparable-units = All are in { $units }{ $converted ->
    [0] .
    [one] , one of them by the editors’ conversion.
   *[other] , { $converted } of them by the editors’ conversion.
}
comparable-counts = The texts do not count in the same words, so read what each counts.
comparable-dates = { $number ->
    [one] One text does not say when its number held, so a difference need not be a trend.
   *[other] { $number } texts do not say when their number held, so a difference need not be a trend.
}
column-says = Says
column-as-of = As of
column-comparison = For comparison
undated = undated (essay of { $year })
conversion = { $amount }, the editors’ conversion: { $how }
no-conversion = no conversion
all-figures = All figures
column-figure = Figure
column-counts = What it counts
column-where = Where
column-area = Policy area
column-comparable = Comparable
no-area = no policy area
with-another = comparable
with-none = not comparable with another here

## Ledgers

column-essay = Essay
column-made = Made
column-reported = Reported on later
column-again = Only made again
column-silent = No later word
column-open = Not searched for
ledger-key = At the end of a row stands a mark for each essay, oldest first. Whether a thing was done is how the editors read the later essay.
key-silent = no word of it
choose-essay = Essay
choose-addressee = To whom
choose-area = Policy area
choose-fate = Outcome
choose-fate-made = made here
choose-fate-again = made again
choose-fate-silent = no later word
choose-fate-open = not yet looked for
choose-fate-new = too new to say
of-date = { $source }, { $date }

## The matrix

matrix-opening = Each number counts an essay’s statements and leads to them; – means that it has none.

## Sources

source-name = Short name
source-authors = Authors
source-journal = Appeared in
source-publisher = Publisher
source-series = Series
source-issue = Issue
source-printing = Also printed
source-language = Language
language-es = Spanish
language-fr = French
source-date = Date
source-url = Publisher’s page
source-text-url = Full text
source-rights = Rights
rights = The text belongs to its author or publisher and is not reproduced here.
cite-it-as = Cite it as
heading-paragraphs = What it says, section by section
coverage-summary = { $paragraphs } paragraphs, { $statements } statements.
coverage-gaps = Of the paragraphs { $omitted } are left out for a stated reason, { $open } are not yet read.
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

timeline-opening = No date is more exact than the essay that gives it. Beginnings and ends are those of initiatives, and of terms of office where an essay gives them.
decades = { $first }s to { $last }s
choose-kind = Kind
life-begins = { $name } begins
life-ends = { $name } ends
life-dated = { $name }
office-begins = { $name }, { $office } ({ $place }): term begins
office-ends = { $name }, { $office } ({ $place }): term ends
essay-written = { $source } was written
more-on = More on { $name }
due-told = was due; reported on in { $sources }
due-silent = was due; no later word
due-ahead = due after the last essay was written
line-event = what happened
line-due = what was due
line-life = beginnings and ends
line-essay = essays
line-said = dated statements
lives-title = How long initiatives lasted, and when the essays were written
key-strip-essays = when the essays that speak of it were written
not-shown = { $count ->
    [one] One more date is among the connections
   *[other] { $count } more dates are among the connections
}
name-and-years = { $name }, { $first } to { $last }

## The network

network-opening = A name on a map leads to its own connections. The lists say in which paragraph each connection stands; a few are the editors’ own, and say so.
network-find = Whose connections?
map-succession = { $area }: { $names }
map-replaced = One replaced the other
map-others = Others: { $area }
map-offices = Who held which office
as-list = As a list: { $list }
heading-names = Every name
column-who = Who
ties-of = { $name }: connections along the years
ties-heading = Connections along the years
key-lasted = how long it lasted, as far as the essays say
key-says-so = an essay that speaks of it
left-out = and { $count } more in the list

## The downloads, and what programs are told of them

export-bibliography = Bibliography
about-bibliography = The sources for a reference manager: BibTeX, RIS and CSL-JSON; beside the page of each source, how to cite one of its statements.
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
export-sheets = The tables of pages
about-sheets = What the pages that gather show, each as one CSV table to open in a spreadsheet: advice with its authors, addressees and what came of it, forecasts, figures, who agrees with what, who speaks of what, the timeline, the relations.
as-csv = All of this as a table (CSV)
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
tables-opening = The database has the same tables as the CSV files, but for those of pages, which repeat what these hold. CSV files are UTF-8 with commas; what is not known is empty. { $escaping } Dates are { $edtf }; beside each stand the first and the last day that it can mean. Prose is on one line, its links as words.
table-key = Key: { $key }.
column-column = Column
column-type = Type
in-table = in { $table }
may-be-empty = may be empty
views-opening = The database also has views, which answer what is asked most:
queries-opening = Some questions to begin with:
query-search = What records have these words? Put words in quotation marks, as here: the search then minds neither the signs in them nor accents.
query-statements = What statements have these words, and where are they?
query-advice = What was advised, by whom, to whom, and what came of it?
query-said = What does each source say of a record?
heading-checksums = Checksums
checksums-opening = The SHA-256 of each file
about-title = About
about-lead = How the records are made, and what they leave out.
llms-opening = Every statement is in the editors' words and names the paragraph of the text it rests on. Facts, assessments, recommendations, forecasts and figures are kept apart.
llms-license = License: { $license }. Cite as: { $citation }
llms-pages = Pages
llms-data = Data
facet-statements = Statements

## Other words and phrases by which the search finds a page that gathers

also-actors = people, persons, countries, organizations, politicians, presidents, ambassadors, governments, ministries
also-initiatives = treaty, treaties, agreements, programs, deals, projects
also-dates = events, what happened
also-policy-areas = issues, subjects, topics, themes
also-terms = glossary, vocabulary, definition, definitions, meaning, mean, means
also-propositions = agree, disagree, differ, claims, positions, points of view, debate
also-sources = essays, texts, articles, authors
also-a-z = all names, aliases
also-compare = compare, comparison, agree, disagree, differ, difference, versus, vs
also-coverage = complete, left out, omitted
also-editions = versions, what changed
also-figures = numbers, statistics, amount, volume, value, total, share, percent, how much, how many, per year, a year, how large
also-forecasts = predictions, predicted, prophecy, expectations, outlook, came true, come true
also-matrix = how often, mentions, mentioned, who speaks of what
also-network = connections, ties, map, who knows whom
also-recommendations = advice, advised, proposals, suggestions, what should be done, what came of, promises kept
also-timeline = chronology, history, events, year by year, when did
also-downloads = data, dataset, CSV, JSON, Excel, spreadsheet, SQL, database, cite, citation

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
theme-only-some = Narrow the search
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
