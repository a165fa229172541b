"""Facts as people write them, how they fade, and how every change is taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from services.analysis.district.domain.directory import Wanted, search
from services.analysis.district.domain.entries import (
    Entry,
    Fact,
    Inventory,
    compare,
    confirmed,
    joined,
    stated,
    taken_back,
)
from services.analysis.district.domain.freshness import entry_freshness, fact_freshness, faded, vouched_at
from services.analysis.district.domain.importing import guess_mapping, plan_table
from services.analysis.district.domain.kinds import FIELDS, field_of
from services.analysis.district.domain.offers import Sought, find_offered, offered_in, read_sought
from services.analysis.district.domain.times import Slot, pack_slot, read_times, say_times, unpack_slot
from services.analysis.district.domain.values import Names, ValueFault, read_value
from services.analysis.district.domain.vocabulary import TOPICS
from services.analysis.district.operations.find_duplicates import compare_all
from services.analysis.district.operations.hsds import read_hsds, write_hsds
from services.analysis.district.web.entry_form import private_part
from services.analysis.tagger.topic_catalogue import load_topics
from tests.support.inventory import demo_inventory

AT: Final = datetime(2026, 11, 23, 10, tzinfo=UTC)
NOBODY: Final = Names({}, {})
SLOTS: Final = st.builds(
    lambda day, start, length, every: Slot(day, start, min(start + length, 24 * 60), every),
    st.integers(0, 6),
    st.integers(0, 23 * 60),
    st.integers(5, 600),
    st.sampled_from(["weekly", "fortnightly", "monthly"]),
)


def _entry(**values: object) -> Entry:
    bare = Entry(uuid4(), "sterkrade-mitte", "offer", {})
    return stated(bare, values, "staff", AT, "high")  # type: ignore[arg-type] # texts and tuples of tests


def _made(entry_id: UUID, kind: str, **values: Any) -> Entry:
    bare = Entry(entry_id, "x", kind, {})  # type: ignore[arg-type] # one of the kinds
    return stated(bare, values, "staff", AT, "high")


@given(st.lists(SLOTS, max_size=8))
def test_times_are_read_as_they_are_said(slots: list[Slot]) -> None:
    assert read_times(say_times(slots)) == tuple(sorted(set(slots)))
    assert [unpack_slot(pack_slot(slot)) for slot in slots] == slots


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mo-Fr 9-12", "Mo–Fr 09:00–12:00"),
        ("Montag 15 bis 18 Uhr", "Mo 15:00–18:00"),
        (
            "Di 19.30–21 monatlich, Sa 10-14 alle zwei Wochen",
            "Di 19:30–21:00 monatlich; Sa 10:00–14:00 alle zwei Wochen",
        ),
    ],
)
def test_times_are_read_as_offices_write_them(written: str, said: str) -> None:
    assert say_times(read_times(written)) == said


@pytest.mark.parametrize("written", ["irgendwann", "Mo 25-26", "Mo 18-15", "Fr-Mo 9-12"])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_times(written)


@pytest.mark.parametrize(
    ("written", "number"), [("1.200,50", 1200.5), ("19,5 Std.", 19.5), ("2.000 €", 2000), ("7", 7)]
)
def test_numbers_are_read_as_germans_write_them(written: str, number: float) -> None:
    assert read_value(field_of("money", "amount"), [written], NOBODY) == number


def test_swapped_coordinates_are_noticed() -> None:
    with pytest.raises(ValueFault):
        read_value(field_of("offer", "point"), ["6.85, 51.51"], NOBODY)


def test_the_topics_are_those_that_texts_are_read_for() -> None:
    assert tuple(topic.id for topic in load_topics().topics) == TOPICS


def test_a_fact_fades_from_fresh_to_stale_and_loses_confidence() -> None:
    field = field_of("offer", "times")
    states = []
    for months in (1, 7, 13):
        fact = Fact(("0 15:00-18:00 weekly",), "staff", AT, AT - timedelta(days=31 * months), "high")
        states.append((state := fact_freshness(field, fact, AT), faded(fact, state)))
    assert states == [("fresh", "high"), ("check", "medium"), ("stale", "low")]


def test_a_tap_confirms_what_can_be_seen_and_three_doubts_make_it_stale() -> None:
    offer = stated(_entry(), {"times": ("0 15:00-18:00 weekly",)}, "staff", AT - timedelta(days=250), "high")
    assert entry_freshness(offer, AT) == "check"
    assert entry_freshness(replace(offer, seen_at=AT), AT) == "fresh"
    assert entry_freshness(replace(offer, seen_at=AT, doubt_count=1), AT) == "check"
    assert entry_freshness(replace(offer, seen_at=AT, doubt_count=3), AT) == "stale"


def test_a_value_that_stays_is_confirmed_and_keeps_its_source() -> None:
    later = AT + timedelta(days=3)
    changed = stated(_entry(name="Treff", about="alt"), {"name": "Treff", "about": "neu"}, "import", later, "low")
    assert (changed.facts["name"].source, changed.facts["name"].confirmed_at) == ("staff", later)
    assert (changed.facts["about"].source, changed.facts["about"].recorded_at) == ("import", later)


VALUES: Final = st.dictionaries(st.sampled_from(["name", "about", "part", "cost"]), st.sampled_from(["", "a", "b"]))


@given(VALUES, VALUES, VALUES)
def test_undoing_a_change_brings_back_what_nobody_touched_since(
    first: dict[str, str], second: dict[str, str], third: dict[str, str]
) -> None:
    one = _entry(**first)
    two = stated(one, second, "staff", AT + timedelta(1), "high")
    three = stated(two, third, "staff", AT + timedelta(2), "high")
    difference = compare(one, two)
    if difference is None:
        assert one == two
        return
    assert taken_back(two, *difference).facts == one.facts
    back = taken_back(three, *difference)
    for key in {"name", "about", "part", "cost"}:
        touched = three.facts.get(key) != two.facts.get(key)
        assert back.facts.get(key) == (three if touched else one).facts.get(key)


def test_merging_keeps_what_one_says_and_adds_what_only_the_other_knew() -> None:
    kept, other = _entry(name="A", groups=("youth",)), _entry(name="B", about="mehr", groups=("seniors",))
    merged = joined(kept, other)
    assert (merged.name, merged.line("about"), merged.keys("groups")) == ("A", "mehr", ("youth", "seniors"))


def test_whoever_named_a_merged_entry_names_the_one_it_went_into() -> None:
    room, gone = _entry(name="Saal"), replace(_entry(name="Sall"))
    inventory = Inventory("x", [room, replace(gone, state="merged", merged_into=room.id)])
    assert inventory.find(gone.id) is room


def test_words_are_found_without_accents_and_whatever_is_for_everyone_under_every_group() -> None:
    cafe = _entry(name="Repair-Café", groups=("everyone",))
    inventory = Inventory("x", [cafe, _entry(name="Chor", groups=("seniors",))])
    assert search(inventory, Wanted(q="repair cafe"), AT) == [cafe]
    assert search(inventory, Wanted(group="youth"), AT) == [cafe]


@pytest.mark.parametrize(
    ("kind", "text"),
    [("role", "Leitung: Petra Schmidt"), ("offer", "Anruf: 0171 2345678"), ("role", "a@b.de")],
)
def test_people_and_their_contacts_are_kept_out(kind: str, text: str) -> None:
    assert private_part(kind, "about", text)  # type: ignore[arg-type] # two of the kinds


def test_functions_and_houses_are_let_in() -> None:
    assert private_part("role", "name", "Leitung des Jugendzentrums") == ""
    assert private_part("organisation", "name", "Kirchengemeinde Friedenskirche") == ""


def test_the_same_house_written_twice_is_found_and_two_houses_are_not() -> None:
    pairs = compare_all(demo_inventory(AT))
    assert [{pair.first.name, pair.second.name} for pair in pairs] == [
        {"Repair-Café Sterkrade (erfunden)", "Repaircafé Sterkrade-Mitte (erfunden)"}
    ]
    assert pairs[0].reasons == ("name", "phone", "address")


def test_columns_are_known_by_the_names_that_offices_use() -> None:
    columns = ["Bezeichnung", "Träger", "Öffnungszeiten", "Zielgruppe", "Farbe"]
    assert guess_mapping(columns, "offer", {}) == {
        "Bezeichnung": "name",
        "Träger": "providers",
        "Öffnungszeiten": "times",
        "Zielgruppe": "groups",
        "Farbe": "",
    }


def test_a_line_without_what_is_needed_is_left_out_and_unknown_providers_are_made() -> None:
    rows = [{"n": "Chor", "t": "Verein Eins", "z": "irgendwann"}, {"n": "Kurs"}]
    ids = {name: uuid4() for name in ("offer/Chor", "offer/Kurs", "organisation/Verein Eins")}
    mapping = {"n": "name", "t": "providers", "z": "times"}
    plan = plan_table(rows, "offer", mapping, Inventory("x", []), {}, ids.__getitem__)
    assert [(row.name, row.left_out) for row in plan.rows] == [("Chor", False), ("Kurs", True)]
    assert plan.rows[0].faults == (("times", "times", "irgendwann"),)
    assert list(plan.made.values()) == ["Verein Eins"]


def test_everything_hsds_carries_comes_back_the_same() -> None:
    inventory = demo_inventory(AT)
    back = {row["id"]: row for row in read_hsds(write_hsds(inventory))}
    for kind in ("organisation", "offer", "room"):
        for entry in inventory.by_kind[kind]:
            told = back[str(entry.id)]["values"]
            for field in FIELDS[entry.kind]:
                fact = entry.facts.get(field.key)
                found = told.get(field.key) or None
                wanted = fact.value if fact else None
                assert (tuple(found) if isinstance(found, list) else found) == wanted, (entry.name, field.key)


PUBLIC_NAMES: Final = {"group-seniors": "كبار السن", "topic-sport": "الرياضة"}


def _found(inventory: Inventory, **sought: str) -> list[str]:
    return [one.entry.name for one, _slots in find_offered(inventory, Sought(**sought), PUBLIC_NAMES, "ar")]


def test_only_what_is_public_is_offered_to_residents() -> None:
    club, offer = UUID(int=1), UUID(int=2)
    said = [
        _made(club, "organisation", name="Verein", phone="0208 1", address="Hof 1"),
        _made(offer, "offer", name="Chor", providers=(str(club),), times=("1 18:00-20:00 weekly",)),
        _made(UUID(int=3), "offer", name="Intern", public="no"),
        _made(UUID(int=4), "room", name="Saal", public="yes", free_times=("5 09:00-12:00 weekly",)),
        _made(UUID(int=5), "room", name="Keller"),
        _made(UUID(int=6), "money", name="Topf", public="yes"),
    ]
    assert _found(Inventory("x", said)) == ["Chor", "Saal"]
    shown = offered_in(Inventory("x", said))[offer]
    assert (shown.by, shown.place) == (("Verein",), "Hof 1")
    kept_back = [_made(club, "organisation", name="Verein", phone="0208 1", address="Hof 1", public="no"), *said[1:]]
    shown = offered_in(Inventory("x", kept_back))[offer]
    assert (shown.by, shown.phone, shown.place) == ((), "", "")


@pytest.mark.parametrize(("public", "asked"), [("yes", ("0208 1", "verein.example")), ("", ("", "")), ("no", ("", ""))])
def test_whom_to_ask_is_told_only_where_the_organisation_is_public(public: str, asked: tuple[str, str]) -> None:
    club, offer = UUID(int=1), UUID(int=2)
    said = [
        _made(club, "organisation", name="Verein", phone="0208 1", website="verein.example", public=public),
        _made(offer, "offer", name="Chor", providers=(str(club),)),
    ]
    shown = offered_in(Inventory("x", said))[offer]
    assert (shown.phone, shown.website) == asked


@pytest.mark.parametrize(
    ("public", "place", "part"),
    [("yes", "Keller, Hof 1, Alsfeld", "Alsfeld"), ("", "Keller, Hof 1, Alsfeld", "Alsfeld"), ("no", "", "")],
    ids=["public", "unsaid", "kept back"],
)
def test_a_room_that_is_kept_back_is_not_told_by_what_takes_place_there(public: str, place: str, part: str) -> None:
    room, offer = UUID(int=1), UUID(int=2)
    said = [
        _made(room, "room", name="Keller", address="Hof 1", part="Alsfeld", public=public),
        _made(offer, "offer", name="Chor", room=(str(room),)),
    ]
    shown = offered_in(Inventory("x", said))[offer]
    assert (shown.place, shown.part) == (place, part)


def test_what_was_made_of_an_inventory_is_kept_for_the_last_day_only() -> None:
    inventory, numbers = Inventory("x", []), count(1)
    made = [inventory.once("page", lambda _known: next(numbers), day) for day in ("Mo", "Mo", "Tu", "Mo")]
    assert made == [1, 1, 2, 3]


def test_an_offer_is_found_by_whom_when_and_where_and_by_words_of_the_reader() -> None:
    sport = {"groups": ("seniors",), "topics": ("sport",), "part": "Alsfeld"}
    inventory = Inventory(
        "x",
        [
            _made(UUID(int=1), "offer", name="Turnen", times=("1 15:00-16:00 weekly",), **sport),
            _made(
                UUID(int=2), "offer", name="Abendlauf", times=("1 09:00-10:00 weekly", "3 19:00-20:00 weekly"), **sport
            ),
            _made(UUID(int=3), "offer", name="Für alle", groups=("everyone",)),
        ],
    )
    assert _found(inventory, group="seniors") == ["Abendlauf", "Für alle", "Turnen"]
    assert _found(inventory, day="1") == ["Abendlauf", "Turnen"], "what begins first stands first"
    assert _found(inventory, day="1", time="evening") == []
    assert _found(inventory, time="evening") == ["Abendlauf"]
    assert _found(inventory, part="Alsfeld", q="الرياضة lauf") == ["Abendlauf"]


def test_what_an_address_asks_for_and_nobody_knows_is_left_out() -> None:
    asked = {"q": " Chor ", "group": "cats", "day": "9", "time": "night", "part": "Alsfeld"}
    assert read_sought(asked, {"seniors"}, ["Alsfeld"]) == Sought(q="Chor", part="Alsfeld")


def test_residents_are_told_the_oldest_thing_they_see() -> None:
    entry = _made(UUID(int=1), "offer", name="Chor", phone="1")
    later = confirmed(entry, AT + timedelta(days=9), ["name"])
    late = stated(later, {"cost": "free"}, "staff", AT + timedelta(days=5), "high")
    assert vouched_at(late) == AT + timedelta(days=5)
    assert vouched_at(replace(late, seen_at=AT + timedelta(days=7))) == AT + timedelta(days=7)
