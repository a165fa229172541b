"""Proposals follow from facts, cite them, and are the same for the same facts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.analysis.district.domain.directory import freshness_of
from services.analysis.district.domain.entries import Entry, Inventory, stated
from services.analysis.district.domain.proposals import AGES, TOPIC_GROUPS, Circles, Need, Proposal, propose
from services.analysis.district.domain.vocabulary import GROUPS as GROUP_KEYS
from services.analysis.district.domain.vocabulary import SEEKS
from services.analysis.district.domain.vocabulary import TOPICS as TOPIC_KEYS
from services.analysis.district.network.graph import network_of
from services.analysis.district.storage.proposals import needs_of
from services.analysis.results.domain.figures import Facet, Figures
from services.analysis.storage.tables import Campaign
from services.intake.storage.core import load_person
from tests.support.inventory import demo_inventory

AT: Final = datetime(2026, 11, 23, 10, tzinfo=UTC)
CAMPAIGN: Final = UUID(int=7)


def _proposals(inventory: Inventory, needs: tuple[Need, ...] = ()) -> tuple[Proposal, ...]:
    network = network_of(inventory)
    gaps = [(gap.first.members, gap.second.members) for gap in network.gaps]
    alone = [one.entry for one in network.members if one.place == "alone"]
    return propose(inventory, Circles(gaps, alone), needs, freshness_of(inventory, AT))


def _pairs(found: tuple[Proposal, ...], kind: str) -> set[frozenset[str]]:
    return {frozenset((one.values["first"], one.values["second"])) for one in found if one.kind == kind}


def test_the_demo_yields_what_somebody_who_knows_it_would_propose() -> None:
    found = _proposals(demo_inventory(AT), (Need(CAMPAIGN, "markt", "Markt", "green", 25),))
    assert frozenset(("Sprachcafé Deutsch", "Deutsch-Sprachcafé")) in _pairs(found, "double")
    assert frozenset(("Hausaufgabenhilfe im Parkhaus", "Lernhilfe in der Bücherei")) in _pairs(found, "double")
    assert frozenset(("Kaffeenachmittag der Älteren", "Teestube der Älteren Köprü")) in _pairs(found, "double")
    assert frozenset(("Nähwerkstatt", "Ladenlokal Kleiner Markt 7 (erfunden)")) in _pairs(found, "room")
    assert [one.values["count"] for one in found if one.kind == "need"] == ["25"]
    assert {one.topics for one in found if one.kind == "pots"} == {("togetherness",), ("climate",)}
    assert {one.kind for one in found} == {"double", "room", "pots", "circles", "link", "need"}


def test_opening_hours_of_a_house_are_no_course_that_is_given_twice() -> None:
    assert not any("Fahrdienst für Gruppen" in pair for pair in _pairs(_proposals(demo_inventory(AT)), "double"))


def test_a_need_of_fewer_than_five_is_nobodys_yet() -> None:
    found = _proposals(demo_inventory(AT), (Need(CAMPAIGN, "markt", "Markt", "green", 0),))
    assert "need" not in {one.kind for one in found}


def _entry(number: int, kind: str, **values: Any) -> Entry:
    bare = Entry(UUID(int=number), "x", kind, {})  # type: ignore[arg-type] # one of the kinds
    return stated(bare, {"name": f"Nr. {number}", **values}, "staff", AT, "high")


SERVING: Final = Inventory(
    "x",
    [
        _entry(1, "organisation", topics=("green",), groups=("everyone",)),
        _entry(2, "organisation", topics=("green",), groups=("seniors",)),
        _entry(3, "organisation", topics=("green",), groups=("youth",)),
        _entry(4, "organisation", topics=("green",)),
        _entry(5, "task", topics=("green",)),
        _entry(6, "organisation", topics=("sport",), groups=("seniors", "everyone")),
    ],
)


@pytest.mark.parametrize(
    ("groups", "ages", "served_by"),
    [((), (), {1, 5}), (("seniors",), ("65-79", "80-plus"), {2}), (("families",), (), set())],
    ids=["of everybody", "of the old", "of nobody here"],
)
def test_a_need_is_met_by_who_is_there_for_those_very_people(
    groups: tuple[str, ...], ages: tuple[str, ...], served_by: set[int]
) -> None:
    found = _proposals(SERVING, (Need(CAMPAIGN, "a", "A", "green", 25, groups, ages),))
    needs = [one for one in found if one.kind == "need"]
    assert {entry_id.int for one in needs for entry_id in one.entry_ids} == served_by


def test_the_same_topic_of_the_young_and_of_the_old_are_two_needs() -> None:
    needs = [Need(CAMPAIGN, "a", "A", "green", 25, (group,), (age,)) for group, age in AGES_APART]
    keys = {one.key for one in _proposals(SERVING, tuple(needs)) if one.kind == "need"}
    assert len(keys) == 2


AGES_APART: Final = (("youth", "14-17"), ("seniors", "65-79"))


def test_topics_and_ages_lead_to_groups_that_there_are() -> None:
    person = {question.about: question for question in load_person("sterkrade-mitte")}
    asked = {choice.key for choice in person["age"].choices}
    assert {age for ages in AGES.values() for age in ages} <= asked
    assert set(TOPIC_GROUPS) <= set(TOPIC_KEYS)
    assert {*AGES, *(group for groups in TOPIC_GROUPS.values() for group in groups)} <= set(GROUP_KEYS)


def test_ages_that_a_campaign_did_not_ask_for_make_no_need_of_everybody() -> None:
    facets = {
        "topic": Facet("topic", "topic", "Thema", {"green": "Grün"}),
        "age": Facet("age", "person", "Alter", {"18-26": "18 bis 26"}),
    }
    everyone = (1 << 25) - 1
    figures = Figures(facets, {("topic", "green"): everyone, ("age", "18-26"): everyone}, everyone, b"secret")
    found = needs_of(Campaign(id=CAMPAIGN, slug="markt"), "Markt", "green", figures)
    assert [(need.groups, need.ages, need.people) for need in found] == [((), (), 25), (("youth",), ("18-26",), 25)]


def test_what_is_stale_is_no_ground() -> None:
    old = demo_inventory(AT - timedelta(days=3000))
    assert _proposals(old) == ()


def test_the_same_facts_make_the_same_proposals() -> None:
    assert _proposals(demo_inventory(AT)) == _proposals(demo_inventory(AT))


GROUPS: Final = st.lists(st.sampled_from(["youth", "seniors", "newcomers", "everyone"]), unique=True, max_size=3)
TOPICS: Final = st.lists(st.sampled_from(["green", "youth", "age", "education"]), unique=True, max_size=3)
TIMES: Final = st.lists(
    st.sampled_from(["1 14:00-16:00 weekly", "1 15:00-17:00 weekly", "3 09:00-12:00 monthly"]), unique=True, max_size=2
)


@st.composite
def _inventories(draw: st.DrawFn) -> Inventory:
    """Anything that can stand in an inventory, with and without each fact, fresh and old."""
    kinds = ["organisation", "organisation", "offer", "room", "money", "cooperation", "network", "project", "task"]
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=2, max_size=14))
    ids = [str(UUID(int=number + 1)) for number in range(len(chosen))]
    refs = st.lists(st.sampled_from(ids), unique=True, max_size=4).map(tuple)
    made = []
    for key, kind in zip(ids, chosen, strict=True):
        values: dict[str, Any] = {
            "name": draw(st.sampled_from(["Sprachcafé", "Sprachcafé Nord", "Lernhilfe", "Chor"])),
            "groups": tuple(draw(GROUPS)),
            "topics": tuple(draw(TOPICS)),
            "seeks": tuple(draw(st.lists(st.sampled_from(SEEKS), unique=True, max_size=2))),
            "times": tuple(draw(TIMES)),
            "free_times": tuple(draw(TIMES)),
            "amount": draw(st.sampled_from(["", 0.0, 3000.0, 50000.0])),
            **{name: draw(refs) for name in ("providers", "between", "members", "owner", "carriers", "room")},
        }
        at = AT - timedelta(days=draw(st.sampled_from([1, 300, 2000])))
        bare = Entry(UUID(key), "x", kind, {})  # type: ignore[arg-type] # one of the kinds
        made.append(stated(bare, values, "staff", at, "high"))
    return Inventory("x", made)


NEEDS: Final = st.builds(
    Need,
    st.just(CAMPAIGN),
    st.just("a"),
    st.just("A"),
    st.sampled_from(["green", "youth", "age"]),
    st.integers(0, 40),
    st.sampled_from([(), ("youth",), ("seniors",)]),
)


@settings(max_examples=150, deadline=None)
@given(_inventories(), NEEDS)
def test_no_proposal_is_without_evidence(inventory: Inventory, need: Need) -> None:
    for one in _proposals(inventory, (need,)):
        assert one.cited
        for cited in one.cited:
            assert inventory.find(cited.entry_id) is inventory.all[cited.entry_id]
            assert cited.field in inventory.all[cited.entry_id].facts
        if one.kind == "need":
            assert one.need == need
            assert need.people >= 5
            for entry_id in one.entry_ids:
                entry = inventory.all[entry_id]
                assert need.topic in entry.keys("topics")
                assert {*entry.keys("groups")} & {*need.groups} if need.groups else "everyone" in _for_whom(entry)


def _for_whom(entry: Entry) -> tuple[str, ...]:
    return entry.keys("groups") or (("everyone",) if entry.kind == "task" else ())
