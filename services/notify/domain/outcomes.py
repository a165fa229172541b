"""Outcomes: what was asked, what people said, what becomes of it and why; and when one may go public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final, Literal, get_args
from uuid import UUID

import msgspec

Decision = Literal["do", "partly", "not", "open"]
DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)
#: draft: somebody writes; asked: a second person is to look; published: what is written is what is public.
State = Literal["draft", "asked", "published"]
#: The language that is never missing.
HOME: Final = "de"
#: A group of fewer people is never told apart. Source: practice of the statistical offices (3), raised to 5.
FEWEST: Final = 5
MOST_TITLE: Final = 120
MOST_TEXT: Final = 1500
MOST_OWNER: Final = 200
MOST_REMARK: Final = 1000
MOST_ALT: Final = 400
#: Pictures and papers one outcome may have.
MOST_ATTACHMENTS: Final = 8


class Words(msgspec.Struct, frozen=True):
    """One language of an outcome: a heading, then we asked – you said – what we do or do not, and why."""

    title: str = ""
    asked: str = ""
    said: str = ""
    done: str = ""

    @property
    def is_complete(self) -> bool:
        return all(msgspec.structs.astuple(self))

    @property
    def is_empty(self) -> bool:
        return not any(msgspec.structs.astuple(self))


class Attached(msgspec.Struct, frozen=True):
    """`alt`: what a picture shows, or what a paper is called, in German; `alts`: in other languages."""

    id: UUID
    media_type: str
    alt: str
    width: int = 0
    height: int = 0
    alts: dict[str, str] = {}

    def alt_in(self, language: str) -> str:
        """In this language, in the one it is a face of, or else in German."""
        return self.alts.get(self.alt_spoken_in(language), self.alt)

    def alt_spoken_in(self, language: str) -> str:
        """The language that `alt_in` answers in."""
        return next((code for code in (language, language.split("-")[0]) if code in self.alts), HOME)

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about an outcome that a second person looks at. `office` and `function` name who answers for it."""

    texts: dict[str, Words] = {}
    decision: Decision = "open"
    office: str = ""
    function: str = ""
    due_on: date | None = None
    percent: int = 0
    attachments: tuple[Attached, ...] = ()

    def languages(self) -> list[str]:
        """Those that have a whole text."""
        return [code for code, words in self.texts.items() if words.is_complete]

    def words(self, language: str) -> Words:
        """In this language, in the one it is a face of, or else in German."""
        for code in (language, language.split("-")[0], HOME):
            if code in self.texts and self.texts[code].is_complete:
                return self.texts[code]
        return self.texts.get(HOME, Words())

    def spoken_in(self, language: str) -> str:
        """The language that `words` answers in."""
        return next((code for code in (language, language.split("-")[0]) if code in self.languages()), HOME)


class Moved(msgspec.Struct, frozen=True):
    """A step of a published outcome: so far from this day on."""

    id: UUID
    percent: int
    on: date
    text: dict[str, str]

    def words(self, language: str) -> str:
        return self.text.get(language) or self.text.get(language.split("-")[0]) or self.text.get(HOME, "")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A published outcome as everybody may see it. `steps`: newest first. `voice_count`: see `guarded`."""

    id: UUID
    slug: str
    content: Content
    published_at: datetime
    changed_at: datetime
    steps: tuple[Moved, ...] = ()
    voice_count: int | None = None

    @property
    def percent(self) -> int:
        return self.steps[0].percent if self.steps else self.content.percent

    @property
    def is_over(self) -> bool:
        """Nothing more will come of it: it is done, or it will not be."""
        return self.content.decision == "not" or (self.percent == 100 and self.content.decision != "open")


def faults_of(content: Content) -> dict[str, str]:
    """What stands in the way of publishing: field → reason. Other languages may be missing, but not half."""
    faults = {}
    for code in dict.fromkeys([HOME, *content.texts]):
        words = content.texts.get(code, Words())
        if code == HOME or not words.is_empty:
            for part, text in msgspec.structs.asdict(words).items():
                if not text:
                    faults[f"{part}-{code}"] = "missing"
    if not content.office:
        faults["office"] = "missing"
    if content.decision in ("do", "partly") and content.due_on is None:
        faults["due"] = "missing"
    return faults


def missing_languages(content: Content, wanted: Iterable[str]) -> list[str]:
    """Languages of the campaign in which nobody can read this yet."""
    return [code for code in wanted if code not in content.languages()]


def may_publish(asked_by: UUID | None, written_by: UUID | None, person: UUID) -> bool:
    """Four eyes: neither who asks for it nor who wrote it last publishes it."""
    return asked_by is not None and person not in (asked_by, written_by)


def guarded(count: int) -> int | None:
    """How many voices there are at least, in whole fives, so that nobody is seen to join; None for fewer than five."""
    return count - count % FEWEST or None


def squeezed(text: str, most: int) -> str:
    """A typed text without blanks around it, with plain line breaks and no signs that steer machines."""
    plain = "".join(sign for sign in text.replace("\r\n", "\n") if sign >= " " or sign in "\n\t")
    return plain.strip()[:most]


def read_words(fields: Mapping[str, str], code: str) -> Words:
    """One language as typed, from fields such as `said-tr`."""
    parts = {"title": MOST_TITLE, "asked": MOST_TEXT, "said": MOST_TEXT, "done": MOST_TEXT}
    return Words(**{part: squeezed(fields.get(f"{part}-{code}", ""), most) for part, most in parts.items()})
