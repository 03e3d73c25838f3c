"""MkDocs' events to the site. MkDocs finds the package because it lies beside this file."""

import logging
from html import escape
from pathlib import Path

from mkdocs.exceptions import Abort

from intermestic import addresses
from intermestic.english import date_in_words
from intermestic.site.builder import SiteBuilder
from intermestic.site.ports import obstacle
from intermestic.site.preview import Preview
from intermestic.site.steps import PageStep

log = logging.getLogger("mkdocs.hooks.intermestic")
steps = logging.getLogger("intermestic")
site = SiteBuilder()
reading = writing = None


def on_startup(command, dirty):
    """Begins a preview if MkDocs serves; what `--dirty` warns of, the preview sees to."""
    global site
    site = SiteBuilder(Preview() if command == "serve" else None)
    steps.handlers = logging.getLogger("mkdocs").handlers
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: not (site.preview and "'dirty' build" in record.msg)
    )


def on_config(config):
    """Before a first build finds out whether its preview can be served.

    Our own sitemap stands in place of MkDocs', which is dated by the clock.
    """
    if site.preview and not site.is_made and (problem := obstacle(*config.dev_addr)):
        log.error(problem)
        raise Abort("Nothing was built.")
    config.theme.static_templates.discard("sitemap.xml")


def on_pre_build(config):
    """Brings the pages up to date; a preview goes on with those that it has if it can't."""
    # A first build takes long enough for people to wait; those after it are too quick to follow.
    steps.setLevel(logging.WARNING if site.is_made else log.getEffectiveLevel())
    problems = site.build(_root(config))
    for problem in problems:
        log.error(str(problem))
    if problems and not (site.preview and site.is_made):
        raise Abort(f"{len(problems)} problems in the records")
    publication = site.publication
    config.site_name, config.site_url = escape(publication.name), publication.address
    edition = publication.edition
    config.extra["edition"] = {"number": edition.number, "date": date_in_words(edition.date)}
    config.extra["repository"] = publication.repository
    config.extra["serving"] = site.preview is not None


def on_nav(nav, config, files):
    """In a preview, finds what must be built again, by the titles in the navigation too."""
    if site.preview:
        for page in nav.pages:
            page.read_source(config)
            on_page_markdown(page.markdown, page, config, files)
        theme = sorted(Path(config.theme.custom_dir).rglob("*"))
        site.renew(files, [p.title for p in nav.pages], [*theme, Path(config.config_file_path)])
    global reading
    reading = PageStep("Reading", len(files.documentation_pages()))


def on_page_markdown(markdown, page, config, files):
    """Escapes what MkDocs' templates print unescaped, as `on_pre_build` does the site's name."""
    for key in {"title", "description"} & page.meta.keys():
        page.meta[key] = escape(page.meta[key])


def on_page_content(html, page, config, files):
    """Counts a page that has been read."""
    reading.page_done()


def on_env(env, config, files):
    """Begins to count the pages that are written."""
    global writing
    writing = PageStep("Writing", len(files.documentation_pages()))


def on_page_context(context, page, config, nav):
    """Marks the section of a page, for records are not in `nav`, and tells its head what it is."""
    path = page.file.src_uri
    section = addresses.index(path.partition("/")[0])
    for item in nav.items:
        if item.is_page:
            item.active = item.file.src_uri in (path, section)
    if not {"redirect", "noindex"} & page.meta.keys():
        context["metadata"] = site.metadata(path, page.title)


def on_post_page(output, page, config):
    """Puts beside a page what belongs to it."""
    site.write_beside(page.file.src_uri, Path(config.site_dir))
    writing.page_done()


def on_post_build(config):
    """Makes what takes all pages: the search index, the list of checksums."""
    site.finish(Path(config.site_dir))


def on_serve(server, config, builder):
    """Makes MkDocs' server a preview's, and has it watch the theme too.

    MkDocs watches from here on; an edit made during the first build would wait for the next.
    """
    site.preview.begin(server, config.docs_dir)
    server.watch(config.theme.custom_dir)
    if site.is_behind(_root(config)):
        server.builder()


def _root(config):
    return Path(config.config_file_path).parent
