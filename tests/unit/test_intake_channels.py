"""Channels laid out in bulk, and what is counted at them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.campaign import Running
from services.intake.domain.channels import (
    KINDS,
    MOST_ROWS,
    Laid,
    ListError,
    Row,
    check_row,
    check_rows,
    kind_of,
    read_position,
    read_rows,
    read_table,
    way_in,
    write_position,
)
from services.intake.domain.funnel import FEWEST, Funnel, is_person, is_quiet, told
from services.intake.web.channels import EXAMPLE

PHONE = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"
LIST = "Ort;Gruppe;Art;von;bis\nBücherei;;Plakat;2.11.2026;30.11.2026\nKirche;Senioren;Gruppe;;\n"
ROWS = [
    Row("Bücherei", "", "Plakat", "2.11.2026", "30.11.2026"),
    Row("Kirche", "Senioren", "Gruppe", "", ""),
]
OPENS = datetime(2026, 11, 1, tzinfo=UTC)
WHOLE = Running(OPENS, OPENS + timedelta(days=30))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_list_is_read_as_spreadsheets_write_it(encoding: str, delimiter: str, newline: str) -> None:
    content = LIST.replace(";", delimiter).replace("\n", newline).encode(encoding)
    assert read_table(content).rows == ROWS


def test_columns_are_known_by_name_in_any_order_and_what_is_unknown_is_named() -> None:
    table = read_table(b"Until,Notiz,PLACE\n2026-11-30,Schluessel bei Frau K.,Kiosk\n,,\n,,Markt")
    assert table.rows == [Row("Kiosk", ends="2026-11-30"), Row("Markt")]
    assert table.unknown == ["Notiz"]


def test_a_comma_in_quotes_stays_in_its_place() -> None:
    assert read_table(b'Ort,Art\n"Markt, Stand 4",Tablet').rows == [Row("Markt, Stand 4", kind="Tablet")]


def test_the_example_has_no_faults() -> None:
    checked = check_rows(read_table(EXAMPLE.encode()).rows, ())
    assert [(one.laid.kind, dict(one.faults)) for one in checked] == [("poster", {}), ("group", {}), ("kiosk", {})]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"Ort\n", "empty"),
        (b"Name;Art\nX;Plakat", "columns"),
        (b"Ort\n" + b"X\n" * (MOST_ROWS + 1), "many"),
        (b"Ort\n" + b"x" * 300_000, "large"),
        (b"PK\x03\x04\0\0", "unreadable"),
    ],
)
def test_a_file_that_is_no_list_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(ListError) as found:
        read_table(content)
    assert found.value.reason == reason


@given(st.binary(max_size=400))
def test_no_file_breaks_the_reader(content: bytes) -> None:
    try:
        check_rows(read_table(content).rows, ())
    except ListError as error:
        assert error.reason in {"empty", "columns", "unreadable", "many", "large"}


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        (Row("", "Senioren"), {"place": "missing"}),
        (Row("x" * 121), {"place": "long"}),
        (Row("Markt", kind="Zeppelin"), {"kind": "pick"}),
        (Row("Markt", begins="bald"), {"begins": "day"}),
        (Row("Markt", begins="3.11.2026", ends="2.11.2026"), {"ends": "order"}),
        (Row("Markt", begins="0001-01-01"), {"begins": "day"}),
        (Row("Markt", kind="fachbereich", ends="2026-12-01"), {}),
        (Row("Markt", position="am Brunnen"), {"position": "position"}),
        (Row("Markt", position="6.8534, 51.5212"), {"position": "position"}),
    ],
)
def test_each_row_says_what_is_wrong_with_it(row: Row, faults: dict[str, str]) -> None:
    assert check_row(row).faults == faults


@pytest.mark.parametrize("typed", ["51.5212, 6.8534", "51,5212; 6,8534", " 51.5212 6.8534 ", "51.5212,6.8534"])
def test_a_position_is_read_as_maps_and_people_write_it(typed: str) -> None:
    assert read_position(typed) == (51.5212, 6.8534)
    assert write_position((51.52123, 6.85341)) == "51.52123, 6.85341"


def test_the_same_place_twice_is_a_fault_of_the_second() -> None:
    there = {Laid("poster", "Bücherei").same}
    rows = [Row("bücherei"), Row("Markt"), Row("Markt"), Row("Markt", "Kinder"), Row("Markt", kind="flyer"), Row()]
    checked = check_rows(rows, there)
    assert [dict(one.faults) for one in checked] == [{"place": "twice"}, {}, {"place": "twice"}, {}, {}]


def test_every_kind_is_known_by_its_own_word_and_a_row_without_one_is_a_poster() -> None:
    assert [kind_of(kind) for kind in KINDS] == list(KINDS)
    assert kind_of("") == "poster"
    assert kind_of(" Gerät vor Ort ") == "kiosk"


@given(st.lists(st.tuples(*[st.text(max_size=8)] * len(Row._fields)), max_size=4))
def test_rows_of_a_form_come_back_as_many_as_were_sent(rows: list[tuple[str, ...]]) -> None:
    fields = {part: [row[number] for row in rows] for number, part in enumerate(Row._fields)}
    assert len(read_rows(fields)) == len(rows)


@pytest.mark.parametrize(
    ("ends_on", "ended_at", "closes_at"),
    [
        (None, None, WHOLE.closes_at),
        (date(2026, 11, 10), None, datetime(2026, 11, 10, 22, 59, tzinfo=UTC)),
        (date(2027, 1, 1), None, WHOLE.closes_at),
        (date(2026, 11, 10), OPENS + timedelta(days=2), OPENS + timedelta(days=2)),
    ],
)
def test_a_channel_takes_answers_until_its_own_end_and_never_longer_than_its_campaign(
    ends_on: date | None, ended_at: datetime | None, closes_at: datetime
) -> None:
    assert way_in(WHOLE, ends_on, ended_at) == (OPENS, closes_at)


def test_what_ended_before_the_campaign_opened_is_over_and_not_early() -> None:
    ended_at = OPENS - timedelta(days=1)
    assert way_in(WHOLE, None, ended_at) == (ended_at, ended_at)


@pytest.mark.parametrize("count", range(FEWEST))
def test_few_look_the_same_as_none(count: int) -> None:
    assert told(count) is None
    assert told(FEWEST) == told(2 * FEWEST - 1) == FEWEST


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_no_step_of_a_funnel_is_smaller_than_the_next(opened: int, started: int, completed: int) -> None:
    steps = Funnel(opened, started, completed).steps
    assert list(steps) == sorted(steps, reverse=True)
    assert steps[2] == completed


@pytest.mark.parametrize(
    ("funnel", "quiet"),
    [
        (Funnel(), True),
        (Funnel(9, last_day=date(2026, 11, 12)), False),
        (Funnel(9, last_day=date(2026, 11, 10)), True),
        (Funnel(9, 0, 1, date(2026, 11, 1), datetime(2026, 11, 15, tzinfo=UTC)), False),
    ],
)
def test_a_channel_is_quiet_after_ten_days_without_anybody(funnel: Funnel, quiet: bool) -> None:
    assert is_quiet(funnel, date(2026, 11, 1), date(2026, 11, 20)) is quiet
    assert is_quiet(funnel, date(2026, 11, 15), date(2026, 11, 20)) is False


@pytest.mark.parametrize(
    ("agent", "purpose", "person"),
    [
        (PHONE, "", True),
        ("Mozilla/5.0 (Linux; Android 10; CUBOT NOTE 20) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36", "", True),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Mobile/15E148 Instagram 300.0", "", True),
        (PHONE, "prefetch;prerender", False),
        (PHONE, "preview", False),
        ("", "", False),
        ("Mozilla/5.0 (compatible; Googlebot/2.1)", "", False),
        ("WhatsApp/2.23.20.0", "", False),
        ("TelegramBot (like TwitterBot)", "", False),
        ("facebookexternalhit/1.1", "", False),
        ("Mozilla/5.0 SkypeUriPreview Preview/0.5", "", False),
        ("Slackbot-LinkExpanding 1.0", "", False),
        ("curl/8.5.0", "", False),
        ("python-httpx/0.28", "", False),
    ],
)
def test_machines_and_previews_are_not_people(agent: str, purpose: str, person: bool) -> None:
    assert is_person(agent, purpose) is person
