"""One question as a plain form: fields in, question out, and lists that grow and change order without scripts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any, Final, Literal, NamedTuple, cast

import msgspec
from msgspec.structs import replace

from services.intake.domain import editing
from services.intake.domain.campaign_form import one
from services.intake.domain.checking import MOST_POINTS
from services.intake.domain.conditions import VALUELESS, comparisons_of, earlier
from services.intake.domain.days import read_day
from services.intake.domain.editing import Listing
from services.intake.domain.fields import Fields, clean
from services.intake.domain.questionnaire import Choice, Condition, Kind, Question, Questionnaire, Translated

#: What each kind of question has beside its text, its help and its conditions.
PARTS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "section": (),
    "info": (),
    "single": ("required", "choices", "other"),
    "multiple": ("required", "choices", "other"),
    "scale": ("required", "points", "ends", "standard"),
    "smiley": ("required",),
    "matrix": ("required", "rows", "choices"),
    "ranking": ("required", "choices"),
    "number": ("required", "range", "unit"),
    "date": ("required", "days"),
    "short_text": ("required", "longest"),
    "long_text": ("required", "longest"),
    "place": ("required", "choices", "locate"),
    "consent": ("required",),
}
#: What a scale may be said to rate. The catalogue may have more; what a question says already is always kept.
STANDARDS: Final = (
    "early-information",
    "scope-transparency",
    "genuine-influence",
    "feedback-accountability",
    "low-threshold-access",
    "accessibility-language",
    "target-group-inclusion",
    "respect-fairness",
    "resources-support",
    "documentation-traceability",
    "cooperation-networks",
    "evaluation-learning",
)
#: Kinds that one may be turned into another of: what was written fits them all.
FAMILIES: Final[tuple[tuple[Kind, ...], ...]] = (
    ("single", "multiple", "ranking"),
    ("scale", "smiley"),
    ("short_text", "long_text"),
)
MOST_LETTERS: Final = 4000
MOST_CHOICES: Final = 400
#: One press of a button: what, how, and which row.
_PRESSED: Final = re.compile(r"(choices|rows)-(add|up|down|remove)(?:-(.+))?")
_KEY: Final = re.compile(r"[A-Za-z0-9_.-]{1,60}")


class Read(NamedTuple):
    """`faults`: field → reason; `staff-wrong-<reason>` is the text for it. What is wrong stays as it was before."""

    question: Question
    faults: Mapping[str, str]


def digest_of(question: Question) -> str:
    """Stands for what the question says: by it a form notices that somebody changed the question meanwhile."""
    return hashlib.sha256(msgspec.json.encode(question, order="deterministic")).hexdigest()[:16]


def parts_of(question: Question) -> tuple[str, ...]:
    """What can be changed beside the text, the help and the conditions: of a ready-made question nothing."""
    return () if question.about else PARTS[question.kind]


def family_of(kind: Kind) -> tuple[Kind, ...]:
    return next((family for family in FAMILIES if kind in family), (kind,))


def kinds_of(question: Question) -> tuple[Kind, ...]:
    """What the question may become: a ready-made one stays what it is."""
    return (question.kind,) if question.about else family_of(question.kind)


def read_question(fields: Fields, before: Question, languages: Sequence[str]) -> Read:
    """`languages`: those that the form shows; texts in others stay."""
    faults: dict[str, str] = {}
    kind = one(fields, "kind")
    if kind in kinds_of(before):
        before = replace(before, kind=kind)
    values: dict[str, Any] = {
        "label": _text(fields, "label", before.label, languages, faults),
        "help": _text(fields, "help", before.help, languages, faults) or None,
        "show_if": _conditions(fields),
    }
    for part in parts_of(before):
        values |= _READERS[part](fields, before, languages, faults)
    return Read(replace(before, **values), faults)


def arranged(
    question: Question, action: str, fields: Fields, questionnaire: Questionnaire, taken: Collection[str]
) -> Question:
    """The question after one press of a button; as it was for a button there is not.

    `choices-add` adds a row for each line typed into `choices-more`, or an empty one; `choices-up-c2`,
    `rows-remove-r1`; `condition-add` for the question picked in `condition-new`; `condition-remove-0`.
    """
    if action == "condition-add":
        picked = one(fields, "condition-new")
        asked = next((asked for asked in earlier(questionnaire, question.key) if asked.key == picked), None)
        return editing.add_condition(question, asked) if asked else question
    if action.startswith("condition-remove-"):
        place = action.removeprefix("condition-remove-")
        known = place.isascii() and place.isdigit() and int(place[:4]) < len(question.show_if)
        return editing.remove_condition(question, int(place)) if known else question
    pressed = _PRESSED.fullmatch(action)
    if not pressed or pressed[1] not in parts_of(question):
        return question
    listing, way, key = cast(Listing, pressed[1]), pressed[2], pressed[3] or ""
    if way == "add":
        return _grown(question, listing, fields, questionnaire.languages[:1], taken)
    if way == "remove":
        return editing.remove_choice(question, listing, key)
    return editing.move_choice(question, listing, key, _WAYS[way])


_WAYS: Final[Mapping[str, Literal[-1, 1]]] = {"up": -1, "down": 1}


def _grown(
    question: Question, listing: Listing, fields: Fields, first: Sequence[str], taken: Collection[str]
) -> Question:
    lines = [clean(line) for line in one(fields, f"{listing}-more").split("\n")]
    labels: list[Translated] = [dict.fromkeys(first, line) for line in lines if line] or [{}]
    room = MOST_CHOICES - len(getattr(question, listing))
    return editing.add_choices(question, listing, labels[: max(room, 0)], taken)


def _text(
    fields: Fields, name: str, before: Translated | None, languages: Sequence[str], faults: dict[str, str]
) -> Translated:
    typed = {code: one(fields, f"{name}-{code}") for code in languages}
    for code, text in typed.items():
        if len(text) > MOST_LETTERS:
            faults[f"{name}-{code}"] = "long"
    return _merged(before or {}, typed)


def _merged(before: Translated, typed: Translated) -> Translated:
    kept = {code: text for code, text in before.items() if code not in typed}
    return {**{code: text for code, text in typed.items() if text}, **kept}


def _conditions(fields: Fields) -> tuple[Condition, ...]:
    return tuple(_condition(fields, place, key) for place, key in enumerate(fields.get("condition-question", ())))


def _condition(fields: Fields, place: int, key: str) -> Condition:
    comparison: Any = one(fields, f"condition-{place}-comparison")
    values = tuple(value for value in map(clean, fields.get(f"condition-{place}-value", ())) if value)
    try:
        read = msgspec.convert({"question": clean(key), "comparison": comparison}, Condition)
    except msgspec.ValidationError:
        read = Condition(clean(key), "answered")
    return replace(read, values=() if read.comparison in VALUELESS else values)


def conditions_in_words(question: Question, questionnaire: Questionnaire) -> list[tuple[Condition, Question | None]]:
    """Each condition with the question it asks about, if that one stands before."""
    before = {one.key: one for one in earlier(questionnaire, question.key)}
    return [(condition, before.get(condition.question)) for condition in question.show_if]


def comparisons(asked: Question | None, condition: Condition) -> tuple[str, ...]:
    """What the form offers for a condition; what it says already is always among it."""
    known = comparisons_of(asked) if asked else ()
    return known if condition.comparison in known else (*known, condition.comparison)


def _listed(name: Listing) -> Any:
    def read(fields: Fields, before: Question, languages: Sequence[str], faults: dict[str, str]) -> dict[str, Any]:
        labels = {choice.key: choice.label for choice in getattr(before, name)}
        keys = [key for key in fields.get(f"{name}-key", ()) if _KEY.fullmatch(key)]
        columns = [[clean(text) for text in fields.get(f"{name}-{code}", ())] for code in languages]
        rows = zip_longest(keys, *(column[: len(keys)] for column in columns), fillvalue="")
        listed = [
            Choice(key, _merged(labels.get(key, {}), dict(zip(languages, texts, strict=True)))) for key, *texts in rows
        ]
        if any(len(text) > MOST_LETTERS for choice in listed for text in choice.label.values()):
            faults[name] = "long"
        return {name: tuple({choice.key: choice for choice in listed}.values())}

    return read


def _ticked(name: str) -> Any:
    return lambda fields, _before, _languages, _faults: {name: bool(fields.get(name))}


def _points(fields: Fields, before: Question, _languages: Sequence[str], faults: dict[str, str]) -> dict[str, Any]:
    typed = one(fields, "points")
    if typed.isascii() and typed.isdigit() and len(typed) < 10 and 2 <= int(typed) <= MOST_POINTS:
        return {"points": int(typed)}
    faults["points"] = "number"
    return {}


def _ends(fields: Fields, before: Question, languages: Sequence[str], faults: dict[str, str]) -> dict[str, Any]:
    return {name: _text(fields, name, getattr(before, name), languages, faults) or None for name in ("low", "high")}


def _standard(fields: Fields, before: Question, _languages: Sequence[str], _faults: dict[str, str]) -> dict[str, Any]:
    typed = one(fields, "standard")
    if "standard" not in fields or typed == before.standard:
        return {}
    return {"standard": typed if typed in STANDARDS else None}


def _unit(fields: Fields, before: Question, languages: Sequence[str], faults: dict[str, str]) -> dict[str, Any]:
    return {"unit": _text(fields, "unit", before.unit, languages, faults) or None}


def _range(fields: Fields, before: Question, _languages: Sequence[str], faults: dict[str, str]) -> dict[str, Any]:
    low, high = (_number(fields, name, faults) for name in ("minimum", "maximum"))
    if low is not None and high is not None and low > high:
        faults["maximum"] = "order"
    return {} if "maximum" in faults or "minimum" in faults else {"minimum": low, "maximum": high}


def _days(fields: Fields, before: Question, _languages: Sequence[str], faults: dict[str, str]) -> dict[str, Any]:
    first, last = (_day(fields, name, faults) for name in ("earliest", "latest"))
    if first and last and first > last:
        faults["latest"] = "order"
    return {} if "earliest" in faults or "latest" in faults else {"earliest": first, "latest": last}


def _longest(fields: Fields, before: Question, _languages: Sequence[str], faults: dict[str, str]) -> dict[str, Any]:
    typed = one(fields, "longest")
    if not typed:
        return {"longest": None}
    limit = replace(before, longest=None).limit
    if typed.isascii() and typed.isdigit() and len(typed) < 10 and 0 < int(typed) <= limit:
        return {"longest": int(typed)}
    faults["longest"] = "number"
    return {}


def _number(fields: Fields, name: str, faults: dict[str, str]) -> float | None:
    typed = one(fields, name).replace(",", ".")
    if not typed:
        return None
    if re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", typed):
        return float(typed)
    faults[name] = "number"
    return None


def _day(fields: Fields, name: str, faults: dict[str, str]) -> date | None:
    typed = one(fields, name)
    day = read_day(typed) if typed else None
    if typed and day is None:
        faults[name] = "day"
    return day


_READERS: Final[Mapping[str, Any]] = {
    "required": _ticked("required"),
    "other": _ticked("other"),
    "locate": _ticked("locate"),
    "choices": _listed("choices"),
    "rows": _listed("rows"),
    "points": _points,
    "ends": _ends,
    "standard": _standard,
    "unit": _unit,
    "range": _range,
    "days": _days,
    "longest": _longest,
}
