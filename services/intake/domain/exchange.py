"""Questionnaires on their way in and out: what two formats have in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from services.intake.domain.questionnaire import Choice, Question, Questionnaire, Translated

#: Rows of a sheet or table, keyed by column.
Rows = list[dict[str, str]]
MOST_QUESTIONS: Final = 200
_KEY: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}", re.IGNORECASE)
#: Choices may begin with a digit: "18-29" stays what it is.
_CHOICE_KEY: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.IGNORECASE)


class LeftOut(NamedTuple):
    """What a file had and a questionnaire here cannot hold: `left-<reason>` is the text for it.

    `where`: the row, as people find it in their file; `what`: the part of it, in the file's words.
    """

    where: str
    what: str
    reason: str


class Imported(NamedTuple):
    """`title`: what the file calls itself, in the languages it says so."""

    title: Translated
    questionnaire: Questionnaire
    left_out: tuple[LeftOut, ...]


class FormatError(ValueError):
    """The file as a whole cannot be read: `format-<reason>` is the text for it, `what` names the place."""

    def __init__(self, reason: str, what: str = "") -> None:
        super().__init__(f"{reason} {what}".strip())
        self.reason = reason
        self.what = what


def fitted(imported: Imported, languages: Collection[str]) -> Imported:
    """Without texts in languages that nobody can choose here. Raises FormatError for keys that cannot stay."""
    brought = imported.questionnaire
    _check_keys(brought.questions)
    kept = tuple(code for code in brought.languages if code in languages) or ("de",)
    left = [LeftOut("", code, "language") for code in brought.languages if code not in languages]
    questions = tuple(_spoken(question, languages) for question in brought.questions)
    return Imported(imported.title, replace(brought, questions=questions, languages=kept), (*imported.left_out, *left))


def _check_keys(questions: tuple[Question, ...]) -> None:
    if len(questions) > MOST_QUESTIONS:
        raise FormatError("too-large")
    _check_each([question.key for question in questions], _KEY)
    for question in questions:
        _check_each([choice.key for choice in question.choices], _CHOICE_KEY)
        _check_each([row.key for row in question.rows], _CHOICE_KEY)


def _check_each(keys: list[str], pattern: re.Pattern[str]) -> None:
    """Raises FormatError for one that does not fit, or stands there twice."""
    for key in keys:
        if not pattern.fullmatch(key) or keys.count(key) > 1:
            raise FormatError("key", key)


def _spoken(question: Question, languages: Collection[str]) -> Question:
    def known(text: Translated | None) -> Translated | None:
        return {code: words for code, words in text.items() if code in languages} if text is not None else None

    def each(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        return tuple(Choice(choice.key, known(choice.label) or {}) for choice in choices)

    texts = {name: known(getattr(question, name)) for name in ("help", "low", "high", "unit")}
    lists = {"choices": each(question.choices), "rows": each(question.rows)}
    return replace(question, label=known(question.label) or {}, **texts, **lists)


class Keys:
    """Keys of questions, or of the choices of one: as the file has them where they may stay, else made to fit."""

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}
        self._used: set[str] = set()

    def make(self, name: str) -> str:
        """A new key for this name; the same name a second time gets another one."""
        key = next(candidate for candidate in _candidates(name) if candidate not in self._used)
        self._used.add(key)
        self._by_name.setdefault(name, key)
        return key

    def find(self, name: str) -> str | None:
        return self._by_name.get(name)


def _candidates(name: str) -> Iterator[str]:
    fitting = name if _KEY.fullmatch(name) else _fitted(name)
    yield fitting
    number = 2
    while True:
        yield f"{fitting[:36]}-{number}"
        number += 1


def _fitted(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9_-]+", "-", plain.lower()).strip("-")
    return (slug if slug[:1].isalpha() else f"q-{slug}".strip("-"))[:36]


def choice_key(name: str, keys: Keys) -> str:
    return name if _CHOICE_KEY.fullmatch(name) and name[0].isdigit() else keys.make(name)


def whole(value: Any) -> str:
    """A number of a spreadsheet as people wrote it: 5, not 5.0."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
