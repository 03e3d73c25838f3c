"""The feed of changes (Atom, RFC 4287): one entry for each edition, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed

from .. import addresses
from ..knowledge import KnowledgeBase
from ..publication import Edition, Publication
from .about import DESCRIPTION, EDITORS, LICENCE

FILE = "feed.xml"


@dataclass(frozen=True)
class News:
    """What an edition brings: a title, a summary in HTML, and the page that tells it."""

    edition: Edition
    title: str
    summary: str = ""
    page: str = addresses.CHANGELOG


def files(knowledge: KnowledgeBase, publication: Publication) -> dict[str, bytes]:
    """The feed, saying of each edition only that it was published."""
    news = (News(edition, f"Edition {edition.number}") for edition in publication.editions)
    return {FILE: feed(publication, news)}


def feed(publication: Publication, news: Iterable[News]) -> bytes:
    """The feed of `news`, the newest first."""
    host = urlsplit(publication.address).hostname
    made = Atom1Feed(
        title=f"{publication.name}: what changed",
        link=publication.address,
        feed_url=publication.address + FILE,
        description=DESCRIPTION,
        author_name=EDITORS,
        language="en",
        feed_copyright=LICENCE.title,
    )
    for one in news:
        day = one.edition.day
        made.add_item(
            title=one.title,
            link=addresses.canonical(publication.address, one.page),
            description=one.summary or None,
            # By the day of the edition, not by the clock.
            pubdate=datetime.combine(day, time(), UTC),
            unique_id=f"tag:{host},{day}:edition-{one.edition.number}",
        )
    return made.writeString("utf-8").encode()
