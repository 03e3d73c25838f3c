"""MkDocs' events to the pipeline. MkDocs finds the package because it lies beside this file."""

import logging
import os
from calendar import timegm
from html import escape
from pathlib import Path

from mkdocs.exceptions import Abort

from intermestic import addresses
from intermestic.bibliography import page_files
from intermestic.briefs import Brief, briefs, hand_written
from intermestic.cards import card
from intermestic.exports import archive
from intermestic.files import write
from intermestic.metadata import metadata
from intermestic.models import COLLECTIONS
from intermestic.overviews import OVERVIEWS
from intermestic.pipeline import Content, build
from intermestic.publish import STATE
from intermestic.search_index import index_site

GENERATED = (STATE, *COLLECTIONS, *OVERVIEWS, addresses.EDITIONS, "data", "downloads")
log = logging.getLogger("mkdocs.hooks.intermestic")
serving = False
content: Content | None = None  # the last good one
exports = ()  # those of the first build; while serving, they stand
in_brief: dict[str, Brief] = {}  # every page, by its path


def on_startup(command, dirty):
    global serving
    serving = command == "serve"


def on_config(config):
    """Our own sitemap stands in place of MkDocs', which is dated by the clock."""
    config.theme.static_templates.discard("sitemap.xml")


def on_pre_build(config):
    """Brings the pages up to date, or says what is wrong with the records.

    While serving it must not raise: MkDocs would leave every page request hanging. The
    last good pages stay, and each shows the problems.
    """
    global content, exports, in_brief
    outcome = build(Path(config.config_file_path).parent, exports)
    problems = outcome.problems
    for problem in problems:
        log.error(str(problem))
    config.extra["problems"] = [str(problem) for problem in problems]
    if problems and not (serving and content):
        raise Abort(f"{len(problems)} problems in the records")
    if outcome.content:
        content, in_brief = outcome.content, briefs(outcome.content.knowledge)
    exports = outcome.made or exports
    publication = content.publication
    # What MkDocs dates by the clock it dates by the edition: same records, same bytes.
    midnight = (*publication.edition.date.first, 0, 0, 0)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(timegm(midnight)))
    config.site_name, config.site_url = escape(publication.name), publication.address
    config.extra["edition"] = publication.edition
    config.extra["repository"] = publication.repository
    config.extra["serving"] = serving


def on_page_markdown(markdown, page, config, files):
    """Escapes what MkDocs' templates print unescaped, as `on_pre_build` does the site's name."""
    for key in {"title", "description"} & page.meta.keys():
        page.meta[key] = escape(page.meta[key])


def on_page_context(context, page, config, nav):
    """Marks the section of a page, for records are not in `nav`, and tells its head what it is."""
    path = page.file.src_uri
    section = addresses.index(path.partition("/")[0])
    for item in nav.items:
        if item.is_page:
            item.active = item.file.src_uri in (path, section)
    if not {"redirect", "noindex"} & page.meta.keys():
        brief = in_brief.setdefault(path, hand_written(content.knowledge, path, page.title))
        context["metadata"] = metadata(brief, content.knowledge, content.publication)


def on_post_page(output, page, config):
    """Puts beside a page how to cite it, and the picture by which it is shared."""
    if brief := in_brief.get(page.file.src_uri):
        beside = page_files(brief, content.knowledge, content.publication)
        if not serving:
            beside[addresses.beside(brief.path, addresses.CARD)] = card(brief, config.site_name)
        for name, data in beside.items():
            write(Path(config.site_dir) / name, data)


def on_post_build(config):
    """Indexes the built pages for the search; once the site is whole, archives it."""
    site = Path(config.site_dir)
    index_site(site, content.knowledge)
    if not serving:
        for name, data in archive.files(site, content.publication).items():
            write(site / name, data)


def on_serve(server, config, builder):
    """Watches what people write, not what the build writes, or each edit would build twice."""
    server.unwatch(config.docs_dir)
    server.watch(config.docs_dir, recursive=False)
    for folder in Path(config.docs_dir).iterdir():
        if folder.is_dir() and folder.name not in GENERATED:
            server.watch(str(folder))
