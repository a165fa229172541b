"""Districts side by side: only what says the same there and was asked the same is compared, and nobody is told."""

from __future__ import annotations

from typing import Any

import msgspec

from services.analysis.district.domain.comparison import Core, Place, Round, compare_places, unasked
from services.analysis.domain.findings import Parts

CORE = Core("core-early-information", "early-information", 5, "Wie früh?")
EARLY: dict[str, Any] = {"id": "early-information", "title": {"de": "Früh"}, "definition": {"de": "Früh genug."}}
OPEN: dict[str, Any] = {"id": "open-minutes", "title": {"de": "Protokoll"}}
STANDARDS = {"early-information": EARLY, "open-minutes": OPEN}
RATED = Parts(40, 5, 5)


def _place(district: str, *rounds: Round, standards: Any = STANDARDS, residents: int = 0) -> Place:
    return Place(district, standards, rounds, residents)


def _round(core: Core = CORE, rated: Parts = RATED, promise: Any = "open") -> Round:
    return Round("runde", rated.base, promise, ((core, rated),))


def _why(there: Place) -> str | None:
    home = _place("home", _round())
    (row,) = compare_places([home, there], home)
    return row.cells[1].why


def test_what_says_and_asks_the_same_is_compared() -> None:
    home, away = _place("home", _round()), _place("away", _round(rated=Parts(5, 0, 25)))
    (row,) = compare_places([home, away], home)
    assert [cell.state for cell in row.cells] == ["kept", "not_kept"]
    assert unasked(home, [row]) == ("Protokoll",)


def test_it_says_why_something_cannot_be_compared() -> None:
    other = EARLY | {"definition": {"de": "Irgendwann."}}
    assert _why(_place("away")) == "none"
    assert _why(_place("away", _round(), standards={"open-minutes": OPEN})) == "standard"
    assert _why(_place("away", _round(), standards=STANDARDS | {"early-information": other})) == "words"
    assert _why(_place("away", _round(msgspec.structs.replace(CORE, label="Wann?")))) == "question"
    assert _why(_place("away", _round(msgspec.structs.replace(CORE, points=7)))) == "question"
    assert _why(_place("away", _round(rated=Parts(5, 5, 5)))) == "few"


def test_who_may_change_a_standard_and_what_it_leans_on_make_no_difference() -> None:
    locked = EARLY | {"locked": True, "sources": ["somewhere"], "phrases": ["rechtzeitig"]}
    assert _why(_place("away", _round(), standards=STANDARDS | {"early-information": locked})) is None


def test_a_standard_that_is_changed_and_changed_back_is_compared_again() -> None:
    """As after letting it go and taking it back."""
    other = STANDARDS | {"early-information": EARLY | {"title": {"de": "Rechtzeitig"}}}
    assert _why(_place("away", _round(), standards=other)) == "words"
    assert _why(_place("away", _round(), standards=STANDARDS)) is None


def test_several_campaigns_are_the_sum_of_what_each_of_them_tells() -> None:
    home = _place("home", _round(promise="kept"), _round(promise="missed"), residents=1000)
    (row,) = compare_places([home], home)
    assert row.cells[0].share and row.cells[0].share.parts == Parts(80, 10, 10)
    assert (home.promised("kept"), home.promised("missed"), home.promised("open")) == (1, 1, 0)
    assert (home.heard_count, home.per_thousand) == (100, 100.0)
