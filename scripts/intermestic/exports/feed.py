"""The feed of changes (Atom, RFC 4287): one entry for each edition, newest first."""

from datetime import UTC, datetime, time

from feedgenerator import Atom1Feed

from intermestic import addresses
from intermestic.catalogue import LANGUAGE
from intermestic.content import Content
from intermestic.editions.differences import WITHDRAWN, Difference
from intermestic.editions.history import EditionChanges
from intermestic.exports.base import DESCRIPTION, LICENCE, File, Files
from intermestic.rendering.render import html_templates

FILE = "feed.xml"


def files(content: Content) -> Files:
    """Return the feed. All in it is dated by the editions, not by the clock."""
    publication = content.publication
    feed = Atom1Feed(
        title=f"{publication.name}: what changed",
        link=publication.address,
        feed_url=publication.address + FILE,
        feed_guid=publication.identifier,
        description=DESCRIPTION,
        author_name=publication.editors,
        language=LANGUAGE,
        feed_copyright=LICENCE.title,
    )
    page = addresses.canonical(publication.address, addresses.index(addresses.EDITIONS))
    for step in content.editions.steps:
        if edition := step.edition:
            feed.add_item(
                title=f"Edition {edition.number}" + ("" if edition.sha256 else " (not yet out)"),
                link=f"{page}#{addresses.edition_anchor(edition.number)}",
                description=_in_html(publication.address, step),
                pubdate=datetime.combine(edition.day, time(), UTC),
                unique_id=publication.identifier_of(f"edition-{edition.number}"),
            )
    written = feed.writeString("utf-8").encode()
    return (File(FILE, written, "application/atom+xml", feed.num_items(), "edition"),)


def _in_html(site: str, step: EditionChanges) -> str:
    """Return what changed, as HTML, with a link to each thing that is still there."""

    def url(difference: Difference) -> str:
        if difference.change == WITHDRAWN:
            return ""
        if difference.is_statement:
            return addresses.statement(site, difference.id)
        return addresses.canonical(site, addresses.page(difference.kind, difference.id))

    return html_templates().get_template("news.html.jinja").render(step=step, url=url)
