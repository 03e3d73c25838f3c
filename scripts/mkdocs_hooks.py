"""MkDocs' events to the pipeline. MkDocs finds the package because it lies beside this file."""

import logging
import subprocess
import sys
from html import escape
from pathlib import Path

from mkdocs.exceptions import Abort

from intermestic import addresses
from intermestic.models import COLLECTIONS
from intermestic.overviews import OVERVIEWS
from intermestic.pipeline import build

log = logging.getLogger("mkdocs.hooks.intermestic")
serving = False
publication = None  # the last good one


def on_startup(command, dirty):
    global serving
    serving = command == "serve"


def on_pre_build(config):
    """Brings the pages up to date, or says what is wrong with the records.

    While serving it must not raise: MkDocs would leave every page request hanging. The
    last good pages stay, and each shows the problems.
    """
    global publication
    outcome = build(Path(config.config_file_path).parent)
    problems = outcome.problems
    for problem in problems:
        log.error(str(problem))
    config.extra["problems"] = [str(problem) for problem in problems]
    if problems and not serving:
        raise Abort(f"{len(problems)} problems in the records")
    publication = outcome.publication or publication
    config.site_name, config.site_url = publication.name, publication.address
    config.extra["edition"] = publication.edition
    config.extra["serving"] = serving


def on_page_markdown(markdown, page, config, files):
    """Escapes what MkDocs' templates print unescaped."""
    for key in {"title", "description"} & page.meta.keys():
        page.meta[key] = escape(page.meta[key])


def on_page_context(context, page, config, nav):
    """Marks the collection of a record as the active section, for records are not in `nav`."""
    path = page.file.src_uri
    section = addresses.index(path.partition("/")[0])
    for item in nav.items:
        if item.is_page:
            item.active = item.file.src_uri in (path, section)


def on_post_build(config):
    """Indexes the built pages for the search."""
    command = [sys.executable, "-m", "pagefind", "--site", config.site_dir]
    command += ["--root-selector", "article.md-content__inner", "--quiet"]
    subprocess.run(command, check=True)


def on_serve(server, config, builder):
    """Watches what people write, not what the build writes, or each edit would build twice."""
    server.unwatch(config.docs_dir)
    server.watch(config.docs_dir, recursive=False)
    for folder in Path(config.docs_dir).iterdir():
        if folder.is_dir() and folder.name not in (*COLLECTIONS, *OVERVIEWS):
            server.watch(str(folder))
