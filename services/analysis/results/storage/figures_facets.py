"""What the facets and values of a campaign are called, and how its sets make them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache, reduce
from operator import or_
from typing import Final
from uuid import UUID

import msgspec
from babel import Locale
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.answers import FREE_TEXT
from services.analysis.results.domain.classes import Class, month_classes, month_of, number_classes, number_of
from services.analysis.results.domain.disclosure import FEWEST
from services.analysis.results.domain.figures import Facet
from services.analysis.results.domain.folding import Key
from services.analysis.storage.catalogue import read_catalogue_of
from services.analysis.storage.dashboard import FACES, NUMBERED, UNLISTED
from services.analysis.storage.sides import DEPARTMENT
from services.analysis.storage.tables import Channel, Question
from services.analysis.tagger.topic_catalogue import load_topics
from shared.kit.texts import FIRST, WRITTEN

#: Staff pages are in German.
SOURCES: Final = {
    "form": "selbst im Formular",
    "paper": "auf Papier",
    "phone": "am Telefon",
    "interview": "im Gespräch",
}
STANCE_NAMES: Final[Mapping[str, str]] = {"met": "erfüllt", "not_met": "nicht erfüllt", "suggestion": "Vorschlag"}
TRAITS: Final = {"age": "Alter", "part": "Ortsteil", "gender": "Geschlecht"}
SEVERAL: Final = frozenset({"multiple"})

Members = Mapping[Key, int]
Origin = tuple[str, frozenset[str]]


class Telling(msgspec.Struct, frozen=True):
    """What facets are made from. `questions`: each as its newest version has it, in the order of the form.

    `labels`: question → choice → German, of all versions. `versions`: questionnaire → its number.
    """

    channels: tuple[Channel, ...]
    questions: tuple[Question, ...]
    labels: Mapping[str, Mapping[str, str]]
    versions: Mapping[str, str]
    standards: Mapping[str, str]


class Told(msgspec.Struct, frozen=True):
    """A facet, and the sets of its values. `origins`: what they stand for in terms of another facet."""

    facet: Facet
    members: Mapping[str, int]
    origins: Mapping[str, Origin] = {}


async def read_telling(session: AsyncSession, campaign_id: UUID) -> Telling:
    own = select(Channel).where(Channel.campaign_id == campaign_id).order_by(Channel.opened_at, Channel.place)
    asked = (
        select(Question).where(Question.campaign_id == campaign_id).order_by(Question.version.desc(), Question.place)
    )
    channels = tuple(await session.scalars(own))
    questions = (await session.scalars(asked)).all()
    catalogue = await read_catalogue_of(session, campaign_id)
    return Telling(
        channels=channels,
        questions=tuple({question.key: question for question in reversed(questions)}[key] for key in _order(questions)),
        labels=_labels(questions),
        versions={str(question.questionnaire_id): str(question.version) for question in reversed(questions)},
        standards={standard.id: standard.title for standard in catalogue.standards},
    )


def tell(telling: Telling, sets: Members, everyone: int) -> tuple[dict[str, Facet], dict[Key, int], dict[Key, Origin]]:
    """Facets and sets as pages speak of them. Which values there are is told by nobody's answer: as far as a value is
    not one that may be chosen, it is told when at least five have it.
    """
    told = [one for make in MAKERS for one in make(telling, sets, everyone)]
    facets = {one.facet.key: one.facet for one in told if one.facet.values}
    members = {(one.facet.key, value): found for one in told for value, found in one.members.items()}
    origins = {(one.facet.key, value): origin for one in told for value, origin in one.origins.items()}
    return facets, members, origins


def _order(questions: Sequence[Question]) -> list[str]:
    """Newest version first; what only older ones asked comes after."""
    return list(dict.fromkeys(question.key for question in questions))


def _labels(questions: Sequence[Question]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for question in questions:
        labels = found.setdefault(question.key, {})
        for choice in question.choices:
            labels.setdefault(choice["key"], say(choice["label"]))
    return found


def say(text: Mapping[str, str]) -> str:
    """In German, or else in the first language there is."""
    return text.get(FIRST) or next(iter(text.values()), "")


def _ways(telling: Telling, sets: Members, _everyone: int) -> Iterator[Told]:
    channels = [one for one in telling.channels if one.kind != DEPARTMENT]
    by_channel = {one.code: sets.get(("channel", str(one.id)), 0) for one in channels}
    names = {one.code: f"{one.place} ({one.code})" for one in channels}
    yield Told(Facet("channel", "way", "Zugang", names), by_channel)
    for key, name, read in (("place", "Ort", _place), ("group", "Gruppe", _group)):
        values = dict.fromkeys(read(one) for one in channels if read(one))
        codes = {value: frozenset(one.code for one in channels if read(one) == value) for value in values}
        members = {value: _union(by_channel[code] for code in found) for value, found in codes.items()}
        origins = {value: ("channel", found) for value, found in codes.items()}
        yield Told(Facet(key, "way", name, {value: value for value in values}), members, origins)
    yield Told(
        Facet("source", "way", "Eingabe", SOURCES), {source: sets.get(("source", source), 0) for source in SOURCES}
    )


def _place(channel: Channel) -> str:
    return channel.place


def _group(channel: Channel) -> str:
    return channel.group_name


def _languages(_telling: Telling, sets: Members, _everyone: int) -> Iterator[Told]:
    names = Locale.parse(FIRST).languages
    tags = {one.tag: str(names.get(one.tag, one.tag)) for one in WRITTEN.values()}
    codes = {tag: frozenset(one.code for one in WRITTEN.values() if one.tag == tag) for tag in tags}
    members = {tag: _union(sets.get(("language", code), 0) for code in found) for tag, found in codes.items()}
    written = {tag: ("written", found) for tag, found in codes.items()}
    yield Told(Facet("language", "way", "Sprache", tags), members, written)
    faces = {one.code: one.name for one in WRITTEN.values() if one.code != one.tag}
    members = {code: sets.get(("language", code), 0) for code in faces}
    yield Told(
        Facet("face", "form", "Fassung", faces), members, {code: ("written", frozenset((code,))) for code in faces}
    )


def _time(_telling: Telling, sets: Members, everyone: int) -> Iterator[Told]:
    found = {value: members for (facet, value), members in sets.items() if facet == "day" and members & everyone}
    values = _days(min(found), max(found)) if found else {}
    yield Told(Facet("day", "time", "Tag", values), {value: found.get(value, 0) for value in values})


@lru_cache(maxsize=64)
def _days(first: str, last: str) -> Mapping[str, str]:
    """Every day between: one without responses is shown as one."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    days = [begin + timedelta(days=number) for number in range((end - begin).days + 1)]
    return {day.isoformat(): f"{day.day}. {day.month}. {day.year}" for day in days}


