"""What makes a sending look like a machine's, and what is asked of it then. Nothing is ever dropped for it."""

from __future__ import annotations

import hashlib
import ipaddress
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

#: A field that people do not see. Its name means nothing to a browser that fills in addresses.
TRAP: Final = "zusatz-7"
#: Nobody reads and answers a question faster.
SECONDS_PER_QUESTION: Final = 1.0
#: Sendings of one network through one channel in a span. A school class stays far below the first; a whole street
#: festival on one line, below the second.
CROWD: Final = 60
FLOOD: Final = 300
SPAN_S: Final = 600
#: So many signs together, and more is asked for.
ENOUGH: Final = 2
#: Leading zero bits of the puzzle's digest: about a second of an old phone.
BITS: Final = 14
#: Whoever solves no puzzle waits so long, and not longer than the second before sending again.
WAIT: Final = timedelta(seconds=4)
CHALLENGE_LASTS: Final = timedelta(minutes=30)

Sign = Literal["trap", "fast", "crowd", "flood"]
WEIGHT: Final[dict[Sign, int]] = {"trap": 2, "fast": 1, "crowd": 1, "flood": 2}
Judgement = Literal["take", "ask", "hold"]


class Sending(NamedTuple):
    """What is known of one sending. `seconds`: since the page was made, None if it does not say.

    `crowd`: how many came from the same network through the same channel in this span, this one included.
    """

    trapped: bool
    seconds: float | None
    answers: int
    crowd: int


class Asked(NamedTuple):
    """What came of asking: a puzzle solved, or a while waited since."""

    solved: bool = False
    waited: bool = False


def signs_of(sending: Sending) -> tuple[Sign, ...]:
    signs: list[Sign] = ["trap"] if sending.trapped else []
    if sending.seconds is not None and sending.seconds < sending.answers * SECONDS_PER_QUESTION:
        signs.append("fast")
    if sending.crowd > FLOOD:
        signs.append("flood")
    elif sending.crowd > CROWD:
        signs.append("crowd")
    return tuple(signs)


def judge(signs: tuple[Sign, ...], asked: Asked) -> Judgement:
    """One weak sign alone is none: people are quick, and schools have one address.

    A puzzle solved is enough for everything but the trap; having waited is enough to be read by a person.
    """
    if sum(WEIGHT[sign] for sign in signs) < ENOUGH:
        return "take"
    if asked.solved:
        return "hold" if "trap" in signs else "take"
    return "hold" if asked.waited else "ask"


def span_of(at: datetime) -> int:
    return int(at.timestamp()) // SPAN_S


def is_counted(host: str) -> bool:
    """Addresses that are not on the internet are the proxy's, or those of people who run the house."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def is_solution(challenge: str, number: str) -> bool:
    """Source: hashcash with SHA-256, as ALTCHA does it. `static/puzzle.js` looks for the number."""
    if not (number.isascii() and number.isdigit() and len(number) < 12):
        return False
    digest = hashlib.sha256(f"{challenge}:{number}".encode()).digest()
    return int.from_bytes(digest) >> (256 - BITS) == 0


def has_waited(made_at: datetime, at: datetime) -> bool:
    return at - made_at >= WAIT
