"""The columns of a file of single responses: the same in every export, whatever version of the questionnaire is newest.

A column is named for the key of its question and, where there is one for each choice, of the choice. Questions keep
their order; one that a later version brought stands behind the one before it there, a choice that was added behind the
other choices of its question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

import msgspec

from services.analysis.results.domain.tables import Column

#: How a cell comes out of an answer. `rank`: the place of a choice, from 1. `words`: free text.
Reads = Literal["choice", "flag", "number", "day", "rank", "words"]
#: What analysis keeps beside the choices of a question; see services/analysis/domain/answers.py.
OTHER: Final = "~other"
POINT: Final = "~point"
REMARK: Final = "~remark"
NAMES: Final = {OTHER: "etwas anderes, in Worten", POINT: "Punkt auf der Karte"}
#: SPSS takes 64 bytes; two are left for a number that tells equal names apart.
_LONGEST: Final = 60
_UNFIT: Final = re.compile(r"[^A-Za-z0-9]+")


class Asked(msgspec.Struct, frozen=True):
    """A question of one version as it is kept; a row of a matrix is one. `choices`: key → German name, in order.

    `since`: as the how manieth question it came, over all versions.
    """

    key: str
    kind: str
    label: str
    choices: Mapping[str, str] = {}
    points: int = 5
    since: int = 0


class AnswerColumn(msgspec.Struct, frozen=True):
    """A column and what it is filled with. `choice`: of a flag or a rank."""

    column: Column
    question: str
    reads: Reads
    choice: str = ""


def merged(versions: Iterable[Sequence[Asked]]) -> list[Asked]:
    """The questions of all versions, oldest first, each once: called as the newest calls it, with all choices."""
    found: dict[str, Asked] = {}
    order: list[str] = []
    for version in versions:
        place = 0
        for one in version:
            before = found.get(one.key)
            if before is None:
                order.insert(place, one.key)
            found[one.key] = _following(one, before, len(found))
            place = order.index(one.key) + 1
    return [found[key] for key in order]


def answer_columns(questions: Iterable[Asked], *, texts: bool) -> list[AnswerColumn]:
    """`texts`: with columns for free words; without, questions that ask for words alone have none."""
    made = [(question.since, one) for question in questions for one in _columns_of(question)]
    places = sorted(range(len(made)), key=lambda place: made[place][0])
    names = told_apart([made[place][1].column.key for place in places])  # who came first keeps the name
    named = dict(zip(places, names, strict=True))
    columns = [_named(one, named[place]) for place, (_, one) in enumerate(made) if texts or one.reads != "words"]
    return [*columns, AnswerColumn(Column("remark", "Nachtrag"), REMARK, "words")] if texts else columns


def _named(one: AnswerColumn, name: str) -> AnswerColumn:
    return msgspec.structs.replace(one, column=msgspec.structs.replace(one.column, key=name))


def _following(one: Asked, before: Asked | None, since: int) -> Asked:
    earlier = before.choices if before else {}
    since = before.since if before else since
    return msgspec.structs.replace(one, choices={**earlier, **one.choices}, since=since)


def _columns_of(question: Asked) -> Iterator[AnswerColumn]:
    name, kind = f"q_{fit(question.key)}", question.kind
    if kind in ("multiple", "ranking"):
        yield from _each_choice(question, name)
    elif kind in ("scale", "smiley"):
        points = {str(point): str(point) for point in range(1, (5 if kind == "smiley" else question.points) + 1)}
        yield AnswerColumn(Column(name, question.label, "number", points), question.key, "number")
    elif kind == "number":
        label = f"{question.label} (wo zu wenige dasselbe sagen: untere Grenze einer Klasse)"
        yield AnswerColumn(Column(name, label, "number"), question.key, "number")
    elif kind == "date":
        label = f"{question.label} (Monat, wo zu wenige darauf fallen: Jahr)"
        yield AnswerColumn(Column(name, label), question.key, "day")
    elif kind == "consent":
        yield AnswerColumn(Column(name, question.label, "flag"), question.key, "flag", "yes")
    elif kind not in ("short_text", "long_text"):
        extra = POINT if kind == "place" else OTHER
        values = {**question.choices, **({extra: NAMES[extra]} if kind != "matrix" else {})}
        yield AnswerColumn(Column(name, question.label, "text", values), question.key, "choice")
    if kind in ("short_text", "long_text", "single", "multiple"):
        yield AnswerColumn(Column(f"{name}__words", f"{question.label} (in Worten)"), question.key, "words")


def _each_choice(question: Asked, name: str) -> Iterator[AnswerColumn]:
    ranks = question.kind == "ranking"
    choices = question.choices if ranks else {**question.choices, OTHER: NAMES[OTHER]}
    for key, label in choices.items():
        kind: Literal["number", "flag"] = "number" if ranks else "flag"
        column = Column(f"{name}__{fit(key)}", f"{question.label}: {label}", kind)
        yield AnswerColumn(column, question.key, "rank" if ranks else "flag", key)


def fit(key: str) -> str:
    """A key as every program takes it in a name."""
    return _UNFIT.sub("_", key).strip("_") or "x"


def told_apart(names: Iterable[str]) -> list[str]:
    """Of at most 64 signs, each once."""
    used: dict[str, int] = {}
    made = []
    for whole in names:
        name = whole[:_LONGEST].rstrip("_")
        used[name.lower()] = number = used.get(name.lower(), 0) + 1
        made.append(name if number == 1 else f"{name}_{number}")
    return made
