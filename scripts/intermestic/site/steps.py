"""The steps of a build that take long, logged for whoever waits."""

import logging
from time import monotonic

log = logging.getLogger(__name__)

EVERY = 5  # seconds


class PageStep:
    """A step that goes through all pages: logs its start, then every few seconds how far it is."""

    def __init__(self, work: str, pages: int) -> None:
        self._work, self._pages, self._done = work, pages, 0
        log.info("%s %s pages", work, f"{pages:,}")
        self._logged = monotonic()

    def page_done(self) -> None:
        """Count one page more."""
        self._done += 1
        if monotonic() - self._logged >= EVERY:
            log.info("%s pages: %s of %s", self._work, f"{self._done:,}", f"{self._pages:,}")
            self._logged = monotonic()
