"""A questionnaire as it is published: immutable, in several languages."""

from __future__ import annotations

from typing import Literal

import msgspec

#: A text in several languages: language code → text.
Translated = dict[str, str]
Kind = Literal["single", "multiple", "scale", "short_text", "long_text"]

SHORT_TEXT_LIMIT = 200
LONG_TEXT_LIMIT = 5000
SCALE = range(1, 6)


class Choice(msgspec.Struct, frozen=True):
    key: str
    label: Translated


class Question(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    kind: Kind
    label: Translated
    help: Translated | None = None
    required: bool = False
    choices: tuple[Choice, ...] = ()
    #: What the ends of a scale mean.
    low: Translated | None = None
    high: Translated | None = None
    #: The minimum standard that a scale rates, from 1 (not kept) to 5 (kept).
    standard: str | None = None

    @property
    def limit(self) -> int:
        """The longest text this question takes, in characters."""
        return SHORT_TEXT_LIMIT if self.kind == "short_text" else LONG_TEXT_LIMIT


class Questionnaire(msgspec.Struct, frozen=True):
    questions: tuple[Question, ...]
    languages: tuple[str, ...]

    def missing_texts(self) -> list[tuple[str, str]]:
        """Which (question, language) pairs lack a text: shown before publishing."""
        return [
            (question.key, language)
            for question in self.questions
            for language in self.languages
            if not all(text.get(language) for text in _texts(question))
        ]


def say(text: Translated | None, language: str) -> str:
    """The text in this language, or else in German, or else in the first there is; empty for none."""
    if not text:
        return ""
    return text.get(language) or text.get("de") or next(iter(text.values()))


def _texts(question: Question) -> list[Translated]:
    optional = [text for text in (question.help, question.low, question.high) if text]
    return [question.label, *optional, *(choice.label for choice in question.choices)]
