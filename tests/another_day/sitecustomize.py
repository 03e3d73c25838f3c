"""Puts the clock of the Python that finds this on its path 400 days ahead."""

import datetime
import time

AHEAD = datetime.timedelta(days=400)
_now, _time = datetime.datetime.now, time.time


class _Later(datetime.datetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
        return _now(tz) + AHEAD

    @classmethod
    def today(cls) -> datetime.datetime:
        return cls.now()

    @classmethod
    def utcnow(cls) -> datetime.datetime:
        return cls.now(datetime.UTC).replace(tzinfo=None)


class _LaterDate(datetime.date):
    @classmethod
    def today(cls) -> datetime.date:
        return _Later.now().date()


datetime.datetime, datetime.date = _Later, _LaterDate
time.time = lambda: _time() + AHEAD.total_seconds()
