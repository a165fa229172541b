"""Charts: what they show is worked out without anything that draws, and what draws says everything there is."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.analysis.results.charts import look
from services.analysis.results.charts.__main__ import draw
from services.analysis.results.charts.drawing import specify
from services.analysis.results.charts.orders import Order
from services.analysis.results.charts.studio import digest_of
from services.analysis.results.domain.charts import (
    Chart,
    Kind,
    Point,
    Series,
    highlights,
    letters_for,
    running_total,
    shares_of,
    strongest,
    time_line,
)
from services.analysis.results.domain.figures import Breakdown, Cell, Facet, Figures
from services.analysis.results.domain.funnel import funnel
from services.analysis.results.domain.ranges import is_empty, spelled_out
from services.analysis.results.domain.searching import is_seen_in, query_of, words_of
from services.analysis.results.operations.compare_shares import compare_shares

SQUARE = ((6.84, 51.50), (6.84, 51.52), (6.86, 51.52), (6.86, 51.50), (6.84, 51.50))
START = date(2026, 11, 2)


def _chart(kind: Kind, **more: Any) -> Chart:
    series = (Series("erfüllt", "met"), Series("nicht erfüllt", "not_met"))
    points = [
        Point(f"Antwort {row} & <mehr>", 0.2 * row, f"{row * 20} %", one.name, f"Spalte {one.name}", SQUARE)
        for row in range(1, 4)
        for one in series
    ]
    if kind in ("bars", "timeline", "map"):
        points = points[::2]
    return Chart(kind, "Wie & wo?", "30 Personen.", "Quelle: Test.", "In einem Satz.", tuple(points), series, **more)


def _figures(per_day: dict[date, int]) -> Figures:
    members, number = {}, 0
    for day, count in sorted(per_day.items()):
        members["day", day.isoformat()] = ((1 << count) - 1) << number
        number += count
    names = {day.isoformat(): day.isoformat() for day in sorted(per_day)}
    return Figures({"day": Facet("day", "time", "Tag", names)}, members, (1 << number) - 1, b"secret")


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_is_drawn_in_colours_with_names(kind: Kind) -> None:
    page = draw(Order("page", _chart(kind))).decode()
    named = re.findall(r'(?:fill|stroke)="(var\(--[a-z-]+\)|url\(#tone-[a-z-]+\))"', page)
    assert named, "follows light and dark"
    patterns = set(re.findall(r"url\(#(tone-[a-z-]+)\)", page))
    assert all(f'id="{pattern}"' in page for pattern in patterns)
    assert "<title>Wie &amp; wo?</title><desc>In einem Satz.</desc>" in page


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_file_carries_its_title_base_and_source_and_needs_nothing_else(kind: Kind) -> None:
    file = draw(Order("svg", _chart(kind))).decode()
    for words in (">Wie &amp; wo?<", ">30 Personen.<", ">Quelle: Test.<"):
        assert words in file
    assert "var(--" not in file, "colours without a page"
    assert "<script" not in file


def test_a_picture_is_a_png() -> None:
    assert draw(Order("png", _chart("bars"))).startswith(b"\x89PNG")


def test_stances_are_told_apart_without_colour() -> None:
    spec = str(specify(_chart("stances")))
    assert look.FILLS["not_met"] in spec
    assert len({look.FILLS[tone] for tone in look.FILLS}) == len(look.FILLS)


def test_the_target_stands_in_the_time_line() -> None:
    assert "Ziel: 60" in draw(Order("page", _chart("timeline", target=60, target_name="Ziel: 60"))).decode()


def test_a_goal_is_a_mark_beside_its_bar() -> None:
    points = (Point("Bücherei", 20, "20 von 40", goal=40), Point("Markt", 10, "10"))
    spec = str(specify(Chart("bars", "Je Zugang", "", "", "", points)))
    assert "'goal': 1.0" in spec
    assert "'length': 0.5" in spec
    assert "'tick'" not in str(specify(Chart("bars", "Je Zugang", "", "", "", points[1:])))


def test_names_on_a_map_stay_short_and_clear_of_places() -> None:
    part = Point("Sterkrader Innenstadt", 0.4, "40", place=SQUARE)
    place = Point("A Bücherei", 0.0, "20", spot=(6.85, 51.51))
    spec = specify(Chart("map", "Karte", "", "", "", (part, place)))
    rows = [row for layer in spec["layer"] for row in layer["data"]["values"] if "latitude" in row]
    name, mark = next(row for row in rows if row["said"] == "40"), next(row for row in rows if "letter" in row)
    assert name["lines"] == ["Sterkrader", "Innenstadt"]
    assert mark["letter"] == "A"
    assert abs(name["latitude"] - mark["latitude"]) > 0.003
    assert letters_for(28)[25:] == ["Z", "AA", "AB"]


def test_places_are_drawn_where_nobody_has_drawn_the_district() -> None:
    places = (Point("A Bücherei", 0.0, "20", spot=(6.85, 51.51)), Point("B Markt", 0.0, "5", spot=(6.86, 51.52)))
    chart = Chart("map", "Karte", "", "", "", places)
    drawn = draw(Order("page", chart)).decode()
    marks = re.findall(r'transform="translate\((-?[\d.]+),(-?[\d.]+)\)"[^>]*>[AB]<', drawn)
    assert len(marks) == 2
    assert len(set(marks)) == 2
    assert all(0 <= float(one) <= 500 for mark in marks for one in mark)


def test_the_same_chart_has_the_same_digest_and_another_number_another() -> None:
    one, other = _chart("bars"), _chart("bars")
    assert digest_of(one) == digest_of(other)
    assert digest_of(one) != digest_of(_chart("bars", target=1))


def test_light_and_dark_name_the_same_colours() -> None:
    assert look.palette().keys() == look.palette("dark").keys()
    assert look.palette()["ink"] != look.palette("dark")["ink"]


def test_single_days_are_shown_while_they_are_large_enough() -> None:
    line = time_line(_figures({START + timedelta(days=number): 20 for number in range(5)}))
    assert line.grain == "day"
    assert all(one.count for one in line.slices)


def test_small_days_become_weeks_and_a_long_campaign_months() -> None:
    assert time_line(_figures({START + timedelta(days=number): 3 for number in range(20)})).grain == "week"
    assert time_line(_figures({START + timedelta(days=30 * number): 40 for number in range(30)})).grain == "month"


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.integers(0, 400).map(lambda n: START + timedelta(days=n)), st.integers(1, 60), min_size=1))
def test_slices_follow_each_other_and_the_total_never_falls(per_day: dict[date, int]) -> None:
    figures = _figures(per_day)
    line = time_line(figures)
    ends = [(one.first, one.last) for one in line.slices]
    assert all(later[0] == earlier[1] + timedelta(days=1) for earlier, later in pairwise(ends))
    totals = running_total(figures, line)
    assert totals[-1] == figures.count()
    assert all(total % 5 == 0 for total in totals)
    assert list(totals) == sorted(totals)


def test_a_campaign_without_a_day_has_no_time_line() -> None:
    assert time_line(Figures({}, {}, 0, b"")).slices == ()


def test_what_is_named_in_a_sentence_is_what_is_shown() -> None:
    facet = Facet("q", "question", "Frage", {"a": "A", "b": "B", "c": "C", "d": "D"})
    cells = (Cell("a", 20, 0.4), Cell("b", 0, 0.0), Cell("c", 20, 0.4), Cell("d", 5, 0.1))
    found = highlights(Breakdown(facet, cells, 50))
    assert [cell.key for cell in found.most] == ["a", "c"]
    assert [cell.key for cell in found.least] == ["d"]
    assert found.unseen == 1


def test_shares_are_of_the_row_the_column_or_all() -> None:
    everyone = (1 << 40) - 1
    half = (1 << 20) - 1
    facets = {key: Facet(key, "question", key, {"x": "X", "y": "Y"}) for key in ("r", "c")}
    members = {("r", "x"): half, ("r", "y"): everyone ^ half, ("c", "x"): everyone, ("c", "y"): 0}
    table = Figures(facets, members, everyone, b"s").cross("r", "c")
    assert shares_of(table, "row", 40)["x", "x"] == 1.0
    assert shares_of(table, "column", 40)["x", "x"] == pytest.approx(0.5, abs=0.15)
    assert strongest(table) in {("x", "x"), ("y", "x")}


def test_nobody_is_fewer_than_those_who_come_after() -> None:
    found = funnel(opened=12, started=0, completed=30)
    assert found
    assert [(cell.key, cell.count) for cell in found.cells] == [("opened", 30), ("completed", 30)]
    assert funnel(0, 0, 30) is None


def test_a_span_of_days_stands_for_the_days_between() -> None:
    facets = {"day": Facet("day", "time", "Tag", {f"2026-11-0{n}": "" for n in range(1, 6)})}
    pairs = [("age", "x"), ("from", "2026-11-02"), ("until", "2026-11-03")]
    assert spelled_out(pairs, facets) == [("age", "x"), ("day", "2026-11-02"), ("day", "2026-11-03")]
    assert is_empty([("from", "2027-01-01")], facets)
    assert not is_empty([("from", "no day")], facets)


def test_words_are_found_bent_and_without_accents_but_never_under_a_mask() -> None:
    words = words_of("Bäume; pflanzen!")
    assert words == ("Bäume", "pflanzen")
    assert query_of(words) == "Bäume:* & pflanzen:*"
    assert is_seen_in(words, "Bitte mehr Baume, die man pflanzt.")
    assert not is_seen_in(words_of("0208123456"), "Rufen Sie an: ██████████")


def _said(yes: int, base: int) -> Breakdown:
    facet = Facet("q", "question", "Frage", {"yes": "ja", "no": "nein"})
    return Breakdown(facet, (Cell("yes", yes, yes / base), Cell("no", base - yes, 1 - yes / base)), base)


def test_a_difference_is_clear_only_where_neither_chance_nor_rounding_explains_it() -> None:
    large = compare_shares(_said(300, 400), _said(200, 400))["yes"]
    assert large.is_clear
    assert large.least < large.by < large.most
    small = compare_shares(_said(15, 20), _said(10, 20))["yes"]
    assert not small.is_clear, "the same shares, of few"
    other = compare_shares(_said(200, 400), _said(300, 400))["yes"]
    assert other.least == pytest.approx(-large.most)
    assert other.most == pytest.approx(-large.least)
