"""What changed between two versions of a questionnaire, and which questions may be compared across them only with care.

Questions are the same when their keys are: a reworded question keeps its key, its place may be another one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from services.intake.domain.questionnaire import Choice, Question, Questionnaire, Translated

Op = Literal["added", "removed", "changed", "moved"]
#: Settings of a question that are no texts, in the order they are told.
SETTINGS: Final = (
    "kind",
    "required",
    "other",
    "points",
    "minimum",
    "maximum",
    "earliest",
    "latest",
    "longest",
    "locate",
    "standard",
    "about",
)
TEXTS: Final = ("label", "help", "low", "high", "unit")
#: A change of these is a change of what an answer means.
MEANING: Final = frozenset({"label", "kind", "points", "low", "high", "unit", "choices", "rows", "other", "about"})


class Detail(NamedTuple):
    """One thing that is not as it was; `staff-change-<field>` names it. `language`: of a text, or none.

    An added text has no `before`, a removed one no `after`.
    """

    field: str
    language: str
    before: str
    after: str


class Change(NamedTuple):
    """One question that is new, gone, not as it was, or only in another place."""

    key: str
    op: Op
    question: Question
    details: tuple[Detail, ...] = ()


def compare(old: Questionnaire, new: Questionnaire) -> list[Change]:
    """In the new order, what is gone last; nothing for what stayed."""
    before = {question.key: question for question in old.questions}
    after = {question.key: question for question in new.questions}
    moved = _moved([key for key in before if key in after], [key for key in after if key in before])
    changes = [_change(before.get(key), question, key in moved) for key, question in after.items()]
    changes += [Change(key, "removed", question) for key, question in before.items() if key not in after]
    return [change for change in changes if change.op != "changed" or change.details]


def compare_languages(old: Questionnaire, new: Questionnaire) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Languages that came, and languages that went."""
    came = tuple(code for code in new.languages if code not in old.languages)
    return came, tuple(code for code in old.languages if code not in new.languages)


def differing(versions: Sequence[Questionnaire]) -> Mapping[str, tuple[str, ...]]:
    """Questions that do not ask the same in all versions that have them: key → the fields that differ.

    Answers to them may be put together only with care. A translation that came or went changes nothing in that.
    """
    found: dict[str, dict[str, None]] = {}
    known: dict[str, Question] = {}
    for version in versions:
        for question in version.questions:
            if question.asks and question.key in known:
                fields = (
                    detail.field for detail in compare_questions(known[question.key], question) if _matters(detail)
                )
                found.setdefault(question.key, {}).update(dict.fromkeys(fields))
            known[question.key] = question
    return {key: tuple(fields) for key, fields in found.items() if fields}


def compare_questions(old: Question, new: Question) -> list[Detail]:
    """Everything that one says otherwise than the other: texts first, then choices, then settings."""
    details: list[Detail] = []
    for field in TEXTS:
        details += _texts(field, getattr(old, field) or {}, getattr(new, field) or {})
    for field in ("choices", "rows"):
        details += _listed(field, getattr(old, field), getattr(new, field))
    for field in SETTINGS:
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            details.append(Detail(field, "", _told(before), _told(after)))
    if old.show_if != new.show_if:
        details.append(Detail("show_if", "", _conditions(old), _conditions(new)))
    return details


def _matters(detail: Detail) -> bool:
    """A text that merely came into another language leaves the question what it was."""
    return detail.field in MEANING and (not detail.language or bool(detail.before and detail.after))


def _change(old: Question | None, new: Question, moved: bool) -> Change:
    if old is None:
        return Change(new.key, "added", new)
    details = tuple(compare_questions(old, new))
    return Change(new.key, "moved" if moved and not details else "changed", new, details)


def _texts(field: str, old: Translated, new: Translated) -> list[Detail]:
    pairs = [(code, old.get(code, ""), new.get(code, "")) for code in dict.fromkeys([*old, *new])]
    return [Detail(field, code, before, after) for code, before, after in pairs if before != after]


def _listed(field: str, old: Sequence[Choice], new: Sequence[Choice]) -> list[Detail]:
    """What came, went or was reworded in a list; another order only if nothing else changed."""
    before, after = ({choice.key: choice for choice in listed} for listed in (old, new))
    details = [Detail(field, "", "", _name(after[key])) for key in after if key not in before]
    details += [Detail(field, "", _name(before[key]), "") for key in before if key not in after]
    for key in after:
        if key in before:
            details += _texts(field, before[key].label, after[key].label)
    if not details and [*before] != [*after]:
        details.append(Detail(f"{field}-order", "", *(", ".join(map(_name, listed)) for listed in (old, new))))
    return details


def _name(choice: Choice) -> str:
    return choice.label.get("de") or next(iter(choice.label.values()), choice.key)


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else ""
    return "" if value is None else str(value)


def _conditions(question: Question) -> str:
    return "; ".join(f"{one.question} {one.comparison} {', '.join(one.values)}".strip() for one in question.show_if)


def _moved(before: list[str], after: list[str]) -> frozenset[str]:
    """Keys that stand elsewhere among those that both have."""
    kept = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return frozenset(after) - {key for block in kept for key in before[block.a : block.a + block.size]}
