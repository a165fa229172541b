"""The library of methods and its advisor."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.district.domain.method_form import LISTS, PRINTS, STARTS, read_method, slug, typed_of
from services.analysis.district.domain.methods import (
    EVERYBODY,
    GERMAN,
    GROUPS,
    LEVELS,
    PHASES,
    Method,
    Use,
    Wish,
    advise,
    calendar,
    earliest,
    is_quiet,
    matching,
)
from services.analysis.district.storage.methods import shipped
from services.analysis.storage.catalogue_files import load_shipped
from services.intake.domain.kits import FORMATS
from services.intake.storage.core import load_starts

TODAY = date(2026, 11, 23)
METHODS = shipped()
STANDARDS = [one.id for one in load_shipped().standards]
WISHES = st.builds(
    Wish,
    groups=st.lists(st.sampled_from(GROUPS), unique=True, max_size=3).map(tuple),
    missing=st.lists(st.sampled_from(GROUPS), unique=True, max_size=3).map(tuple),
    level=st.none() | st.sampled_from(LEVELS),
    phase=st.none() | st.sampled_from(PHASES),
    budget=st.none() | st.integers(0, 50_000),
    people=st.none() | st.integers(1, 1000),
    german=st.none() | st.sampled_from(GERMAN),
    until=st.none() | st.dates(TODAY, TODAY + timedelta(days=400)),
)


def _method(key: str) -> Method:
    return next(one for one in METHODS if one.key == key)


def test_the_house_brings_enough_for_every_group_level_and_phase() -> None:
    assert len(METHODS) >= 40
    assert len({one.key for one in METHODS}) == len({one.name for one in METHODS}) == len(METHODS)
    for group in GROUPS:
        assert len(matching(METHODS, groups=[group])) >= 8, group
    for level in LEVELS:
        assert len(matching(METHODS, level=level)) >= 8, level
    for phase in PHASES:
        assert sum(phase in one.phases for one in METHODS) >= 8, phase


@pytest.mark.parametrize("method", METHODS, ids=lambda one: one.key)
def test_a_method_is_well_described(method: Method) -> None:
    assert len(method.steps) >= 3
    assert all(len(getattr(method, name)) >= 1 for name in LISTS if name != "materials")
    assert set(method.groups) <= set(GROUPS)
    assert set(method.standards) <= set(STANDARDS) and method.standards
    assert set(method.prints) <= {*FORMATS, "slips"} == set(PRINTS)
    assert method.start in STARTS and method.start in load_starts()
    assert method.people[0] <= method.people[1]
    assert method.cost[0] <= method.cost[1]
    assert slug(method.key) == method.key


@pytest.mark.parametrize("method", METHODS, ids=lambda one: one.key)
def test_a_method_comes_back_from_its_form_as_it_was(method: Method) -> None:
    read, faults = read_method(typed_of(method), method.key, STANDARDS)
    assert faults == ()
    in_order = {name: sorted(getattr(method, name)) for name in ("groups", "levels", "phases", "standards", "prints")}
    assert {name: sorted(getattr(read, name)) for name in in_order} == in_order
    same = msgspec.structs.replace(read, **{name: getattr(method, name) for name in in_order})
    assert same == method


@given(
    st.dictionaries(
        st.sampled_from([*LISTS, "name", "cost_from", "cost_to", "hours", "kind", "groups"]),
        st.lists(st.text(max_size=9)),
    )
)
def test_whatever_is_typed_gives_a_method_or_names_what_is_wrong(fields: dict[str, list[str]]) -> None:
    method, faults = read_method(fields, "mine", STANDARDS)
    assert "levels" in faults, "it was never sent"
    assert method.cost[0] >= 0
    assert msgspec.json.decode(msgspec.json.encode(method), type=Method) == method


def test_a_span_that_ends_before_it_begins_is_named() -> None:
    typed = typed_of(_method("walk")) | {"people_from": ["30"], "people_to": ["6"], "hours": ["zwei"]}
    assert read_method(typed, "walk", STANDARDS)[1] == ("hours", "people_to")


@given(WISHES)
def test_advice_keeps_within_level_money_time_and_language(wish: Wish) -> None:
    found, ruled = advise(METHODS, wish, (), TODAY)
    for advice in found:
        method = advice.method
        assert wish.level is None or wish.level in method.levels
        assert wish.budget is None or method.cost[0] <= wish.budget
        assert wish.german is None or GERMAN.index(method.german) <= GERMAN.index(wish.german)
        assert wish.until is None or calendar(method, wish.until)[0].on >= TODAY
        assert advice.reasons, "nothing is proposed without a reason"
        if wish.groups or wish.missing:
            assert set(method.groups) & {*wish.groups, *wish.missing}
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert {one.method.key for one in found}.isdisjoint(one.method.key for one in ruled)
    assert all(one.why for one in ruled)


def test_who_has_been_missing_weighs_more_than_whom_one_thinks_of() -> None:
    found, _ = advise(METHODS, Wish(groups=("families",), missing=("seniors",)), (), TODAY)
    first = found[0]
    assert {reason.weight for reason in first.reasons} >= {"missing"}
    particular = [one for one in found if len(one.method.groups) <= EVERYBODY]
    only_families = [one.score for one in particular if "seniors" not in one.method.groups]
    assert min(one.score for one in particular if "seniors" in one.method.groups) > max(only_families)


def test_what_is_made_for_a_group_comes_before_what_is_for_everybody() -> None:
    found, ruled = advise(METHODS, Wish(groups=("youth",), level="mitbestimmung"), (), TODAY)
    assert found[0].method.groups == ("youth",)
    assert "event-evaluation" in {one.method.key for one in ruled}, "it comes after people were heard"
    after, _ = advise(METHODS, Wish(groups=("youth",), phase="look-back"), (), TODAY)
    assert "event-evaluation" in {one.method.key for one in after}


def test_what_reached_others_speaks_for_nobody_else() -> None:
    reached = Use("senior-table", "Rundgang", "rundgang", 31, reached=("seniors",))
    others, _ = advise([_method("senior-table")], Wish(level="beratung", groups=("seniors",)), [reached], TODAY)
    assert others[0].reasons[-1].use == reached
    walk = msgspec.structs.replace(reached, method="walk")
    youth, _ = advise([_method("walk")], Wish(groups=("youth",)), [walk], TODAY)
    assert not any(reason.use for reason in youth[0].reasons)


def test_what_went_well_here_is_a_reason_and_what_did_not_is_a_doubt() -> None:
    wish = Wish(groups=("seniors",))
    good = Use("senior-table", "Marktplatz", "marktplatz", 31, kept=("respect-fairness",))
    plain, _ = advise([_method("senior-table")], wish, (), TODAY)
    better, _ = advise([_method("senior-table")], wish, [good], TODAY)
    assert better[0].score > plain[0].score
    assert better[0].reasons[-1].use == good
    reaching = msgspec.structs.replace(good, campaign="Rundgang", heard_count=12, reached=("seniors",))
    best, _ = advise([_method("senior-table")], wish, [good, reaching], TODAY)
    assert best[0].reasons[-1].use == reaching, "whoever reached the wanted group says more than the larger one"
    bad = msgspec.structs.replace(good, kept=(), broken=("respect-fairness",))
    doubted, _ = advise([_method("senior-table")], wish, [bad], TODAY)
    assert (doubted[0].score, doubted[0].doubts) == (plain[0].score, ("here",))


@given(st.sampled_from(METHODS), st.dates(TODAY, TODAY + timedelta(days=900)))
def test_a_calendar_goes_forward_and_gives_people_two_weeks_notice(method: Method, until: date) -> None:
    days = [step.on for step in calendar(method, until)]
    assert days == sorted(days)
    assert days[2] == until
    assert until - days[1] >= timedelta(weeks=2)
    assert until - calendar(method, until, notice_days=45)[1].on >= timedelta(days=45), "what the concept asks for"


@given(st.sampled_from(METHODS), st.integers(0, 60))
def test_who_begins_today_can_keep_the_calendar(method: Method, notice_days: int) -> None:
    first = earliest(method, TODAY, notice_days)
    assert calendar(method, first, notice_days)[0].on >= TODAY
    assert not is_quiet(first), "nobody comes around Christmas"


def test_words_find_methods_wherever_they_stand() -> None:
    assert "walk" in [one.key for one in matching(METHODS, words="rollator strecke")]
    assert matching(METHODS, words="gibtesnicht") == []
