"""Changing a draft, one step at a time: each step takes a questionnaire and gives the next one.

Keys are never given twice, so that an answer can always be read against what was asked. The core questions stay
together and stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, Literal, TypeVar

from msgspec.structs import replace

from services.intake.domain.conditions import comparisons_of
from services.intake.domain.questionnaire import (
    Choice,
    Condition,
    Kind,
    Question,
    Questionnaire,
    Translated,
    say,
    texts_of,
)

#: The two lists of texts that a question may hold: what can be chosen, and the rows of a matrix.
Listing = Literal["choices", "rows"]
Item = TypeVar("Item")
#: What new keys begin with.
PREFIX: Final[Mapping[str, str]] = {"questions": "q", "choices": "c", "rows": "r"}


class LockedError(ValueError):
    """The core questions are the city's: a campaign may neither change nor leave them out."""


class UnknownError(LookupError):
    """There is no question of this key."""


def find(questionnaire: Questionnaire, key: str) -> Question:
    """Raises UnknownError."""
    for question in questionnaire.questions:
        if question.key == key:
            return question
    raise UnknownError(key)


def free_key(prefix: str, taken: Collection[str]) -> str:
    """`q7`: one more than the highest number that was ever given, so that no answer is read against another text."""
    numbers = [int(found[1]) for key in taken if (found := re.fullmatch(rf"{prefix}(\d{{1,9}})", key))]
    return f"{prefix}{max(numbers, default=0) + 1}"


def keys_used(questionnaires: Iterable[Questionnaire]) -> dict[str, frozenset[str]]:
    """Keys of all versions: "" → those of questions, a question's key → those of its choices and rows."""
    used: dict[str, set[str]] = {"": set()}
    for questionnaire in questionnaires:
        for question in questionnaire.questions:
            used[""].add(question.key)
            listed = (choice.key for choice in (*question.choices, *question.rows))
            used.setdefault(question.key, set()).update(listed)
    return {key: frozenset(keys) for key, keys in used.items()}


def new_question(kind: Kind, key: str) -> Question:
    """Empty, ready to be written; a choice begins with two rows to fill in."""
    two = (Choice("c1", {}), Choice("c2", {}))
    return Question(
        key=key,
        kind=kind,
        label={},
        choices=two if kind in ("single", "multiple", "ranking", "matrix", "place") else (),
        rows=(Choice("r1", {}), Choice("r2", {})) if kind == "matrix" else (),
        required=kind == "consent",
    )


def is_unwritten(question: Question) -> bool:
    """Whether no text was ever kept in it: a new question that somebody thinks better of."""
    return not any(words for text in texts_of(question) for words in text.values())


def insert(questionnaire: Questionnaire, question: Question, behind: str | None = None) -> Questionnaire:
    """Behind the question of this key, or at the end; behind the whole block of core questions if it is one of them.

    Raises UnknownError.
    """
    if behind is None:
        return replace(questionnaire, questions=(*questionnaire.questions, question))
    groups = _groups(questionnaire.questions)
    place = _place(groups, behind)
    return _of(questionnaire, [*groups[: place + 1], (question,), *groups[place + 1 :]])


def move(questionnaire: Questionnaire, key: str, way: Literal[-1, 1]) -> Questionnaire:
    """One place up or down; the core questions move, and are passed, as one. Raises UnknownError."""
    groups = _groups(questionnaire.questions)
    place = _place(groups, key)
    return _of(questionnaire, shifted(groups, place, way))


def copy(questionnaire: Questionnaire, key: str, new_key: str) -> Questionnaire:
    """A second one right behind the first. Raises UnknownError, LockedError for a core question."""
    question = _changeable(questionnaire, key)
    return insert(questionnaire, replace(question, key=new_key, about=""), key)


def remove(questionnaire: Questionnaire, key: str) -> Questionnaire:
    """Conditions that point to it stay, and are reported: whoever removes it decides what becomes of them.

    Raises UnknownError, LockedError for a core question.
    """
    gone = _changeable(questionnaire, key)
    return replace(questionnaire, questions=tuple(one for one in questionnaire.questions if one is not gone))


def put(questionnaire: Questionnaire, question: Question) -> Questionnaire:
    """The question in place of the one that has its key. Raises UnknownError, LockedError for a core question."""
    old = _changeable(questionnaire, question.key)
    questions = tuple(replace(question, core=False) if one is old else one for one in questionnaire.questions)
    return replace(questionnaire, questions=questions)


