"""What tests in a real browser share: Debian's Chromium, headless, and a server of files."""

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, expect

# The shell opens a page in a quarter of the time, for it has no windows around its pages.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, PROGRAMS)), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# A busy machine may take its time; what holds at once is not waited for.
expect.set_options(timeout=60_000)
PHONE, DESK = {"width": 375, "height": 812}, {"width": 1280, "height": 900}


def open_search(page: Page) -> None:
    """Open the search by its keys, once the page's script listens to them."""
    expect(page.locator("[data-search-open]").first).to_be_visible()
    page.keyboard.press("Control+k")


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


# Has a page shown in the letters of another font.
LETTERS = """addEventListener("DOMContentLoaded", async () => {
  const letters = new FontFace("Letters", "url(/letters.ttf)");
  document.fonts.add(letters);
  for (const font of ["--interface-font", "--text-font"])
    document.documentElement.style.setProperty(font, "Letters");
  await letters.load();
});"""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which the files of the folder `site` are served meanwhile."""
    handler = functools.partial(QuietHandler, directory=site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
