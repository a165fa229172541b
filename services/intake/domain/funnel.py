"""How far people come at one channel: opened, started, completed; counted without knowing anybody."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from services.intake.domain.days import day_of

#: What is fewer is not told, and the rest by this step: at a poster three people are three people whom somebody may
#: have seen, and the eighth of a group is somebody too.
FEWEST: Final = 5
#: A channel that nobody opened for so long hangs in the wrong place.
QUIET_AFTER: Final = timedelta(days=10)
#: Machines that say what they are, and those that fetch a page to show a picture of it in a chat. Cubot makes phones.
_MACHINES: Final = (
    *("bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "whatsapp", "embedly", "vkshare"),
    *("skypeuri", "mastodon", "pleroma", "headless", "lighthouse", "monitor", "uptime", "pingdom", "python", "curl"),
    *("wget", "libwww", "httpclient", "okhttp", "go-http", "java/", "ruby", "perl", "axios", "node-fetch", "undici"),
    *("snippet", "feedfetcher", "validator", "archiver"),
)
#: How browsers say that they load a page ahead, before anybody asked for it.
AHEAD: Final = ("prefetch", "prerender", "preview")


class Funnel(NamedTuple):
    """`last_day`: on which it was opened last, None for never. `last_at`: when the last response came."""

    opened: int = 0
    started: int = 0
    completed: int = 0
    last_day: date | None = None
    last_at: datetime | None = None

    @property
    def steps(self) -> tuple[int, int, int]:
        """Opened, started, completed, so that none is smaller than what comes after it.

        A form of one page is sent without a page before, and one that was kept on a device is opened only once.
        """
        started = max(self.started, self.completed)
        return max(self.opened, started), started, self.completed


def told(count: int) -> int | None:
    """The whole fives of it, or None where there is none; nothing at all looks the same as very little."""
    return count // FEWEST * FEWEST or None


def is_quiet(funnel: Funnel, since: date, today: date) -> bool:
    """Nobody opened it for ten days. `since`: the first day on which somebody could."""
    last = [funnel.last_day, day_of(funnel.last_at) if funnel.last_at else None]
    return today - max(day for day in (since, *last) if day) >= QUIET_AFTER


def is_person(agent: str, purpose: str) -> bool:
    """Whether a browser that somebody holds asked for a page, by its User-Agent and its purpose headers.

    What names no browser is a machine.
    """
    if not agent or any(word in purpose.lower() for word in AHEAD):
        return False
    named = agent.lower().replace("cubot", "")
    return not any(word in named for word in _MACHINES)
