"""Hooks that connect MkDocs to the builder of the site."""

import logging
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.exceptions import Abort

from intermestic import addresses
from intermestic.english import date_in_words
from intermestic.rendering.render import html_words
from intermestic.site.builder import SiteBuilder
from intermestic.site.ports import obstacle
from intermestic.site.preview import Preview
from intermestic.site.steps import PageStep

log = logging.getLogger("mkdocs.hooks.intermestic")
steps = logging.getLogger("intermestic")
site = SiteBuilder()
reading = writing = None


def on_startup(command, dirty):
    """Begin a preview if MkDocs serves, and hide the warning about `--dirty`: it does not apply."""
    global site
    site = SiteBuilder(Preview() if command == "serve" else None)
    steps.handlers = logging.getLogger("mkdocs").handlers
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: not (site.preview and "'dirty' build" in record.msg)
    )


def on_config(config):
    """Check, before the first build, that the preview can be served.

    Our sitemap replaces that of MkDocs, which depends on the clock.
    """
    if site.preview and not site.is_made and (problem := obstacle(*config.dev_addr)):
        log.error(problem)
        raise Abort("Nothing was built.")
    config.theme.static_templates.discard("sitemap.xml")


def on_pre_build(config):
    """Build the pages; if that fails, a preview goes on with the pages that it has."""
    # A first build takes long enough for people to wait; those after it are too quick to follow.
    steps.setLevel(logging.WARNING if site.is_made else log.getEffectiveLevel())
    problems = site.build(_root(config))
    for problem in problems:
        log.error(str(problem))
    if problems and not (site.preview and site.is_made):
        raise Abort(f"{len(problems)} problems in the records")
    publication = site.publication
    config.site_name = escape(publication.name)
    # A preview stands at the root of its host, whatever the path of the site.
    config.site_url = urljoin(publication.address, "/" if site.preview else "")
    edition = publication.edition
    config.extra["edition"] = {"number": edition.number, "date": date_in_words(edition.date)}
    config.extra["repository"] = publication.repository
    config.extra["serving"] = site.preview is not None


def on_nav(nav, config, files):
    """In a preview, find the pages to build again; titles in the navigation count too."""
    if site.preview:
        for page in nav.pages:
            page.read_source(config)
            on_page_markdown(page.markdown, page, config, files)
        theme = sorted(Path(config.theme.custom_dir).rglob("*"))
        site.renew(files, [p.title for p in nav.pages], [*theme, Path(config.config_file_path)])
    global reading
    reading = PageStep("Reading", len(files.documentation_pages()))


def on_page_markdown(markdown, page, config, files):
    """Escape what the theme prints unescaped, as `on_pre_build` does with the name of the site."""
    for key in {"title", "description"} & page.meta.keys():
        page.meta[key] = escape(page.meta[key])


def on_page_content(html, page, config, files):
    """Count a page that has been read."""
    reading.page_done()


def on_env(env, config, files):
    """Give the theme the words of the catalogue; start to count the pages that are written."""
    env.globals["words"] = html_words
    global writing
    writing = PageStep("Writing", len(files.documentation_pages()))


def on_page_context(context, page, config, nav):
    """Mark the section of a page, since records are not in `nav`, and add its metadata."""
    path = page.file.src_uri
    section = addresses.index(path.partition("/")[0])
    for item in nav.items:
        if item.is_page:
            item.active = item.file.src_uri in (path, section)
    if not {"redirect", "noindex"} & page.meta.keys():
        context["metadata"] = site.metadata(path, page.title)


def on_post_page(output, page, config):
    """Write the files that belong beside a page."""
    site.write_beside(page.file.src_uri, Path(config.site_dir))
    writing.page_done()


def on_post_build(config):
    """Make what needs all pages: the search index and the list of checksums."""
    site.finish(Path(config.site_dir))


def on_serve(server, config, builder):
    """Give the server to the preview, and watch the theme too.

    MkDocs starts to watch only now, so an edit made during the first build is built here.
    """
    site.preview.begin(server, config.docs_dir)
    server.watch(config.theme.custom_dir)
    if site.is_behind(_root(config)):
        server.builder()


def _root(config):
    return Path(config.config_file_path).parent
