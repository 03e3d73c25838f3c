"""The languages that texts are written in: the words by which a scan knows what a sentence does.

To add one: its code in `Source.language`, its signs of numbers in `numbers`, its words here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Language:
    """A language, as a scan needs it.

    `recommends` and `foretells` are the words that mark advice and forecasts, the latter with all
    that hedges it; those that are `plain` do no more than look ahead. After what `hands_over`
    comes whom advice is for. `clause` begins a new one. `softens` hedges a forecast from before,
    `approximates` a number. `no_figure` are numbers for no chart, `of_a_law` what stands before
    those of laws; `reports` is what somebody said of the future, or asks. `acts` are those of which
    a fact has one. `small` words end no phrase. `units` are what a number counts, by sign or word.
    """

    code: str
    recommends: re.Pattern[str]
    foretells: re.Pattern[str]
    plain: re.Pattern[str]
    hands_over: re.Pattern[str]
    clause: re.Pattern[str]
    softens: re.Pattern[str]
    approximates: re.Pattern[str]
    no_figure: re.Pattern[str]
    of_a_law: re.Pattern[str]
    reports: re.Pattern[str]
    acts: re.Pattern[str]
    small: tuple[str, ...]
    one: str
    percent: tuple[str, ...]
    units: Mapping[str, str]


def _cues(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


def _before(pattern: str) -> re.Pattern[str]:
    """Return the pattern of words that end where a search ends."""
    return re.compile(rf"\b({pattern})\s\Z", re.IGNORECASE)


_DONE = r"(?! (?:not )?have (?:been|had|\w+ed|\w+en)\b)"  # what should or may have been is past
_HOW = r"(?: (?:not|also|very|most|more|less|quite|highly|almost|now|only))*"

# "Political will" and "the need to" are neither advice nor forecast, and May is a month.
ENGLISH = Language(
    code="en",
    recommends=_cues(
        rf"(?:should{_DONE}|must{_DONE}|ought to{_DONE}|needs to|(?<!\bthe )(?<!\ba )need to"
        r"|(?:is|are) up to|is the (?:moment|time) to"
        r"|would be (?:best|better|crucial|essential|helpful|key|useful|vital|wiser?"
        r"|the \w+est way)"
        r"|it is (?:crucial|essential|important|key|time|vital) (?:that|to)"
        r"|(?:countries|governments|leaders|partners|sides) c(?:an|ould)|deserves?)\b"
    ),
    foretells=_cues(
        r"(?:(?:one|we) (?:can|could|may|might) (?:only )?(?:expect|hope)"
        rf"|(?:are|is|appears?|looks?|remains?|seems?){_HOW} (?:un)?likely|(?:un)?likely to"
        r"|(?:are|is) (?:bound|expected|going|poised|set) to"
        r"|(?:(?<!the )(?<!political )(?<!good )(?<!free )will|won[’']t|could|might|would"
        rf"|(?-i:may)){_DONE}"
        rf"(?:{_HOW} (?:certainly|likely|perhaps|possibly|probably|surely|well)\b)?)\b"
    ),
    plain=re.compile("will|would"),
    hands_over=re.compile("up to$"),
    clause=re.compile(r"[,;] (?:and|but|so|while|yet) "),
    softens=_cues(
        r"(?:it (?:appears|seems)|perhaps|maybe|probably"
        r"|(?:I|we) (?:believe|expect|suspect|think))\b"
    ),
    approximates=_before(
        "about|almost|an estimated|approximately|around|at least|close to|fewer than|less than"
        "|more than|nearly|over|roughly|some|up to"
    ),
    no_figure=re.compile(
        r"100(?:%| percent| per cent)|\d+(?:st|nd|rd|th)\b"
        r"|[\d,.]+[- ](?:second|minute|hour|day|night|week|month|year|decade)s?\b"
    ),
    of_a_law=re.compile(
        r"\b(?:Article|Chapter|Group|Interstate|No\.|Page|Part|Phase|Resolution|Section|Title)\s\Z"
    ),
    reports=_cues(
        r"(?:announced|feared|pledged|predicted|promised|said|told|whether)\b"
    ),
    acts=re.compile(
        r"\b(?:announced|agreed|began|called|created|established|held|launched|met|named|said"
        r"|sent|signed|took|told|visited|went|won|lost|was (?:\w+ed|born)|were \w+ed)\b"
    ),
    small=("a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or",
           "that", "the", "to", "who", "with"),
    one="one",
    percent=("%", "percent", "per cent"),
    units={"US$": "US dollars", "$": "US dollars", "C$": "Canadian dollars",
           "CA$": "Canadian dollars", "€": "euros", "£": "pounds"},
)  # fmt: skip

# "Se debe a" gives a cause and "debe de" a guess; the future ends in -rá, but Irán is a country.
SPANISH = Language(
    code="es",
    recommends=_cues(
        r"(?:(?<!\bse )deb(?:e|en|emos|ería|erían|eríamos|erá|erán|eremos)\b(?! de\b| a\b| haber\b)"
        r"|ten(?:er|dr)?(?:emos|drá|drán|dría|drían|dremos|á|án|ía|ían) que"
        r"|tien(?:e|en) que|hay que|habr(?:á|ía) que|h(?:a|an) de"
        r"|(?:es|será|sería) (?:crucial|esencial|fundamental|hora de|importante|indispensable"
        r"|mejor|necesario|preciso|urgente|vital)"
        r"|(?:necesit|requier)(?:a|an|amos|e|en)|conv(?:iene|endría)"
        r"|(?:correspond|toc)(?:e|a|ería|aría) a)\b"
    ),
    foretells=_cues(
        r"(?:(?:es|parece|resulta)(?: muy| poco)? (?:im)?probable que|puede que|cabe esperar"
        r"|se espera que|ojalá|(?:podr|ser|habr|tendr)ían?"
        r"|(?!(?:ir|teher|cor|alacr)án\b)(?!quizá)\w+r(?:á|án)"
        r"(?: (?:probablemente|posiblemente|quizás?|tal vez|seguramente))?)\b"
        r"|v(?:a|an) a \w+r\b"
    ),
    plain=re.compile(r"(?:\w+rán?|van? a \w+)", re.IGNORECASE),
    hands_over=re.compile(r"(?:correspond|toc)\w+ a$", re.IGNORECASE),
    clause=re.compile(r"[,;] (?:y|pero|mientras|aunque) "),
    softens=_cues(
        r"(?:parece que|quizás?|tal vez|a lo mejor|probablemente"
        r"|cre(?:o|emos) que|pienso que|me parece que)\b"
    ),
    approximates=_before(
        "al menos|alrededor de|aproximadamente|casi|cerca de|hasta|más de|menos de|por lo menos"
        "|unos|unas"
    ),
    no_figure=re.compile(
        r"100 ?(?:%|por ciento)|\d+(?:[ºª°]|er[oa]?\b)"
        r"|[\d,.]+ (?:segundo|minuto|hora|día|noche|semana|mes|año|década)(?:e?s)?\b"
    ),
    of_a_law=re.compile(
        r"\b(?:[Aa]rtículo|[Cc]apítulo|[Tt]ítulo|[Ss]ección|[Rr]esolución|[Ff]ase|No\.|[Nn]úm\.)\s\Z"
    ),
    reports=_cues(
        r"(?:advirtió|afirmó|anunció|aseguró|dijo|predijo|preguntó|prometió|señaló|si va a)\b"
    ),
    acts=re.compile(r"\b(?:\w{2,}(?:ó|aron|ieron)|fue(?:ron)?|dijo|hizo|tuvo|vino)\b"),
    small=("a", "al", "como", "con", "de", "del", "e", "el", "en", "es", "la", "las", "lo", "los",
           "o", "para", "por", "que", "se", "sin", "su", "sus", "un", "una", "y"),
    one="un",
    percent=("%", "por ciento"),
    units={"US$": "US dollars", "dólares": "US dollars", "pesos": "Mexican pesos", "€": "euros"},
)  # fmt: skip

FRENCH = Language(
    code="fr",
    recommends=_cues(
        r"(?:d(?:oit|oivent|evons|evrait|evraient|evrions|evra|evront)\b(?! être (?:le|la|un))"
        r"|faut|faudra|faudrait|il est (?:essentiel|important|nécessaire|temps|urgent)"
        r"|serait (?:bon|mieux|utile)|a besoin de|ont besoin de|il appartient à)\b"
    ),
    foretells=_cues(
        r"(?:(?:est|paraît|semble)(?: peu| très)? probable|on peut (?:espérer|s’attendre)"
        r"|(?:pourr|ser|aur|devr)(?:ait|aient)|v(?:a|ont) \w+(?:er|ir|re)"
        r"|(?!(?:déjà|opéra|caméra|choléra)\b)\w{2,}r(?:a|ont)"
        r"(?: (?:probablement|sans doute|peut-être|sûrement))?)\b"
    ),
    plain=re.compile(r"(?:\w+r(?:a|ont)|v(?:a|ont) \w+)", re.IGNORECASE),
    hands_over=re.compile("il appartient à$", re.IGNORECASE),
    clause=re.compile(r"[,;] (?:et|mais|tandis que|alors que) "),
    softens=_cues(
        r"(?:il semble que|peut-être|sans doute|probablement|je (?:crois|pense) que)\b"
    ),
    approximates=_before(
        "à peu près|au moins|autour de|environ|jusqu’à|moins de|plus de|près de|quelque|quelques"
    ),
    no_figure=re.compile(
        r"100 ?%|\d+(?:er|re|e)\b"
        r"|[\d,.]+ (?:seconde|minute|heure|jour|nuit|semaine|mois|an|année|décennie)s?\b"
    ),
    of_a_law=re.compile(r"\b(?:[Aa]rticle|[Cc]hapitre|[Tt]itre|[Ss]ection|n[o°])\s\Z"),
    reports=_cues(r"(?:a (?:annoncé|dit|déclaré|prédit|promis)|se demande)\b"),
    acts=re.compile(r"\b(?:(?:a|ont) \w+(?:é|i|u)|(?:est|sont|fut|furent|était) \w+ée?s?)\b"),
    small=("à", "au", "aux", "avec", "ce", "dans", "de", "des", "du", "en", "est", "et", "la",
           "le", "les", "ou", "par", "pour", "que", "qui", "sa", "se", "son", "sur", "un", "une"),
    one="un",
    percent=("%", "pour cent"),
    units={"US$": "US dollars", "CA$": "Canadian dollars", "euros": "euros", "€": "euros"},
)  # fmt: skip

LANGUAGES = {language.code: language for language in (ENGLISH, SPANISH, FRENCH)}


def language_of(given: str, paragraphs: Iterable[str]) -> Language:
    """Return the language of a text: the one `given`, such as es-MX, or that of its small words."""
    if known := LANGUAGES.get(given[:2].lower()):
        return known
    count = Counter(re.findall(r"[^\W\d_]+", " ".join(paragraphs).lower()))
    return max(LANGUAGES.values(), key=lambda it: sum(count[word] for word in it.small))
