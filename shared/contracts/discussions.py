"""The campaign in which a proposal is discussed, as analysis shows it: intake has it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


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
