"""What stands on a page of the form: which questions, under which conditions, and what travels along unseen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import msgspec

from services.intake.domain.fields import PREFIX, Fields, field, names_of, parts_of
from services.intake.domain.flow import (
    Step,
    depends_on,
    find_step,
    is_plain,
    is_shown,
    shown_keys,
    shown_steps,
    steps_of,
)
from services.intake.domain.questionnaire import Condition, Question, Questionnaire

#: Instead of a step: all answers to be read once more, or all pages in one document.
CHECK = "check"
WHOLE = "whole"


class Where(NamedTuple):
    """How far somebody has come.

    `step`: CHECK, WHOLE, or the field of the item that the step begins with; empty at the beginning. `live`: the
    browser follows conditions while typing. `editing`: came back from checking. `saved`: answers are kept under a code.
    `kiosk`: on a device that many people use one after the other.
    """

    step: str = ""
    live: bool = False
    editing: bool = False
    saved: bool = False
    kiosk: bool = False

    @property
    def whole(self) -> bool:
        return self.step == WHOLE

    @property
    def key(self) -> str:
        return self.step.removeprefix(PREFIX)


class Item(NamedTuple):
    """A question on a page. `condition`: as JSON for the script, empty if it needs none. `hidden`: until that holds."""

    question: Question
    condition: str = ""
    hidden: bool = False


class Block(NamedTuple):
    """A section and what stands under it. Without a section where the page has none, or began before."""

    section: Item | None
    items: tuple[Item, ...]


class Layout(NamedTuple):
    """`carried`: fields of other pages, as (name, value); `idle`: those of questions that are not shown now.

    `step`: as in Where, empty if all of it is one page. `number` `of` so many steps, from 1.
    `section`: the one this step belongs to. `scripted`: a script makes it easier.
    """

    blocks: tuple[Block, ...]
    carried: tuple[tuple[str, str], ...]
    idle: tuple[tuple[str, str], ...]
    step: str
    scripted: bool
    number: int = 1
    of: int = 1
    section: Question | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(item.question for block in self.blocks for item in block.items)


def lay_out(questionnaire: Questionnaire, fields: Fields, where: Where) -> Layout:
    shown = shown_keys(questionnaire, fields)
    if where.step == CHECK:
        return _layout(questionnaire, fields, shown, CHECK)
    if where.whole:
        blocks = _whole(questionnaire, shown, live=where.live)
        return _layout(questionnaire, fields, shown, "" if is_plain(questionnaire) else WHOLE, *blocks)
    steps = steps_of(questionnaire, live=where.live)
    number = current_step(steps, shown, where.key)
    step = "" if is_plain(questionnaire) else field(steps[number].key)
    laid = _layout(questionnaire, fields, shown, step, _block(steps, number, shown))
    before = shown_steps(steps, shown)
    passed = sum(one <= number for one in before)
    return laid._replace(number=passed, of=len(before), section=steps[number].section)


def lay_out_all(questionnaire: Questionnaire, number: int) -> Layout:
    """The page at this position, from 0, with everything that may ever stand there: for staff to look at."""
    pages = questionnaire.pages
    page = pages[min(max(number, 0), len(pages) - 1)]
    block = Block(Item(page.section) if page.section else None, tuple(Item(question) for question in page.questions))
    return Layout((block,), (), (), "", False, pages.index(page) + 1, len(pages), page.section)


def current_step(steps: Sequence[Step], shown: Collection[str], key: str) -> int:
    """The step with this key, or the next one that is shown."""
    wanted = find_step(steps, key)
    later = [number for number in range(wanted, len(steps)) if is_shown(steps[number], shown)]
    return later[0] if later else wanted


def _layout(questionnaire: Questionnaire, fields: Fields, shown: Collection[str], step: str, *blocks: Block) -> Layout:
    items = [item for block in blocks for item in block.items]
    here = {item.question.key for item in items}
    elsewhere = [question for question in questionnaire.asking if question.key not in here]
    return Layout(
        blocks,
        tuple(_carried([question for question in elsewhere if question.key in shown], fields)),
        tuple(_carried([question for question in elsewhere if question.key not in shown], fields)),
        step,
        step == WHOLE or any(item.condition or item.question.other or item.question.locate for item in items),
    )


def _carried(questions: Sequence[Question], fields: Fields) -> Iterator[tuple[str, str]]:
    for question in questions:
        for name in names_of(question):
            yield from ((name, value) for value in fields.get(name, ()) if value)


def _whole(questionnaire: Questionnaire, shown: Collection[str], *, live: bool) -> Iterator[Block]:
    """Without a script nothing is hidden: what is filled in needlessly is not read."""
    for page in questionnaire.pages:
        section = _whole_item(page.section, shown, live=live) if page.section else None
        yield Block(section, tuple(_whole_item(question, shown, live=live) for question in page.questions))


def _whole_item(question: Question, shown: Collection[str], *, live: bool) -> Item:
    condition = _condition(question.show_if) if question.show_if else ""
    return Item(question, condition, live and question.key not in shown)


def _block(steps: Sequence[Step], number: int, shown: Collection[str]) -> Block:
    """The step, and hidden behind it what a script may show at once: the rest of its page."""
    step = steps[number]
    rest = [question for later in _rest(steps, number) for question in later.questions]
    on_page = step.keys | {question.key for question in rest}
    items = [
        Item(question, _condition(question.show_if), question.key not in step.keys or question.key not in shown)
        if question.key not in step.keys or depends_on(question, on_page)
        else Item(question)
        for question in (*step.questions, *rest)
    ]
    section = Item(step.section) if step.section and step.begins else None
    return Block(section, tuple(item for item in items if item.condition or item.question.key in shown))


def _rest(steps: Sequence[Step], number: int) -> Iterator[Step]:
    for later in steps[number + 1 :]:
        if later.begins:
            return
        yield later


def _condition(conditions: tuple[Condition, ...]) -> str:
    told = [[one.question, one.comparison, *one.values] for one in conditions]
    return msgspec.json.encode(told).decode()


def typed_values(questions: Sequence[Question], fields: Fields) -> dict[str, list[str]]:
    """What was typed into every field of these questions, by the field's name; empty where nothing was."""
    return {
        field(question.key, part): list(fields.get(field(question.key, part), ()))
        for question in questions
        for part in parts_of(question)
    }
