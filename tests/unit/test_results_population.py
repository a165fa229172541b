"""Residents as a table: whatever it is written with, it is read the same, or every fault of it is named."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.results.domain.population import (
    TRAITS,
    Fault,
    Group,
    Trait,
    decoded,
    read_table,
    residents,
    write_table,
)
from services.analysis.results.operations import upload_population
from shared.contracts.person import AGES, GENDERS, parts_of

DISTRICT = "sterkrade-mitte"
PARTS = {"north": "Nördlich der Bahn", "south": "Süd"}
TWO_AGES = {"young": "bis 26", "old": "ab 65"}
KNOWN: dict[Trait, dict[str, str]] = {"part": PARTS, "age": TWO_AGES, "gender": {"f": "weiblich", "m": "männlich"}}
SMALL = "ortsteil;alter;einwohner\nnorth;young;10\nnorth;old;20\nsouth;young;30\nsouth;old;40\n"
COUNTS = st.integers(0, 99_999)


def _faults(text: str) -> tuple[Fault, ...]:
    return read_table(text, KNOWN).faults


@given(st.lists(COUNTS, min_size=4, max_size=4).filter(any), st.booleans())
def test_a_written_table_is_read_as_it_was(counts: list[int], gendered: bool) -> None:
    genders = ("f", "m") if gendered else ("",)
    keys = [(part, age) for part in PARTS for age in TWO_AGES]
    groups = tuple(Group(*key, count, gender) for key, count in zip(keys, counts, strict=True) for gender in genders)
    read = read_table(write_table(groups, ["Jahr: 2025", "Quelle: Amt; für alles"]), KNOWN)
    assert read.faults == ()
    assert read.groups == groups
    assert (read.year, read.source) == ("2025", "Amt; für alles")


@given(
    separator=st.sampled_from(";,\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    named=st.booleans(),
    thousands=st.sampled_from(["", ".", "\u00a0"]),
)
def test_what_an_office_program_makes_of_it_is_the_same(
    separator: str, encoding: str, ending: str, named: bool, thousands: str
) -> None:
    lines = [["ORTSTEIL", "Altersgruppe", "Anzahl"]]
    for part, part_name in PARTS.items():
        for age, age_name in TWO_AGES.items():
            lines.append([part_name if named else part, age_name if named else age, f"1{thousands}250"])
    written = StringIO()
    csv.writer(written, delimiter=separator, lineterminator=ending).writerows(lines)
    read = read_table(decoded(written.getvalue().encode(encoding)), KNOWN)
    assert read.faults == ()
    assert residents(read.groups) == {(): 5000}


@given(st.text(max_size=300) | st.binary(max_size=300).map(decoded))
def test_any_file_is_read_or_its_faults_are_named(text: str) -> None:
    read = read_table(text, KNOWN)
    assert bool(read.faults) != bool(read.groups and not read.faults)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("north;young;10", "west;young;10", Fault("part", 2, "west")),
        ("north;old;20", "north;29;20", Fault("age", 3, "29")),
        ("south;young;30", "south;young;-30", Fault("number", 4, "-30")),
        ("south;young;30", "south;young;30,5", Fault("number", 4, "30,5")),
        ("south;young;30", "south;young;", Fault("number", 4, "")),
        ("south;young;30", "south;young;1.25", Fault("number", 4, "1.25")),
        ("south;young;30", "south;young;99999999", Fault("many", 4, "99999999")),
        ("south;old;40", "south;old", Fault("cells", 5)),
        ("south;old;40", "south;young;40", Fault("twice", 5, "4")),
        ("south;old;40\n", "", Fault("gap", 0, "Süd, ab 65")),
        ("alter;einwohner", "alter;zahl", Fault("column", 1, "einwohner")),
    ],
)
def test_a_fault_is_named_with_its_line(old: str, new: str, fault: Fault) -> None:
    assert _faults(SMALL) == ()
    assert _faults(SMALL.replace(old, new)) == (fault,)


def test_notes_and_empty_lines_do_not_shift_the_numbers_of_lines() -> None:
    assert _faults("# Notiz\n\n" + SMALL.replace("north;old", "north;neu")) == (Fault("age", 5, "neu"),)


def test_a_table_where_nobody_lives_is_no_table() -> None:
    zeros = "\n".join(line if n == 0 else line.rsplit(";", 1)[0] + ";0" for n, line in enumerate(SMALL.splitlines()))
    assert _faults(zeros) == (Fault("nobody"),)
    assert _faults("") == (Fault("empty"),)
    assert _faults("x\n" * 6000) == (Fault("long"),)


def test_a_district_without_parts_is_counted_by_age() -> None:
    known: dict[Trait, dict[str, str]] = {**KNOWN, "part": {}}
    read = read_table("alter;einwohner\nyoung;1\nold;2\n", known)
    assert read.faults == ()
    assert residents(read.groups, "part", "age") == {("", "young"): 1, ("", "old"): 2}


def test_an_empty_cell_for_gender_is_a_fault() -> None:
    rows = [f"{part};{age};{gender};5" for part in PARTS for age in TWO_AGES for gender in ("f", "")]
    found = _faults("\n".join(["ortsteil;alter;geschlecht;einwohner", *rows]))
    assert {fault.reason for fault in found} == {"gender"}
    assert len(found) == 4


def test_who_tells_gender_somewhere_tells_it_everywhere() -> None:
    rows = [f"{part};{age};{gender};5" for part in PARTS for age in TWO_AGES for gender in ("f", "m")]
    whole = "\n".join(["ortsteil;alter;geschlecht;einwohner", *rows])
    assert _faults(whole) == ()
    assert _faults(whole.replace("south;old;m;5", "")) == (Fault("gap", 0, "Süd, ab 65, männlich"),)


def test_the_demo_table_is_whole_marked_and_has_a_shape_for_every_part() -> None:
    parts = [part.key for part in parts_of(DISTRICT)]
    keys: dict[Trait, dict[str, str]] = {
        "part": dict.fromkeys(parts, ""),
        "age": dict.fromkeys(AGES, ""),
        "gender": dict.fromkeys(GENDERS, ""),
    }
    table = read_table(decoded(upload_population.demo_table()), keys)
    assert (table.faults, table.demo, table.year) == ((), True, "2025")
    assert len(table.groups) == len(parts) * len(AGES)
    shapes = json.loads((Path(upload_population.__file__).parent.parent / "data" / "parts.geojson").read_bytes())
    assert [one["properties"]["key"] for one in shapes["features"]] == parts
    assert [one["properties"]["name"] for one in shapes["features"]] == [part.name for part in parts_of(DISTRICT)]
    assert all(one["properties"]["demo"] for one in shapes["features"])
    assert all(
        one["geometry"]["coordinates"][0][0] == one["geometry"]["coordinates"][0][-1] for one in shapes["features"]
    )


def test_residents_add_up_whatever_they_are_told_apart_by() -> None:
    groups = read_table(SMALL, KNOWN).groups
    for traits in ((), ("part",), ("age",), TRAITS):
        assert sum(residents(groups, *traits).values()) == 100
