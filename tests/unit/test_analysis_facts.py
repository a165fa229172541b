"""What the system itself knows, and what that says of each standard."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.analysis.domain.facts import Fact, Known, Promised, Way, system_facts
from services.analysis.tagger.domain.standards import STANDARDS
from services.analysis.web.pages import PAGES

DAY = date(2026, 11, 23)
KINDS = ("poster", "flyer", "group", "kiosk", "link")


def _way(kind: str = "poster", count: int = 10, opened_on: date = DAY, place: str = "") -> Way:
    return Way(kind, place or kind, opened_on, count)


def _facts(**more: Any) -> dict[str, Fact]:
    """By standard and key."""
    told = {
        "opens_on": DAY,
        "closes_on": DAY + timedelta(days=42),
        "promise_on": DAY + timedelta(days=70),
        "today": DAY + timedelta(days=10),
        "offered": ("de", "tr"),
        "answered": {"de": 20, "tr": 7},
        "ways": (_way(), _way("group")),
        "rating_count": 1,
        "received_count": 27,
        "waiting_count": 0,
    }
    return {f"{fact.standard}/{fact.key}": fact for fact in system_facts(Known(**{**told, **more}))}


@pytest.mark.parametrize(("days", "kept"), [(20, False), (21, True)])
def test_three_weeks_are_time_enough(days: int, kept: bool) -> None:
    fact = _facts(closes_on=DAY + timedelta(days=days - 1))["early-information/lead"]
    assert (fact.count, fact.kept, fact.on) == (days, kept, DAY)


def test_a_first_poster_after_the_beginning_speaks_against_early_information() -> None:
    late = _facts(ways=(_way(opened_on=DAY + timedelta(days=3)), _way(opened_on=DAY + timedelta(days=9))))
    fact = late["early-information/notice-late"]
    assert (fact.count, fact.kept, fact.on) == (3, False, DAY + timedelta(days=3))
    before = _facts(ways=(_way(opened_on=DAY - timedelta(days=4)),))["early-information/notice"]
    assert (before.count, before.kept) == (4, None), "a head start alone proves nothing"


def test_more_than_one_kind_of_way_speaks_to_two_standards() -> None:
    for standard in ("early-information", "low-threshold-access"):
        assert _facts()[f"{standard}/ways"].kept is True
        assert _facts(ways=(_way(), _way(place="other")))[f"{standard}/ways"].kept is False


def test_languages_offered_are_told_from_languages_used() -> None:
    facts = _facts(offered=("de", "de-du", "tr", "ar"), answered={"de": 20, "de-du": 3, "tr": 7, "ar": 2})
    offered, used = facts["accessibility-language/languages"], facts["accessibility-language/languages-used"]
    assert (offered.count, offered.kept) == (3, True), "a face of German is no other language"
    assert (used.count, used.kept) == (2, True)
    rows = dict(used.rows)
    assert rows["de"] == 23
    assert rows["ar"] == 2, "what comes in may be shown"
    assert _facts(answered={"de": 9, "tr": 4})["accessibility-language/languages-used"].kept is None
    assert _facts(offered=("de",))["accessibility-language/languages"].kept is False


@pytest.mark.parametrize(("offered", "key"), [(("de", "de-einfach"), "easy"), (("de",), "easy-missing")])
def test_easy_language_is_a_precondition(offered: tuple[str, ...], key: str) -> None:
    fact = _facts(offered=offered)[f"accessibility-language/{key}"]
    assert (fact.kept, fact.evidence) == (key == "easy", 0.5)


@pytest.mark.parametrize(("ways", "kept"), [(("poster",), False), (("poster", "group"), True)])
def test_groups_are_reached_by_ways_of_their_own(ways: tuple[str, ...], kept: bool) -> None:
    assert _facts(ways=tuple(map(_way, ways)))["target-group-inclusion/groups"].kept is kept
    silent = (_way("group", 2), _way())
    assert _facts(ways=silent)["target-group-inclusion/groups"].kept is None, "an open door that few went through"


@pytest.mark.parametrize(("days", "key"), [(0, "running"), (3, "running"), (-1, "due")])
def test_a_promise_stands_open_until_somebody_tells_how_it_was_kept(days: int, key: str) -> None:
    fact = _facts(promise_on=DAY + timedelta(days=days), today=DAY)[f"feedback-accountability/promise-{key}"]
    assert (fact.count, fact.kept, fact.evidence) == (abs(days), None, 0.0)


def test_a_promise_that_was_missed_stays_missed_when_a_later_one_is_kept() -> None:
    later = DAY + timedelta(days=9)
    promised = (Promised(DAY, False, DAY + timedelta(days=1)), Promised(later, True, later))
    facts = _facts(promise_on=later, promised=promised)
    assert facts["feedback-accountability/promise-missed"].kept is False
    kept = facts["feedback-accountability/promise-kept"]
    assert (kept.kept, kept.on, kept.evidence) == (True, later, 1.0)
    assert "feedback-accountability/promise-running" not in facts


def test_an_answer_before_the_promised_day_proves_nothing_until_that_day_is_over() -> None:
    promise_on = DAY + timedelta(days=70)
    promised = (Promised(promise_on, True, DAY + timedelta(days=5)),)
    so_far = _facts(promised=promised)["feedback-accountability/promise-so-far"]
    assert (so_far.kept, so_far.evidence) == (None, 0.0)
    assert "feedback-accountability/promise-kept" not in _facts(promised=promised, today=promise_on)
    over = _facts(promised=promised, today=promise_on + timedelta(days=1))
    assert over["feedback-accountability/promise-kept"].kept is True


def test_asking_about_the_process_and_reading_everything_are_preconditions() -> None:
    assert _facts()["evaluation-learning/rated"].kept is True
    assert _facts(rating_count=0)["evaluation-learning/rated"].kept is False
    assert _facts()["documentation-traceability/accounted"].kept is True
    assert _facts(waiting_count=2)["documentation-traceability/accounted"].kept is None
    assert "documentation-traceability/accounted" not in _facts(received_count=0)


WAYS = st.builds(Way, st.sampled_from(KINDS), st.text(max_size=3), st.dates(), st.integers(0, 30))


@settings(deadline=None)  # the first to ask reads the texts
@given(
    st.lists(WAYS, max_size=6),
    st.dictionaries(st.sampled_from(["de", "de-du", "tr", "ar", "uk"]), st.integers(0, 30)),
    st.lists(st.sampled_from(["de", "de-einfach", "tr", "ar"]), unique=True),
    st.lists(st.builds(Promised, st.dates(), st.booleans(), st.dates()), max_size=3),
)
def test_every_fact_has_words_and_a_standard(
    ways: list[Way], answered: dict[str, int], offered: list[str], promised: list[Promised]
) -> None:
    told = {"ways": tuple(ways), "answered": answered, "offered": tuple(offered), "promised": tuple(promised)}
    facts = _facts(**told).values()
    for fact in facts:
        assert fact.standard in STANDARDS
        for key in (f"fact-{fact.key}", f"fact-{fact.key}-value", f"source-{fact.source}"):
            assert PAGES.texts.say("de", key, count=fact.count)
        assert fact.evidence <= 1