def with_core(questionnaire: Questionnaire, kind: str, core: Sequence[Question]) -> Questionnaire:
    """Each core question once, as it is today and where the first one stood; none in a campaign of another kind."""
    wanted = tuple(core) if kind == "evaluation" else ()
    keys = {question.key for question in core}
    kept = [one for one in questionnaire.questions if not one.core and not (wanted and one.key in keys)]
    first = next((place for place, one in enumerate(questionnaire.questions) if one.core), None)
    if first is None:
        return replace(questionnaire, questions=(*kept, *wanted))
    before = sum(1 for one in questionnaire.questions[:first] if one in kept)
    return replace(questionnaire, questions=(*kept[:before], *wanted, *kept[before:]))


def with_languages(
    questionnaire: Questionnaire, languages: Sequence[str], tested_by: Mapping[str, str]
) -> Questionnaire:
    """Texts of languages that are left out stay in the draft, for the day they are wanted again."""
    testers = {code: name.strip() for code, name in tested_by.items() if name.strip() and code in languages}
    return replace(questionnaire, languages=tuple(dict.fromkeys(languages)), tested_by=testers)


def add_choices(question: Question, listing: Listing, labels: Sequence[Translated], taken: Collection[str]) -> Question:
    """Each label as a new row at the end. `taken`: keys that were ever given in this question."""
    listed: tuple[Choice, ...] = getattr(question, listing)
    for label in labels:
        key = free_key(PREFIX[listing], {*taken, *(choice.key for choice in listed)})
        listed = (*listed, Choice(key, dict(label)))
    return replace(question, **{listing: listed})


def move_choice(question: Question, listing: Listing, key: str, way: Literal[-1, 1]) -> Question:
    listed: tuple[Choice, ...] = getattr(question, listing)
    place = next((place for place, choice in enumerate(listed) if choice.key == key), None)
    return question if place is None else replace(question, **{listing: tuple(shifted(listed, place, way))})


def remove_choice(question: Question, listing: Listing, key: str) -> Question:
    listed: tuple[Choice, ...] = getattr(question, listing)
    return replace(question, **{listing: tuple(choice for choice in listed if choice.key != key)})


def add_condition(question: Question, asked: Question) -> Question:
    """A condition on that earlier question, with nothing chosen yet but what needs no choosing."""
    comparison = comparisons_of(asked)[0]
    return replace(question, show_if=(*question.show_if, Condition(asked.key, comparison)))


def remove_condition(question: Question, place: int) -> Question:
    return replace(question, show_if=(*question.show_if[:place], *question.show_if[place + 1 :]))


def trimmed(question: Question) -> Question:
    """Without the rows that were left empty in every language."""
    full = {
        name: tuple(one for one in getattr(question, name) if any(one.label.values())) for name in ("choices", "rows")
    }
    return replace(question, **full)


def gaps_shown(questionnaire: Questionnaire, language: str, gap: str, untranslated: str) -> Questionnaire:
    """For a look at what is not finished: `gap` where a text is in no language yet, and `untranslated` behind one that
    people would read in another language than this.
    """

    def shown(text: Translated) -> Translated:
        return gap_shown(text, language, gap, untranslated)

    return replace(questionnaire, questions=tuple(_retold(question, shown) for question in questionnaire.questions))


def gap_shown(text: Translated, language: str, gap: str, untranslated: str) -> Translated:
    if text.get(language):
        return text
    return {language: f"{said} {untranslated}"} if (said := say(text, language)) else {language: gap}


def _retold(question: Question, shown: Callable[[Translated], Translated]) -> Question:
    listed = {
        name: tuple(replace(one, label=shown(one.label)) for one in getattr(question, name))
        for name in ("choices", "rows")
    }
    more = {name: shown(text) for name in ("help", "low", "high", "unit") if (text := getattr(question, name))}
    return replace(question, label=shown(question.label), **listed, **more)


def shifted(items: Sequence[Item], place: int, way: Literal[-1, 1]) -> list[Item]:
    """The item one place further; as it was where there is nowhere to go."""
    moved = list(items)
    if 0 <= place + way < len(moved):
        moved.insert(place + way, moved.pop(place))
    return moved


def _changeable(questionnaire: Questionnaire, key: str) -> Question:
    question = find(questionnaire, key)
    if question.core:
        raise LockedError(key)
    return question


def _groups(questions: Sequence[Question]) -> list[tuple[Question, ...]]:
    """Each question by itself, neighbouring core questions together."""
    groups: list[tuple[Question, ...]] = []
    for question in questions:
        if question.core and groups and groups[-1][0].core:
            groups[-1] = (*groups[-1], question)
        else:
            groups.append((question,))
    return groups


def _place(groups: Sequence[tuple[Question, ...]], key: str) -> int:
    for place, group in enumerate(groups):
        if any(question.key == key for question in group):
            return place
    raise UnknownError(key)


def _of(questionnaire: Questionnaire, groups: Iterable[tuple[Question, ...]]) -> Questionnaire:
    return replace(questionnaire, questions=tuple(question for group in groups for question in group))
