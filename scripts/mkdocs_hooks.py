"""Hooks that connect MkDocs to the builder of the site, and to the preview."""

import logging
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from click import get_current_context
from mkdocs.exceptions import Abort

from intermestic import addresses
from intermestic.english import date_in_words
from intermestic.rendering.render import html_words
from intermestic.site.builder import SiteBuilder
from intermestic.site.ports import obstacle
from intermestic.site.preview import Preview
from intermestic.site.steps import PageStep
from mkdocs_pages import KeptPage, keep_menu, keep_others, kept_pages
from mkdocs_preview import PreviewServer, Site, files_on_request, name_pages, read_records

log = logging.getLogger("mkdocs.hooks.intermestic")
steps = logging.getLogger("intermestic")
is_preview = False
# What the events work on: in a build the builder and its steps, in a preview the other three.
builder = reading = writing = None
preview = site = serving = None


def on_startup(command, dirty):
    """Begin a preview if MkDocs serves and will look for edits."""
    global is_preview
    context = get_current_context(silent=True)
    is_preview = command == "serve" and (context is None or context.params.get("livereload", True))
    steps.handlers = logging.getLogger("mkdocs").handlers
    steps.setLevel(log.getEffectiveLevel())


def on_config(config):
    """Check, before the first build, that the preview can be served."""
    if is_preview and not preview and (problem := obstacle(*config.dev_addr)):
        log.error(problem)
        raise Abort("Nothing was built.")


def on_pre_build(config):
    """Build the pages; a preview only reads the records, and goes on with what it can show."""
    global builder, preview
    root = Path(config.config_file_path).parent
    if is_preview:
        preview = preview or Preview(root)
        count = read_records(preview)
    else:
        builder = SiteBuilder(root)
        problems = builder.build()
        count = len(problems)
        for problem in problems:
            log.error(str(problem))
    if count and not (preview and preview.has_begun):
        raise Abort(f"{count} problems in the records")
    publication = (preview or builder).publication
    config.site_name = escape(publication.name)
    # A preview stands at the root of its host, whatever the path of the site.
    config.site_url = urljoin(publication.address, "/" if is_preview else "")
    edition = publication.edition
    config.extra["edition"] = {"number": edition.number, "date": date_in_words(edition.date)}
    config.extra["repository"] = publication.repository


def on_files(files, config):
    """Leave out maps of Material's scripts; have pages kept, or in a preview made on request."""
    for file in list(files):
        if file.src_uri.endswith(".map"):
            files.remove(file)
    if preview:
        files = files_on_request(files, config, preview)
    KeptPage.kept = kept_pages(Path(config.config_file_path).parent, config)
    keep_menu(files, config)
    return files


def on_nav(nav, config, files):
    """Give the menu of a preview its titles; in a build, start to count the pages read."""
    global reading, site
    if preview:
        name_pages(nav, config, files, preview)
        site = Site(config, files, nav)
    else:
        keep_others(files, config)
        reading = PageStep("Reading", len(files.documentation_pages()))


def on_page_read_source(page, config):
    """Make the Markdown of a page of a preview."""
    path = page.file.src_uri
    return preview.markdown(path) if preview and path in preview.shown.makers else None


def on_page_markdown(markdown, page, config, files):
    """Escape what the theme prints unescaped, as `on_pre_build` does with the name of the site."""
    for key in {"title", "description"} & page.meta.keys():
        page.meta[key] = escape(page.meta[key])


def on_page_content(html, page, config, files):
    """Count a page that has been read."""
    if reading:
        reading.page_done()


def on_env(env, config, files):
    """Give the theme the words of the catalogue; start to count the pages that are written.

    Our sitemap replaces that of MkDocs, which depends on the clock.
    """
    config.theme.static_templates.discard("sitemap.xml")
    env.globals["words"] = html_words
    global writing
    if preview:
        site.use(env)
    else:
        writing = PageStep("Writing", len(files.documentation_pages()))


def on_page_context(context, page, config, nav):
    """Mark the section of a page, since records are not in `nav`, and add its metadata."""
    path = page.file.src_uri
    section = addresses.index(path.partition("/")[0])
    for item in nav.items:
        if item.is_page:
            item.active = item.file.src_uri in (path, section)
    if not {"redirect", "noindex"} & page.meta.keys():
        context["metadata"] = (preview or builder).metadata(path, page.title)


def on_post_page(output, page, config):
    """Write the files that belong beside a page."""
    if builder:
        builder.write_beside(page.file.src_uri, page.title, Path(config.site_dir))
        writing.page_done()


def on_post_build(config):
    """Make what needs all pages: the search index and the list of checksums."""
    if builder:
        builder.finish(Path(config.site_dir))
        KeptPage.kept.remove_unused()
    else:
        site.finish()
        if serving:
            serving.site = site


def on_serve(server, config, builder):
    """Serve the preview with a server of its own, which watches the theme too.

    It starts to watch only now, so an edit made during the first build is built here.
    """
    global serving
    if not preview:
        return server
    serving = PreviewServer(server, preview, site)
    for path in (config.docs_dir, config.config_file_path, config.theme.custom_dir):
        serving.watch(path)
    if preview.is_behind():
        serving.build()
    return serving
