"""Hooks that connect MkDocs to the preview; and to the build, where MkDocs is run by itself.

`intermestic site` builds the pages before it runs MkDocs and finishes them after; then MkDocs is
told the words of the theme. Where they are not given, it is done here.
"""

import logging
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.exceptions import Abort

from intermestic.rendering import inline_syntax
from intermestic.site.finishing import NOT_FOUND, finish, finished
from intermestic.site.parts import built_parts
from intermestic.site.pipeline import build
from intermestic.site.ports import obstacle
from intermestic.site.preview import Preview
from intermestic.site.settings import settings
from intermestic.site.steps import PageStep
from intermestic.writing.kept import CACHE
from intermestic.writing.spool import Spool, spool_file
from mkdocs_pages import PACKAGE, KeptPage, keep_pages, kept_pages
from mkdocs_preview import PreviewServer, Site, files_on_request, log_all, name_pages

log = logging.getLogger(f"{PACKAGE}.hooks.intermestic")
steps = logging.getLogger("intermestic")
is_preview = False
# What the events work on: in a build the first four, in a preview the others.
parts = reading = converted = writing = None
preview = site = serving = None
until_built = ExitStack()


def on_startup(command, dirty):
    """Begin a preview if MkDocs serves and will look for edits."""
    global is_preview
    is_preview = command == "serve" and "--no-livereload" not in sys.argv
    steps.handlers = logging.getLogger(PACKAGE).handlers
    steps.setLevel(log.getEffectiveLevel())


def on_config(config):
    """Have Markdown converted sooner; check, before its first build, that a preview can be served.

    Named in mkdocs.yml, the extension would load our package before this file does.
    """
    config.markdown_extensions.append(inline_syntax.__name__)
    if is_preview and not preview and (problem := obstacle(*config.dev_addr)):
        log.error(problem)
        raise Abort("Nothing was built.")


def on_pre_build(config):
    """Build the pages; a preview only reads the records, and goes on with what it can show."""
    global parts, preview
    if "words" in config.extra:
        return
    root = _root(config)
    if is_preview:
        preview = preview or Preview(root)
        count = log_all(preview.read())
    else:
        outcome = build(root)
        parts, count = built_parts(outcome, root), log_all(outcome.problems)
    if count and not (preview and preview.has_begun):
        raise Abort(f"{count} problems in the records")
    publication = (preview.shown.parts if preview else parts).content.publication
    given = settings(publication)
    config.site_name = given["site_name"]
    # A preview stands at the root of its host, whatever the path of the site.
    config.site_url = urljoin(given["site_url"], "/" if is_preview else "")
    config.extra |= given["extra"]


def on_files(files, config):
    """Have the pages of a preview made on request."""
    return files_on_request(files, config, preview) if preview else files


def on_nav(nav, config, files):
    """Have pages kept; give the menu of a preview its titles; in a build, begin to read."""
    global reading, converted, site
    KeptPage.kept = kept_pages(_root(config), config)
    keep_pages(files)
    if preview:
        name_pages(nav, config, files, preview)
        site = Site(config, files, nav)
    else:
        reading = PageStep("Reading", len(files.documentation_pages()))
        converted = Spool(until_built.enter_context(spool_file(_root(config) / CACHE)))


def on_page_read_source(page, config):
    """Make the Markdown of a page of a preview."""
    path = page.file.src_uri
    return preview.markdown(path) if preview and path in preview.shown.makers else None


def on_page_content(html, page, config, files):
    """Count a page that has been read; its HTML waits on disk, for memory is short of so many."""
    if preview:
        return html
    page.markdown = ""  # not None, for then it would have no title
    converted.add(page.file.src_uri, html.encode())
    reading.page_done()
    return ""


def on_page_context(context, page, config, nav):
    """Give a page of a build its HTML, to be written."""
    if not preview:
        page.content = converted[page.file.src_uri].decode()


def on_env(env, config, files):
    """Start to count the pages that are written."""
    global writing
    if preview:
        site.env = env
        env.auto_reload = False  # the templates stay as they are now until the next build
    else:
        writing = PageStep("Writing", len(files.documentation_pages()))


def on_post_template(output_content, template_name, config):
    """Finish, in a preview, the page for addresses where nothing stands."""
    if preview and template_name == NOT_FOUND:
        return finished(output_content, NOT_FOUND, "", preview.shown.parts)
    return None


def on_post_page(output, page, config):
    """Finish a page of a preview; count one of a build, and let go of what was written."""
    if preview:
        return finished(output, page.file.src_uri, page.title, preview.shown.parts)
    page.content = page.toc = None
    writing.page_done()
    return None


def on_post_build(config):
    """Finish the site."""
    if preview:
        # Which the next build will remove.
        site.not_found = Path(config.site_dir, NOT_FOUND).read_bytes()
        if serving:
            serving.site = site
        return
    until_built.close()
    KeptPage.kept.remove_unused()
    if not parts:
        return
    faults = finish(Path(config.site_dir), Path(config.docs_dir), parts)
    if log_all(faults):
        raise Abort("The site could not be finished.")


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


def _root(config):
    """Return the folder of the project."""
    return Path(config.config_file_path).parent