def _versions(telling: Telling, sets: Members, _everyone: int) -> Iterator[Told]:
    numbers = sorted(set(telling.versions.values()), key=int)
    members = {
        number: _union(sets.get(("version", one), 0) for one, told in telling.versions.items() if told == number)
        for number in numbers
    }
    yield Told(Facet("version", "form", "Fragebogen", {number: f"Version {number}" for number in numbers}), members)


def _answered(telling: Telling, sets: Members, _everyone: int) -> Iterator[Told]:
    names = {question.key: say(question.label) for question in telling.questions}
    members = {key: sets.get(("answered", key), 0) for key in names}
    yield Told(Facet("answered", "form", "Beantwortet", names, several=True), members)


def _traits(telling: Telling, sets: Members, _everyone: int) -> Iterator[Told]:
    """What questions ask of the person, whichever they are."""
    for about, name in TRAITS.items():
        asked = [question for question in telling.questions if question.about == about]
        values = {key: label for question in asked for key, label in telling.labels[question.key].items()}
        members = {value: _union(sets.get((f"q.{question.key}", value), 0) for question in asked) for value in values}
        yield Told(Facet(about, "person", name, values), members)


def _questions(telling: Telling, sets: Members, everyone: int) -> Iterator[Told]:
    for question in telling.questions:
        if question.kind not in FREE_TEXT and not question.about:
            yield _question(question, telling.labels[question.key], sets, everyone)


def _question(question: Question, labels: Mapping[str, str], sets: Members, everyone: int) -> Told:
    key = f"q.{question.key}"
    given = {value: members for (facet, value), members in sets.items() if facet == key}
    several, name = question.kind in SEVERAL, say(question.label)
    if question.kind in CLASSED:
        return _classed(Facet(key, "question", name, {}), *CLASSED[question.kind], given, everyone)
    values = _scale(question) if question.kind in NUMBERED else dict(labels)
    more = [value for value, members in given.items() if (members & everyone).bit_count() >= FEWEST]
    values |= {value: UNLISTED[value][FIRST] if value in UNLISTED else value for value in more if value not in values}
    return Told(Facet(key, "question", name, values, several=several), {value: given.get(value, 0) for value in values})


def _classed(facet: Facet, read: Read, classify: Classify, given: Mapping[str, int], everyone: int) -> Told:
    """Numbers and days in classes: who gave an unusual one would be seen by its row."""
    sets: dict[float, int] = {}
    for value, members in given.items():
        if (number := read(value)) is not None:
            sets[number] = sets.get(number, 0) | members
    classes = classify({number: (found & everyone).bit_count() for number, found in sets.items()})
    union = {one.key: _union(found for number, found in sets.items() if one.holds(number)) for one in classes}
    return Told(msgspec.structs.replace(facet, values={one.key: one.name for one in classes}), union)


Read = Callable[[str], float | None]
Classify = Callable[[Mapping[float, int]], Sequence[Class]]
#: Kinds whose answers are put in classes: how an answer is read, and what the classes are.
CLASSED: Final[Mapping[str, tuple[Read, Classify]]] = {
    "number": (number_of, number_classes),
    "date": (month_of, month_classes),
}


def _scale(question: Question) -> dict[str, str]:
    if question.kind == "smiley":
        return {str(number): f"{number} – {face}" for number, face in enumerate(FACES, 1)}
    return {str(number): str(number) for number in range(1, question.points + 1)}


def _standards(telling: Telling, sets: Members, _everyone: int) -> Iterator[Told]:
    for standard, title in telling.standards.items():
        key = f"standard.{standard}"
        members = {stance: sets.get((key, stance), 0) for stance in STANCE_NAMES}
        yield Told(Facet(key, "standard", title, STANCE_NAMES, several=True), members)


def _topics(_telling: Telling, sets: Members, _everyone: int) -> Iterator[Told]:
    names = {topic.id: say(topic.name) for topic in load_topics().topics}
    members = {topic: sets.get(("topic", topic), 0) for topic in names}
    yield Told(Facet("topic", "topic", "Thema", names, several=True), members)


def _union(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)


MAKERS: Final = (_ways, _languages, _traits, _time, _versions, _answered, _questions, _standards, _topics)
