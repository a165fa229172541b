"""Everything that stands between a draft and its publication, each fault with the place where it is mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from services.intake.domain.campaign import Plan
from services.intake.domain.conditions import fault_of
from services.intake.domain.days import last_day
from services.intake.domain.person import unfit
from services.intake.domain.questionnaire import Choice, Question, Questionnaire, texts_of

#: Kinds that need answers to choose from, and how many at least.
FEWEST_CHOICES: Final = {"single": 2, "multiple": 1, "ranking": 2, "matrix": 2}
MOST_POINTS: Final = 10
EASY: Final = "de-leicht"
#: Faults of the campaign itself, to be mended where its title and dates are laid down.
ABOUT_CAMPAIGN: Final = frozenset({"title", "intro", "office", "dates", "promise", "over"})
#: Faults of the questionnaire as a whole: its languages, and who tested them.
ABOUT_LANGUAGES: Final = frozenset({"no-language", "tested-by"})


class Fault(NamedTuple):
    """`staff-fault-<reason>` is the text for it. `question`: its key; `about`: what the text names, such as a key."""

    reason: str
    question: str = ""
    language: str = ""
    about: str = ""


def check_campaign(
    plan: Plan,
    questionnaire: Questionnaire,
    core: Sequence[Question],
    at: datetime | None = None,
    person: Sequence[Question] = (),
) -> list[Fault]:
    """All faults, those of the campaign first. `at`: when given, a campaign that is over by then is a fault, too."""
    about_plan = check_plan(plan, questionnaire.languages, at)
    return [*about_plan, *check_questionnaire(questionnaire, plan.kind, core, person)]


def check_plan(plan: Plan, languages: Sequence[str], at: datetime | None = None) -> list[Fault]:
    faults = [Fault("title", language=code) for code in languages if not plan.title.get(code)]
    faults += [
        Fault("intro", language=code) for code in languages if any(plan.intro.values()) and not plan.intro.get(code)
    ]
    if not plan.office:
        faults.append(Fault("office"))
    if plan.opens_at >= plan.closes_at:
        faults.append(Fault("dates"))
    if plan.promise_on <= last_day(plan.closes_at):
        faults.append(Fault("promise"))
    if at and at >= plan.closes_at:
        faults.append(Fault("over"))
    return faults


def check_questionnaire(
    questionnaire: Questionnaire, kind: str, core: Sequence[Question], person: Sequence[Question] = ()
) -> list[Fault]:
    """`kind`: of the campaign. `core`: the core questions as they are today. `person`: the district's, ready-made."""
    faults: list[Fault] = []
    if not questionnaire.languages:
        faults.append(Fault("no-language"))
    if EASY in questionnaire.languages and not questionnaire.tested_by.get(EASY, "").strip():
        faults.append(Fault("tested-by", language=EASY))
    if not questionnaire.asking:
        faults.append(Fault("no-question"))
    keys = Counter(question.key for question in questionnaire.questions)
    faults += [Fault("key-twice", key, about=key) for key, times in keys.items() if times > 1]
    faults += _core_faults(questionnaire, kind, core)
    for place, question in enumerate(questionnaire.questions):
        before = tuple(one for one in questionnaire.questions[:place] if one.asks)
        faults += _question_faults(question, before, questionnaire.languages)
        if reason := unfit(question, before, person):
            faults.append(Fault(reason, question.key))
    return faults


def untranslated_core(questionnaire: Questionnaire) -> list[str]:
    """Languages that the core questions are not there in: people read them in German. Nobody here can mend it."""
    core = [question for question in questionnaire.questions if question.core]
    return [code for code in questionnaire.languages if any(_lacks(question, code) for question in core)]


def _core_faults(questionnaire: Questionnaire, kind: str, core: Sequence[Question]) -> Iterator[Fault]:
    found = {question.key: question for question in questionnaire.questions if question.core}
    wanted = {question.key: question for question in core} if kind == "evaluation" else {}
    for key, question in wanted.items():
        if key not in found:
            yield Fault("core-missing", about=question.label["de"])
        elif found[key] != question:
            yield Fault("core-changed", key, about=question.label["de"])
    yield from (Fault("core-foreign", key) for key in found if key not in wanted)


def _question_faults(question: Question, before: tuple[Question, ...], languages: Sequence[str]) -> Iterator[Fault]:
    if not question.core:
        yield from (Fault("text", question.key, code) for code in languages if _lacks(question, code))
    if len(question.choices) + question.other < FEWEST_CHOICES.get(question.kind, 0):
        yield Fault("choices", question.key)
    if question.kind == "matrix" and not question.rows:
        yield Fault("rows", question.key)
    if not question.core:
        yield from (Fault("same-twice", question.key, about=text) for text in _said_twice(question, languages))
    if question.kind == "place" and not question.choices and not question.locate:
        yield Fault("choices", question.key)
    if _limits_cross(question):
        yield Fault("limits", question.key)
    for condition in question.show_if:
        if reason := fault_of(condition, before):
            yield Fault(reason, question.key, about=condition.question)


def _lacks(question: Question, language: str) -> bool:
    return not all(text.get(language, "").strip() for text in texts_of(question))


def _said_twice(question: Question, languages: Sequence[str]) -> list[str]:
    """Answers, or rows, that nobody can tell apart: the text, once, in the first language where they are the same."""
    found: list[str] = []
    known: set[str] = set()
    for listed in (question.choices, question.rows):
        for code in languages:
            alike: dict[str, list[Choice]] = {}
            for one in listed:
                alike.setdefault(" ".join(one.label.get(code, "").split()).casefold(), []).append(one)
            for text, ones in alike.items():
                if text and len(ones) > 1 and not known.issuperset(one.key for one in ones):
                    found.append(ones[0].label[code])
                    known |= {one.key for one in ones}
    return found


def _limits_cross(question: Question) -> bool:
    numbers = question.minimum is not None and question.maximum is not None and question.minimum > question.maximum
    dates = question.earliest is not None and question.latest is not None and question.earliest > question.latest
    points = question.kind == "scale" and not 2 <= question.points <= MOST_POINTS
    return bool(numbers or dates or points)
