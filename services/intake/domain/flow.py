"""The way through a questionnaire: what is shown after which answers, and what stands together on one page.

Without scripts a question comes after the one it depends on was sent, so a page may take several steps. With scripts
it is shown and hidden at once, and a page is one step. `static/form.js` decides the same as `shown_keys`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from services.intake.domain.fields import OTHER, SEPARATOR, WORDS, Fields, parse_number, typed_in
from services.intake.domain.questionnaire import Condition, Page, Question, Questionnaire


class Said(NamedTuple):
    """An answer as conditions see it, whether or not it can be taken.

    `values`: keys of choices, numbers, ROW.COLUMN of a matrix, CHOICE.PLACE of a ranking and what is first there.
    """

    values: frozenset[str]
    number: int | float | None = None


class Step(NamedTuple):
    """What is asked at once. `begins`: it is the first of its page, so the section's words stand above it."""

    section: Question | None
    questions: tuple[Question, ...]
    begins: bool

    @property
    def key(self) -> str:
        """Names the step for as long as its first item stays where it is, also in a later version."""
        first = self.section if self.begins and self.section else next(iter(self.questions), None)
        return first.key if first else ""

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(question.key for question in self.questions)


NOTHING: Final = Said(frozenset())
FIRST_PLACE: Final = "1"


def has_conditions(questionnaire: Questionnaire) -> bool:
    return any(question.show_if for question in questionnaire.questions)


def is_plain(questionnaire: Questionnaire) -> bool:
    """All of it stands on one page, and is sent from there."""
    return not questionnaire.check and len(steps_of(questionnaire)) == 1


def steps_of(questionnaire: Questionnaire, *, live: bool = False) -> tuple[Step, ...]:
    """All steps in order, shown or not. `live`: conditions are followed while typing, so every page is one step."""
    return tuple(step for page in questionnaire.pages for step in _steps(page, live=live))


def shown_keys(questionnaire: Questionnaire, fields: Fields) -> frozenset[str]:
    """Sections, blocks and questions whose conditions hold. An answer to a hidden question counts for nothing."""
    if not has_conditions(questionnaire):
        return frozenset(question.key for question in questionnaire.questions)
    shown: set[str] = set()
    said: dict[str, Said] = {}
    in_section = True
    for question in questionnaire.questions:
        fits = all(holds(condition, said.get(condition.question, NOTHING)) for condition in question.show_if)
        if question.kind == "section":
            in_section = fits
        if not (fits and in_section):
            continue
        shown.add(question.key)
        if question.asks:
            said[question.key] = said_to(question, fields)
    return frozenset(shown)


def is_shown(step: Step, shown: Collection[str]) -> bool:
    """A step with nothing to show is passed over; a section without questions is there to be read."""
    if step.section and step.section.key not in shown:
        return False
    return not step.questions or any(question.key in shown for question in step.questions)


def shown_steps(steps: Sequence[Step], shown: Collection[str]) -> list[int]:
    """Positions of the steps that are not passed over."""
    return [number for number, step in enumerate(steps) if is_shown(step, shown)]


def find_step(steps: Sequence[Step], key: str) -> int:
    """The position of the step with this section or question; the first for a key that is not there."""
    for number, step in enumerate(steps):
        if key in step.keys or (step.begins and step.section and step.section.key == key):
            return number
    return 0


def depends_on(question: Question, keys: Collection[str]) -> bool:
    return any(condition.question in keys for condition in question.show_if)


def holds(condition: Condition, said: Said) -> bool:
    match condition.comparison:
        case "is":
            return not said.values.isdisjoint(condition.values)
        case "is_not":
            return said.values.isdisjoint(condition.values)
        case "answered":
            return bool(said.values)
        case "not_answered":
            return not said.values
    limit = parse_number(condition.values[0]) if condition.values else None
    if limit is None or said.number is None:
        return False
    return said.number >= limit if condition.comparison == "at_least" else said.number <= limit


def said_to(question: Question, fields: Fields) -> Said:
    typed = typed_in(question, fields)
    numbers = [number for value in typed.get("", ()) if (number := parse_number(value)) is not None]
    values = frozenset(_values(typed)) | frozenset(str(number) for number in numbers)
    return Said(values, numbers[0] if numbers else None)


def _values(typed: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for part, values in typed.items():
        if part == WORDS:
            yield OTHER
        else:
            yield from (part + SEPARATOR + value if part else value for value in values)
            if part and FIRST_PLACE in values:
                yield part


def _steps(page: Page, *, live: bool) -> Iterator[Step]:
    gathered: list[Question] = []
    begins = True
    for question in page.questions:
        if not live and depends_on(question, [earlier.key for earlier in gathered]):
            yield Step(page.section, tuple(gathered), begins)
            gathered, begins = [], False
        gathered.append(question)
    yield Step(page.section, tuple(gathered), begins)
