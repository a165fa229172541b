"""The campaign of a proposal on its page: laid out before it is published, and how it stands afterwards."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from services.analysis.district.domain.discussion import FIELDS
from services.analysis.district.web.pages import say


class Lack(NamedTuple):
    """What keeps a draft from being published, why, and where it is mended. `excusable`: a public reason would do."""

    what: str
    why: str
    address: str
    excusable: bool


class Way(NamedTuple):
    """A way in; `code` as in its address."""

    code: str
    place: str


class Days(NamedTuple):
    """The first day, the last one, and by when there is an answer."""

    opens_on: date
    closes_on: date
    promise_on: date


class Standing(NamedTuple):
    """`address`: of its page in the making. `phase`: draft, planned, open, closed or archived. `lacks`: of a draft."""

    address: str
    phase: str
    days: Days
    ways: tuple[Way, ...]
    lacks: tuple[Lack, ...]


class Asked(NamedTuple):
    """A question in words, with what there is to choose from."""

    label: str
    choices: tuple[str, ...]


class Told(NamedTuple):
    """How it begins in one language."""

    language: str
    title: str
    intro: str
    about: str


class Offer(NamedTuple):
    """What a click would publish, and values to begin from. `texts`: in every language, German first.

    `offices`: of other campaigns, likely ones first. `without_device`: the district's concept asks for a way in
    without a phone.
    """

    questions: tuple[Asked, ...]
    texts: tuple[Told, ...]
    offices: tuple[str, ...]
    days: Days
    without_device: bool


class Discussions(ABC):
    """The campaigns in which proposals are discussed: intake has them."""

    @abstractmethod
    async def offer(self, district: str, kind: str, parties: str, summary: str, name: str) -> Offer:
        """`name`: of the person who looks, whose campaigns may say which office answers."""

    @abstractmethod
    async def standing(self, slug: str) -> Standing | None:
        """None as long as there is no such campaign."""


#: Where the code hangs, and who answers on paper, as long as nobody says it better.
PLACE: Final = "discuss-place-proposed"
GROUP: Final = "discuss-group-proposed"


def filled(offer: Offer, typed: Mapping[str, str]) -> dict[str, str]:
    """The form's fields: as they were typed, or else as they are proposed."""
    proposed = {
        "office": next(iter(offer.offices), ""),
        "opens": offer.days.opens_on.isoformat(),
        "closes": offer.days.closes_on.isoformat(),
        "promise": offer.days.promise_on.isoformat(),
        "place": say(PLACE),
        "group": say(GROUP) if offer.without_device else "",
    }
    return {name: typed.get(name, proposed[name]) for name in FIELDS}


def in_words(faults: Mapping[str, str]) -> dict[str, str]:
    """Field → what is wrong with it, in words."""
    return {name: say(f"discuss-wrong-{reason}") for name, reason in faults.items()}
