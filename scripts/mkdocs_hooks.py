"""MkDocs' events to the pipeline. MkDocs finds the package because it lies beside this file."""

import logging
from contextlib import nullcontext
from html import escape
from pathlib import Path

from mkdocs.exceptions import Abort

from intermestic import addresses
from intermestic.citing.bibliography import page_files
from intermestic.citing.briefs import Brief, briefs, hand_written
from intermestic.citing.cards import card
from intermestic.citing.metadata import metadata
from intermestic.exports import archive
from intermestic.files import write
from intermestic.pipeline import Outcome, build
from intermestic.site.preview import Preview
from intermestic.site.search_index import index_site

log = logging.getLogger("mkdocs.hooks.intermestic")
preview: Preview | None = None  # while serving
good: Outcome | None = None  # of the last build without problems
in_brief: dict[str, Brief] = {}  # every page, by its path


def on_startup(command, dirty):
    """Begins a preview if MkDocs serves; what `--dirty` warns of, the preview sees to."""
    global preview
    preview = Preview() if command == "serve" else None
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: not (preview and "'dirty' build" in record.msg)
    )


def on_config(config):
    """Our own sitemap stands in place of MkDocs', which is dated by the clock."""
    config.theme.static_templates.discard("sitemap.xml")


def on_pre_build(config):
    """Brings the pages up to date, or says what is wrong with the records.

    A preview goes on with the last good pages, and each shows the problems; its exports stand.
    """
    global good, in_brief
    root = Path(config.config_file_path).parent
    with preview.writing() if preview else nullcontext():
        outcome = build(root, good.made if good else (), preview and preview.memory)
    for problem in outcome.problems:
        log.error(str(problem))
    if outcome.problems and not (preview and good):
        raise Abort(f"{len(outcome.problems)} problems in the records")
    if preview:
        preview.problems = [str(problem) for problem in outcome.problems]
    if not outcome.problems:
        good, in_brief = outcome, briefs(outcome.content.knowledge)
    publication = good.content.publication
    config.site_name, config.site_url = escape(publication.name), publication.address
    config.extra["edition"] = publication.edition
    config.extra["repository"] = publication.repository
    config.extra["serving"] = preview is not None


def on_nav(nav, config, files):
    """In a preview, finds what must be built again, by the titles in the navigation too."""
    if not preview:
        return
    for page in nav.pages:
        page.read_source(config)
        on_page_markdown(page.markdown, page, config, files)
    theme = sorted(Path(config.theme.custom_dir).rglob("*"))
    shared = (
        [page.title for page in nav.pages],
        [(path, path.stat().st_mtime_ns) for path in (*theme, Path(config.config_file_path))],
        good.content.publication,
    )
    preview.renew(files, good.files, shared)


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
        content = good.content
        brief = in_brief.setdefault(path, hand_written(content.knowledge, path, page.title))
        context["metadata"] = metadata(brief, content.knowledge, content.publication)


def on_post_page(output, page, config):
    """Puts beside a page how to cite it, and the picture by which it is shared."""
    if brief := in_brief.get(page.file.src_uri):
        beside = page_files(brief, good.content.knowledge, good.content.publication)
        if not preview:
            site = good.content.publication.name
            beside[addresses.beside(brief.path, addresses.CARD)] = card(brief, site)
        for name, data in beside.items():
            write(Path(config.site_dir) / name, data)


def on_post_build(config):
    """Indexes the built pages for the search, in a preview once; archives a whole site."""
    site = Path(config.site_dir)
    if not (preview and (site / "pagefind").is_dir()):
        index_site(site, good.content.knowledge)
    if not preview:
        for name, data in archive.files(site, good.content.publication).items():
            write(site / name, data)


def on_serve(server, config, builder):
    """Makes MkDocs' server a preview's, and has it watch the theme too."""
    preview.begin(server, config.docs_dir)
    server.watch(config.theme.custom_dir)
