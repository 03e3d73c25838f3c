"""Hooks that connect MkDocs to the builder of the site, and to the preview."""

import logging
from pathlib import Path
from urllib.parse import urljoin

from click import get_current_context
from mkdocs.exceptions import Abort

from intermestic.site.builder import SiteBuilder
from intermestic.site.finishing import finished, theme_words
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
    config.site_name = publication.name
    # A preview stands at the root of its host, whatever the path of the site.
    config.site_url = urljoin(publication.address, "/" if is_preview else "")
    config.extra["words"] = theme_words(publication.edition)
    config.extra["repository"] = publication.repository


def on_files(files, config):
    """Leave out what Material brings; have pages kept, or in a preview made on request."""
    docs, theme = Path(config.docs_dir), Path(config.theme.custom_dir)
    for file in list(files):
        if not any(Path(file.abs_src_path).is_relative_to(ours) for ours in (docs, theme)):
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


def on_page_content(html, page, config, files):
    """Count a page that has been read."""
    if reading:
        reading.page_done()


def on_env(env, config, files):
    """Start to count the pages that are written.

    Our sitemap replaces that of MkDocs, which depends on the clock.
    """
    config.theme.static_templates.discard("sitemap.xml")
    global writing
    if preview:
        site.use(env)
    else:
        writing = PageStep("Writing", len(files.documentation_pages()))


def on_post_template(output_content, template_name, config):
    """Finish the page for addresses where nothing stands."""
    return _finished(output_content, None, config) if template_name == "404.html" else None


def on_post_page(output, page, config):
    """Finish a page, and write the files that belong beside it."""
    path = page.file.src_uri
    former = {"redirect", "noindex"} & page.meta.keys()
    metadata = None if former else (preview or builder).metadata(path, page.title)
    if builder:
        builder.write_beside(path, page.title, Path(config.site_dir))
        writing.page_done()
    return _finished(output, metadata, config)


def _finished(html, metadata, config):
    return finished(html, metadata, (preview or builder).publication, config.extra["words"])


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
