"""A questionnaire as it is published: immutable, in several languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

import msgspec

#: A text in several languages: language code → text.
Translated = dict[str, str]
#: Where a text is looked for that is missing in this one, before German.
AFTER: Final[Mapping[str, tuple[str, ...]]] = {"de-leicht": ("de-einfach",)}
#: A section begins a page and asks nothing; an info block is only read.
Kind = Literal[
    "section",
    "info",
    "single",
    "multiple",
    "scale",
    "smiley",
    "matrix",
    "ranking",
    "number",
    "date",
    "short_text",
    "long_text",
    "place",
    "consent",
]
#: What a question about the person asks; "": it is none.
About = Literal["", "age", "part", "gender"]
#: How an earlier answer is held against the values of a condition.
Comparison = Literal["is", "is_not", "answered", "not_answered", "at_least", "at_most"]

SILENT: Final[frozenset[Kind]] = frozenset({"section", "info"})
FREE_TEXT: Final[frozenset[Kind]] = frozenset({"short_text", "long_text"})
SHORT_TEXT_LIMIT = 200
LONG_TEXT_LIMIT = 5000
#: Faces from sad to glad; a scale may have other ends, smileys have not.
SMILEYS: Final = range(1, 6)


class Choice(msgspec.Struct, frozen=True):
    key: str
    label: Translated


class Condition(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an earlier answer must say. `values`: keys of choices, or one number, for comparisons that need them."""

    question: str
    comparison: Comparison = "is"
    values: tuple[str, ...] = ()


class Question(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One item of a questionnaire; which fields count depends on its kind."""

    key: str
    kind: Kind
    label: Translated
    help: Translated | None = None
    required: bool = False
    #: Of a single or multiple choice, a ranking and a place; the columns of a matrix.
    choices: tuple[Choice, ...] = ()
    #: What a matrix asks, one answer each.
    rows: tuple[Choice, ...] = ()
    #: A single or multiple choice takes something else in words.
    other: bool = False
    #: The highest number of a scale; the lowest is 1.
    points: int = 5
    #: What the ends of a scale mean.
    low: Translated | None = None
    high: Translated | None = None
    #: Limits of a number.
    minimum: float | None = None
    maximum: float | None = None
    unit: Translated | None = None
    #: Limits of a date.
    earliest: date | None = None
    latest: date | None = None
    #: The longest text in characters, where the kind's own limit is too much.
    longest: int | None = None
    #: A place may also be taken from the device, rounded to about a hundred metres.
    locate: bool = False
    #: Shown only if all of these hold.
    show_if: tuple[Condition, ...] = ()
    #: The minimum standard that a scale rates, from 1 (not kept) to the highest number (kept).
    standard: str | None = None
    #: A core question on the participation itself: staff may neither change nor leave it out.
    core: bool = False
    #: Asks this of the person: a ready-made question whose choices are the same in every campaign, and never required.
    about: About = ""

    @property
    def limit(self) -> int:
        """The longest text this question takes, in characters."""
        longest = LONG_TEXT_LIMIT if self.kind == "long_text" else SHORT_TEXT_LIMIT
        return min(self.longest or longest, longest)

    @property
    def asks(self) -> bool:
        return self.kind not in SILENT

    @property
    def numbers(self) -> range:
        """The numbers of a scale or of smileys."""
        return SMILEYS if self.kind == "smiley" else range(1, self.points + 1)


class Page(NamedTuple):
    """What stands together: the section that begins it, if one does, and what follows up to the next."""

    section: Question | None
    questions: tuple[Question, ...]


class Questionnaire(msgspec.Struct, frozen=True, omit_defaults=True):
    questions: tuple[Question, ...]
    languages: tuple[str, ...]
    #: Leichte Sprache may only be called so after a group has tested it: language → who did.
    tested_by: dict[str, str] = {}
    #: Whether people see all their answers once more before they send.
    check: bool = False

    @property
    def asking(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.asks)

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(_pages(self.questions))

    def missing_texts(self) -> list[tuple[str, str]]:
        """Which (question, language) pairs lack a text: shown before publishing."""
        return [
            (question.key, language)
            for question in self.questions
            for language in self.languages
            if not all(text.get(language) for text in texts_of(question))
        ]


def say(text: Translated | None, language: str) -> str:
    """The text in this language or face, or else in what it comes after, in German, or in the first there is.

    Empty for none.
    """
    if not text:
        return ""
    said_in = (language, *AFTER.get(language, ()), "de")
    return next((text[code] for code in said_in if text.get(code)), None) or next(iter(text.values()))


def texts_of(question: Question) -> list[Translated]:
    """Every text of the question that people read."""
    optional = [text for text in (question.help, question.low, question.high, question.unit) if text]
    return [question.label, *optional, *(choice.label for choice in (*question.choices, *question.rows))]


def _pages(questions: tuple[Question, ...]) -> Iterator[Page]:
    section: Question | None = None
    gathered: list[Question] = []
    for question in questions:
        if question.kind == "section":
            if section or gathered:
                yield Page(section, tuple(gathered))
            section, gathered = question, []
        else:
            gathered.append(question)
    yield Page(section, tuple(gathered))
