"""States of a campaign, its dates, its address, and what keeps it from going public."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from services.intake.domain.campaign import (
    AFTER,
    SLUG_LENGTH,
    Action,
    Phase,
    Plan,
    State,
    TransitionError,
    after,
    is_slug,
    phase_of,
    running,
    slug_of,
    standing,
)
from services.intake.domain.campaign_form import proposal, read_end, read_plan, redated, shown
from services.intake.domain.checking import Fault, check_campaign, check_questionnaire, untranslated_core
from services.intake.domain.checklist import checklist
from services.intake.domain.days import day_of, first_moment, last_day, last_moment, read_day
from services.intake.domain.editing import with_core
from services.intake.domain.questionnaire import Choice, Condition, Question, Questionnaire
from services.intake.storage.core import Start, load_core, load_starts
from shared.kit.texts import LANGUAGES

STATES: tuple[State, ...] = get_args(State)
ACTIONS: tuple[Action, ...] = get_args(Action)
OPENS, CLOSES = first_moment(date(2026, 5, 4)), last_moment(date(2026, 5, 31))
PLAN = Plan(
    district="ost",
    slug="markt",
    title={"de": "Der Markt"},
    intro={},
    office="Büro",
    level="beratung",
    opens_at=OPENS,
    closes_at=CLOSES,
    promise_on=date(2026, 7, 1),
)
ASKING = Questionnaire((Question(key="q1", kind="long_text", label={"de": "Was fehlt?"}),), ("de",))


@pytest.mark.parametrize(("state", "action"), list(product(STATES, ACTIONS)))
def test_a_campaign_goes_only_where_the_states_lead(state: State, action: Action) -> None:
    allowed = {
        ("draft", "publish", "published"),
        ("published", "publish", "published"),
        ("published", "close", "closed"),
        ("closed", "reopen", "published"),
        ("closed", "archive", "archived"),
    }
    following = {there for here, how, there in allowed if (here, how) == (state, action)}
    if following:
        assert {after(state, action)} == following
    else:
        with pytest.raises(TransitionError):
            after(state, action)


@given(st.lists(st.sampled_from(ACTIONS), max_size=12))
def test_an_archived_campaign_stays_archived_and_a_draft_is_never_again(actions: list[Action]) -> None:
    state: State = "draft"
    for action in actions:
        before, state = state, AFTER.get((state, action), state)
        assert not (before == "archived" and state != "archived")
        assert not (before != "draft" and state == "draft")


@pytest.mark.parametrize(
    ("state", "at", "phase"),
    [
        ("draft", OPENS + timedelta(days=1), "draft"),
        ("published", OPENS - timedelta(seconds=1), "planned"),
        ("published", OPENS, "open"),
        ("published", CLOSES, "closed"),
        ("closed", OPENS + timedelta(days=1), "closed"),
        ("archived", OPENS, "archived"),
    ],
)
def test_where_a_campaign_stands_follows_from_state_and_time(state: State, at: datetime, phase: Phase) -> None:
    assert phase_of(state, OPENS, CLOSES, at) == phase


def test_a_campaign_that_is_over_counts_as_closed_without_anybody_closing_it() -> None:
    assert standing("published", CLOSES, CLOSES) == "closed"
    assert standing("published", CLOSES, CLOSES - timedelta(seconds=1)) == "published"
    assert standing("draft", CLOSES, CLOSES) == "draft"


@given(st.one_of(st.none(), st.integers(-2000, 2000).map(lambda hours: OPENS + timedelta(hours=hours))))
def test_what_was_closed_by_hand_ends_there_and_never_opens_later(closed_at: datetime | None) -> None:
    dates = running(OPENS, CLOSES, closed_at)
    assert dates.opens_at <= dates.closes_at <= CLOSES
    assert closed_at is not None or dates == (OPENS, CLOSES)
    assert closed_at is None or dates.closes_at <= closed_at


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Wie soll der Kleine Markt werden?", "wie-soll-der-kleine-markt-werden"),
        ("Größe & Öl", "groesse-oel"),
        ("Café №5", "cafe-no5"),
        ("ساحة", ""),
        ("a" * 80, "a" * SLUG_LENGTH),
    ],
)
def test_an_address_is_made_from_the_title(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(max_size=120))
def test_every_address_that_is_made_may_be_used(title: str) -> None:
    assert slug_of(title) == "" or is_slug(slug_of(title))


@given(st.dates(date(2000, 1, 2), date(2099, 12, 31)))
def test_the_day_that_is_typed_is_the_day_that_is_shown(day: date) -> None:
    assert day_of(first_moment(day)) == day
    assert last_day(last_moment(day)) == day
    assert read_day(day.isoformat()) == read_day(day.strftime("%d.%m.%Y")) == day


def test_midnight_belongs_to_the_day_before_it() -> None:
    assert last_day(first_moment(date(2026, 6, 1))) == date(2026, 5, 31)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_proposed_dates_are_never_a_fault(today: date) -> None:
    plan = proposal("ost", "Der Markt", "beratung", "feedback", today)
    reasons = {fault.reason for fault in check_campaign(replace(plan, office="Büro"), ASKING, (), first_moment(today))}
    assert reasons == set()
    again = redated(plan, today + timedelta(days=400))
    assert again.closes_at - again.opens_at <= plan.closes_at - plan.opens_at + timedelta(hours=2)
    assert last_day(again.closes_at) < again.promise_on


def test_a_form_sent_untouched_changes_nothing() -> None:
    exact = replace(PLAN, opens_at=OPENS + timedelta(hours=3), closes_at=CLOSES - timedelta(hours=5), intro={"tr": "x"})
    fields = {name: [value] for name, value in shown(exact, ("de",)).items()}
    assert read_plan(fields, exact, ("de",), fixed=False) == (exact, {})


def test_what_is_public_keeps_its_address_whatever_is_sent() -> None:
    fields = {name: [value] for name, value in shown(PLAN, ("de",)).items()} | {"slug": ["neu"], "kind": ["evaluation"]}
    assert read_plan(fields, PLAN, ("de",), fixed=True).plan == PLAN


def test_an_empty_address_is_proposed_from_the_title() -> None:
    fields = {name: [value] for name, value in shown(PLAN, ("de",)).items()} | {"slug": [""]}
    assert read_plan(fields, PLAN, ("de",), fixed=False).plan.slug == "der-markt"


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ({"closes": "2026-06-30", "promise": "2026-07-20"}, {}),
        ({"closes": "2026-06-30", "promise": "2026-06-30"}, {"promise": "promise"}),
        ({"closes": "", "promise": "x"}, {"closes": "day", "promise": "day"}),
    ],
)
def test_reopening_takes_a_last_day_and_a_promise_after_it(typed: dict[str, str], faults: dict[str, str]) -> None:
    assert read_end({name: [value] for name, value in typed.items()}, PLAN).faults == faults


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"title": {"tr": "Pazar"}}, Fault("title", language="de")),
        ({"intro": {"tr": "…"}}, Fault("intro", language="de")),
        ({"office": ""}, Fault("office")),
        ({"closes_at": OPENS}, Fault("dates")),
        ({"promise_on": date(2026, 5, 31)}, Fault("promise")),
    ],
)
def test_what_a_campaign_lacks_is_named(changed: dict[str, object], fault: Fault) -> None:
    assert check_campaign(PLAN, ASKING, ()) == []
    assert check_campaign(replace(PLAN, **changed), ASKING, ()) == [fault]


def test_a_campaign_that_is_over_is_a_fault_only_when_it_is_asked_at_a_time() -> None:
    assert check_campaign(PLAN, ASKING, (), CLOSES) == [Fault("over")]
    assert check_campaign(PLAN, ASKING, (), CLOSES - timedelta(minutes=1)) == []


def _reasons(*questions: Question, languages: tuple[str, ...] = ("de",)) -> list[Fault]:
    return check_questionnaire(Questionnaire(questions, languages), "feedback", load_core())


def _question(**fields: object) -> Question:
    return Question(**{"key": "q1", "kind": "long_text", "label": {"de": "Frage"}, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (_question(label={"tr": "Soru"}), Fault("text", "q1", "de")),
        (_question(kind="single"), Fault("choices", "q1")),
        (_question(kind="single", choices=(Choice("a", {"de": "A"}),)), Fault("choices", "q1")),
        (_question(kind="matrix", choices=(Choice("a", {"de": "A"}), Choice("b", {"de": "B"}))), Fault("rows", "q1")),
        (_question(kind="place"), Fault("choices", "q1")),
        (_question(kind="number", minimum=3, maximum=2), Fault("limits", "q1")),
        (_question(kind="date", earliest=date(2026, 2, 1), latest=date(2026, 1, 1)), Fault("limits", "q1")),
        (_question(kind="scale", points=1), Fault("limits", "q1")),
        (_question(show_if=(Condition("q9"),)), Fault("condition-question", "q1", about="q9")),
        (_question(core=True), Fault("core-foreign", "q1")),
        (_question(kind="section"), Fault("no-question")),
    ],
)
def test_what_a_question_lacks_is_named(question: Question, fault: Fault) -> None:
    assert _reasons(question) == [fault]


@pytest.mark.parametrize(
    "question",
    [
        _question(kind="single", other=True, choices=(Choice("a", {"de": "A"}),)),
        _question(kind="place", locate=True),
        _question(kind="number", minimum=2, maximum=2),
    ],
)
def test_what_is_enough_is_no_fault(question: Question) -> None:
    assert _reasons(question) == []


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        (Condition("q1", "is", ("a",)), None),
        (Condition("q1", "is", ("z",)), "condition-value"),
        (Condition("q1", "is"), "condition-value"),
        (Condition("q1", "at_least", ("1",)), "condition-comparison"),
        (Condition("q1", "answered"), None),
        (Condition("q2", "answered"), "condition-question"),
        (Condition("q3", "answered"), "condition-question"),
    ],
)
def test_a_condition_points_to_an_earlier_question_and_what_it_may_say(condition: Condition, reason: str) -> None:
    first = _question(kind="single", choices=(Choice("a", {"de": "A"}), Choice("b", {"de": "B"})))
    faults = _reasons(first, _question(key="q2", show_if=(condition,)), _question(key="q3"))
    assert [fault.reason for fault in faults] == ([reason] if reason else [])


@pytest.mark.parametrize(("values", "reasons"), [(("3",), []), (("1", "3"), ["condition-limit"])])
def test_a_limit_is_one_number(values: tuple[str, ...], reasons: list[str]) -> None:
    later = _question(key="q2", show_if=(Condition("q1", "at_most", values),))
    assert [fault.reason for fault in _reasons(_question(kind="scale"), later)] == reasons


def test_two_answers_nobody_can_tell_apart_are_a_fault() -> None:
    listed = (Choice("a", {"de": "Die Uhrzeit"}), Choice("b", {"de": " die  uhrzeit"}), Choice("c", {"de": "Der Ort"}))
    assert _reasons(_question(kind="single", choices=listed)) == [Fault("same-twice", "q1", about="Die Uhrzeit")]


@pytest.mark.parametrize(("value", "fits"), [("3", True), ("6", False), ("x", False), ("", False)])
def test_a_condition_on_a_scale_names_one_of_its_numbers(value: str, fits: bool) -> None:
    scale = _question(kind="scale")
    faults = _reasons(scale, _question(key="q2", show_if=(Condition("q1", "at_least", (value,)),)))
    assert (faults == []) == fits


def test_two_questions_of_one_key_are_a_fault() -> None:
    assert Fault("key-twice", "q1", about="q1") in _reasons(_question(), _question())


def test_easy_language_needs_a_group_that_tested_it() -> None:
    questions = (_question(label={"de": "Frage", "de-leicht": "Frage"}),)
    assert _reasons(*questions, languages=("de", "de-leicht")) == [Fault("tested-by", language="de-leicht")]
    tested = Questionnaire(questions, ("de", "de-leicht"), {"de-leicht": "Prüfgruppe"})
    assert check_questionnaire(tested, "feedback", ()) == []


def test_six_core_questions_are_there_in_every_language_of_the_house() -> None:
    core = load_core()
    assert [question.kind for question in core] == ["scale"] * 5 + ["long_text"]
    assert all(question.core for question in core)
    assert len({question.standard for question in core if question.standard}) == 5
    whole = Questionnaire(core, tuple(LANGUAGES))
    assert whole.missing_texts() == []
    assert untranslated_core(replace(whole, languages=("de", "de-leicht"))) == ["de-leicht"]


def test_an_evaluation_lacks_each_core_question_that_is_not_there_or_not_the_same() -> None:
    core = load_core()
    assert [fault.reason for fault in check_questionnaire(ASKING, "evaluation", core)] == ["core-missing"] * 6
    whole = with_core(ASKING, "evaluation", core)
    assert check_questionnaire(whole, "evaluation", core) == []
    bent = replace(core[0], label={"de": "Wie toll war es?"})
    changed = replace(whole, questions=(*ASKING.questions, bent, *core[1:]))
    assert [fault.reason for fault in check_questionnaire(changed, "evaluation", core)] == ["core-changed"]


@pytest.mark.parametrize("start", load_starts().values(), ids=list(load_starts()))
def test_a_start_needs_only_its_campaign_to_be_laid_down(start: Start) -> None:
    whole = replace(with_core(start.questionnaire, start.kind, load_core()), languages=tuple(LANGUAGES))
    assert check_questionnaire(whole, start.kind, load_core()) == []
    assert set(start.intro) == set(LANGUAGES)


def test_the_checklist_puts_every_fault_under_one_step() -> None:
    faults = [Fault("office"), Fault("text", "q1", "de"), Fault("text", "q1", "tr"), Fault("title", language="tr")]
    steps = {step.name: step for step in checklist(faults, "de", 0)}
    assert {name: len(step.faults) for name, step in steps.items()} == {
        "settings": 1,
        "questions": 1,
        "translations": 2,
        "channels": 0,
    }
    assert not any(step.done for step in steps.values())
    assert all(step.done for step in checklist([], "de", 1))
