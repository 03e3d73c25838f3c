"""The languages that texts are written in: the words by which a scan knows what a sentence does.

To add one: its code in `Source.language`, its signs of numbers in `numbers`, its words here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class Language:
    """A language, as a scan needs it.

    `recommends` and `foretells` are the words that mark advice and forecasts, the latter with all
    that hedges it; those that are `plain` do no more than look ahead. After what `hands_over`
    comes whom advice is for. `clause` begins a new one. `softens` hedges a forecast from before,
    `approximates` a number; `hedges` are those of other languages in English. `no_figure` are
    numbers for no chart, `of_a_law` what stands before those of laws; `reports` is what somebody
    said of the future. `acts` tell of facts, `judges` weighs them. `small` words end no phrase, and
    an `author` begins a note. `units` are what a number counts, by sign or word, or `counted`.
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
    judges: re.Pattern[str]
    small: tuple[str, ...]
    author: tuple[str, ...]
    one: str
    units: Mapping[str, str]
    counted: re.Pattern[str] | None = None
    hedges: Mapping[str, str] = field(default_factory=dict)


def _cues(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


def _before(pattern: str) -> re.Pattern[str]:
    """Return the pattern of words that end where a search ends."""
    return re.compile(rf"\b({pattern})\s\Z", re.IGNORECASE)


_DONE = r"(?! (?:not )?have (?:been|had|\w+ed|\w+en)\b)"  # what should or may have been is past
# What something needs is no forecast.
_NEEDS = r"(?! (?:be (?:key|needed|necessary)|require|take)\b)"
_HOW = r"(?: (?:not|also|very|most|more|less|quite|highly|almost|now|only))*"

_ADVERBS = r"(?: (?:\w+ly|also|already|both|long|now|not|since|still|ever|just|been))*"

# "Political will" and "the need to" are neither advice nor forecast, and May is a month.
ENGLISH = Language(
    code="en",
    recommends=_cues(
        rf"(?:(?<!\bI )should{_DONE}|must{_DONE}|ought to{_DONE}|needs to"
        r"|(?<!\bthe )(?<!\ba )need to|had better|(?:is|are) up to|is the (?:moment|time) to"
        r"|I would (?!add\b|argue\b|like\b|not\b|say\b)|would (?:behoove|benefit from|do well to)"
        r"|would be (?:best|better|crucial|essential|helpful|key|useful|vital|wiser?"
        r"|the \w+est way)"
        r"|it is (?:crucial|essential|important|key|time|vital) (?:that|to)"
        r"|(?:countries|governments|leaders|partners|sides) c(?:an|ould)|deserves?)\b"
    ),
    foretells=_cues(
        r"(?:(?:one|we) (?:can|could|may|might) (?:only )?(?:expect|hope)"
        rf"|(?:are|is|appears?|looks?|remains?|seems?){_HOW} (?:un)?likely|(?:un)?likely to"
        r"|(?:are|is) (?:bound|expected|going|poised|set) to"
        rf"|(?:(?<!the )(?<!political )(?<!good )(?<!free )will{_NEEDS}|won[’']t|could|might"
        rf"|would{_NEEDS}(?! be (?:a|an|the)\b)|(?-i:may)){_DONE}"
        rf"(?:{_HOW} (?:certainly|likely|perhaps|possibly|probably|surely|well)\b)?)\b"
    ),
    plain=re.compile("will|would"),
    hands_over=re.compile("up to$"),
    clause=re.compile(r"[,;] (?:and|but|so|while|yet) "),
    softens=_cues(
        r"(?:it (?:appears|seems)|perhaps|maybe|probably|seems?(?= to\b)"
        r"|would(?= be (?:a|an|the)\b)"
        r"|(?:I|we) (?:believe|expect|suspect|think))\b"
    ),
    approximates=_before(
        "about|almost|an estimated|approximately|around|at least|close to|fewer than|less than"
        "|more than|nearly|over|roughly|some|up to"
    ),
    no_figure=re.compile(
        r"100(?:%| percent| per cent)|\d+(?:st|nd|rd|th)\b"
        r"|[\d,.]+[- ](?:time|second|minute|hour|day|night|week|month|year|decade)s?\b"
    ),
    of_a_law=re.compile(
        r"\b(?:Article|Chapter|Group|Interstate|No\.|Page|Part|Phase|Resolution|Section|Title)\s\Z"
    ),
    reports=_cues(
        r"(?:announced|feared|fears that|pledged|predicted|promised|said|told|whether)\b"
    ),
    acts=_cues(
        rf"(?:(?:has|have|had|having){_ADVERBS} (?!been\b)\w+"
        r"(?:ed|en|un|ut|id|ept|elt|ent|ade|old|ound|ought)"
        rf"|(?:is|are|was|were|been){_ADVERBS} (?:\w+(?:ing|ed|en)|born)"
        r"|(?<!the )(?<!a )(?<!an )(?<!of )(?<!and )\w{3,}ed(?! by\b)"
        r"|became|began|brought|came|fell|gave|grew|held|led|left|lost|made|met|rose|said|says|sent"
        r"|told|took|went|won|wrote"
        r"|commits?|covers?|includes?|seeks?|supports?|(?:hope|plan|want)s? to)\b"
    ),
    judges=_cues(
        r"(?:relations(?:hip)?|opportunit\w+|attention|much|good|better|best|worse|worst"
        r"|important(?:ly)?|key to|challenge|limited|even|rather|but|yet|too|indeed|of course"
        r"|difficult|eas(?:y|ier)|hard|clear(?:ly)?|strong|real(?:ity|ly)?|tru(?:e|th|ly|st)|wrong"
        r"|mistake|error|never|always|unfortunately|profound(?:ly)?|particular(?:ly)?|remarkabl\w+"
        r"|impressive|seems?|appears?|success\w*|fail\w*|ambitious|unique|there (?:is|are|was|were)"
        r"|can|cannot|could|if|whether|how|what|something|no(?:ne|thing|body| one)|an? example of"
        r"|significant|serious|willing(?:ness)?|breakthrough|momentum|far|fears?|depends?|matters?"
        r"|means|necessary|need(?:s|ed)?|should|would|sense|way|I|we|let|critical|vital|essential|key"
        r"|indispensable|sensitive|relevant|possible|deep(?:ly|er)?|deteriorat\w+|most|still|unable"
        r"|inability|complex|enough|unprecedented|valu(?:e|able))\b"
    ),
    small=("a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or",
           "that", "the", "to", "who", "with"),
    author=("The author ", "The writer "),
    one="one",
    units={"%": "percent", "percent": "percent", "per cent": "percent", "US$": "US dollars",
           "$": "US dollars", "C$": "Canadian dollars", "CA$": "Canadian dollars", "€": "euros",
           "£": "pounds"},
    counted=re.compile(r" (?:[A-Z][\w.]* )?([a-z]{2,}s|people)\b"),
)  # fmt: skip

# "Se debe a" gives a cause and "debe de" a guess; the future ends in -rá, but Irán is a country.
SPANISH = Language(
    code="es",
    recommends=_cues(
        r"(?:(?<!\bse )deb(?:e|en|emos|ería|erían|eríamos|erá|erán|eremos)\b(?! de\b| a\b| haber\b)"
        r"(?=(?:,? \S+){0,3}? \w*[aeií]r(?:se|l[aeo]s?|nos)?\b)|más vale que"
        r"|ten(?:er|dr)?(?:emos|drá|drán|dría|drían|dremos|á|án|ía|ían) que"
        r"|tien(?:e|en) que|hay que|habr(?:á|ía) que|h(?:a|an) de"
        r"|(?:es|será|sería) (?:crucial|esencial|fundamental|hora de|importante|indispensable"
        r"|mejor|necesario|preciso|urgente|vital)"
        r"|(?:necesit|requier)(?:a|an|amos|e|en)|conv(?:iene|endría)"
        r"|(?:correspond|toc)(?:e|a|ería|aría) a)\b"
    ),
    foretells=_cues(
        r"(?:(?:es|parece|resulta)(?: muy| poco)? (?:im)?probable que|lo más probable es|puede que"
        r"|cabe esperar|se espera que|ojalá|(?:podr|ser|habr|tendr)ían?"
        r"|(?!(?:ir|teher|cor|alacr)án\b)(?!quizá)\w+r(?:á|án)"
        r"(?: (?:probablemente|posiblemente|quizás?|tal vez|seguramente))?)\b"
        r"|v(?:a|an) a \w+r\b"
    ),
    plain=re.compile(r"(?:\w+rán?|van? a \w+)", re.IGNORECASE),
    hands_over=re.compile(r"(?:correspond|toc)\w+ a$", re.IGNORECASE),
    clause=re.compile(r"[,;] (?:y|pero|mientras|aunque) "),
    softens=_cues(
        r"(?:parece que|quizás?|tal vez|a lo mejor|probablemente"
        r"|cre(?:o|emos) que|pienso que|me parece que|parecen?|me temo)\b"
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
        r"\b(?:[Aa]cta|[Aa]rtículo|[Cc]apítulo|[Tt]ítulo|[Ss]ección|[Rr]esolución|[Ff]ase|No\.|[Nn]úm\.)\s\Z"
    ),
    reports=_cues(
        r"(?:advirtió|afirmó|anunció|aseguró|dijo|predijo|preguntó|prometió|señaló|si va a)\b"
    ),
    acts=_cues(
        r"(?:\w{2,}(?:ó|aron|ieron)|fue(?:ron)?|dijo|hizo|tuvo|vino|según"
        r"|h(?:a|an|abía|abían) \w+(?:ado|ido|sto|cho)"
        r"|est(?:á|án|aba|aban) \w+(?:ando|iendo))\b"
    ),
    judges=_cues(
        r"(?:aunque|claro|demasiado|difícil(?:es)?|error|fácil(?:es)?|grave|hay|importan\w+"
        r"|injust\w+|lección|lujo|mejor|más vale|nada|nadie|ni|ningun[oa]?|no|nunca|parecen?|pero"
        r"|peor|problema|prueba|puede|quizás?|sensat\w+|siempre|sino|solo|sólo|tal vez|también"
        r"|tan|tanto|únic[oa]|útil(?:es)?|verdad)\b"
    ),
    small=("a", "al", "como", "con", "de", "del", "e", "el", "en", "es", "la", "las", "lo", "los",
           "o", "para", "por", "que", "se", "sin", "su", "sus", "un", "una", "y"),
    author=("El autor ", "La autora "),
    one="un",
    units={"%": "percent", "por ciento": "percent", "US$": "US dollars", "dólares": "US dollars",
           "pesos": "Mexican pesos", "€": "euros"},
    hedges={
        r"quizás?|tal vez|a lo mejor": "perhaps", r"(?<!poco )(?<!im)probable\w*": "likely",
        "poco probable|improbable": "unlikely", "posiblemente": "possibly", "seguramente": "surely",
        r"cre(?:o|emos) que|pienso que": "I think", "me temo": "I fear",
        r"(?:me )?parecen?\b(?! probable)": "seems", r"podr\w+": "could", "puede que": "may",
        r"ser\w+n?a\w*|habr\w+a\w*|tendr\w+a\w*": "would", "cabe esperar|se espera que": "expected",
        "ojalá": "one can hope", r"(?:\w+r(?:á|án)|van? a \w+)$": "will",
        "al menos|por lo menos": "at least", "alrededor de|aproximadamente": "about",
        "casi": "nearly", "cerca de": "close to", "hasta": "up to", "más de": "more than",
        "menos de": "less than", "un[oa]s": "some",
    },
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
    acts=_cues(
        r"(?:(?:a|ont|avait) \w+(?:é|i|u|t)|(?:est|sont|fut|furent|était) \w+ée?s?|selon)\b"
    ),
    judges=_cues(
        r"(?:aucune?|clair|difficile|erreur|facile|grave|importan\w+|jamais|leçon|mais|meilleur\w*"
        r"|mieux|ne|ni|peut|peut-être|pire|pourtant|preuve|problème|rien|sans doute|semble|seul\w*"
        r"|si|toujours|trop|utile|vérité)\b"
    ),
    small=("à", "au", "aux", "avec", "ce", "dans", "de", "des", "du", "en", "est", "et", "la",
           "le", "les", "ou", "par", "pour", "que", "qui", "sa", "se", "son", "sur", "un", "une"),
    author=("L’auteur ", "L’auteure ", "L’autrice "),
    one="un",
    units={"%": "percent", "pour cent": "percent", "US$": "US dollars", "CA$": "Canadian dollars",
           "euros": "euros", "€": "euros"},
    hedges={
        "peut-être": "perhaps", "peu probable": "unlikely",
        r"(?<!peu )probable\w*|sans doute": "likely", "sûrement": "surely",
        r"je (?:crois|pense) que": "I think", "il semble que": "seems", r"pourr\w+": "could",
        r"(?:ser|aur|devr)(?:ait|aient)": "would", r"on peut espérer": "one can hope",
        r"(?:\w+r(?:a|ont)|v(?:a|ont) \w+)$": "will",
        "au moins": "at least", "autour de|environ|à peu près": "about", "jusqu’à": "up to",
        "moins de": "less than", "plus de": "more than", "près de": "close to",
        "quelques?": "some",
    },
)  # fmt: skip

LANGUAGES = {language.code: language for language in (ENGLISH, SPANISH, FRENCH)}


def language_of(given: str, paragraphs: Iterable[str]) -> Language:
    """Return the language of a text: the one `given`, such as es-MX, or that of its small words."""
    if known := LANGUAGES.get(given[:2].lower()):
        return known
    count = Counter(re.findall(r"[^\W\d_]+", " ".join(paragraphs).lower()))
    return max(LANGUAGES.values(), key=lambda it: sum(count[word] for word in it.small))
