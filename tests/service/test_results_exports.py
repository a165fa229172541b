"""Files of single responses and tables of a view: who gets them, what is in them, what a dead worker costs."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import zipfile
from collections import Counter
from datetime import timedelta
from functools import partial
from itertools import combinations
from typing import Any, Final
from uuid import UUID

import httpx
import msgspec
import pytest
from odf import opendocument, table
from openpyxl import load_workbook
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations import tag_passages
from services.analysis.results.domain.figures import Figures, Filter
from services.analysis.results.operations import write_export
from services.analysis.results.operations.forget_exports import forget_exports
from services.analysis.results.operations.plan_export import worn_down
from services.analysis.results.storage import exports as stored
from services.analysis.results.storage.export_tables import Export
from services.analysis.results.storage.exports import ROWS
from services.analysis.results.storage.figures import read_figures
from services.analysis.tagger import load_tagger
from shared.contracts.exports import ExportRequested
from shared.contracts.responses import ResponseErased
from shared.contracts.routes import publish
from shared.kit.clock import now
from shared.kit.messaging import NotYet
from tests.support.answers import hear_many, publish_asking
from tests.support.city import City
from tests.support.demo import Demo
from tests.support.people import sign_in

ID: Final = UUID("5f0c0b6e-2f0e-4a53-9c3b-1d7c7f3a9e02")
ONE: Final = f"/staff/exports/{ID}"
PAGE: Final = "/staff/campaigns/sterkrade-2026/exports"
FORM: Final = {"id": str(ID), "format": "csv", "purpose": "Auswertung für den Sozialausschuss"}
#: What may be known of a person from elsewhere.
KNOWN: Final = ("language", "age", "part", "place", "channel", "source", "face", "version", "month", "week", "day")


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


async def answered(city: City, count: int = 80, *, ended: bool = True) -> tuple[Demo, list[UUID]]:
    """A campaign with so many answers; whoever leads the district is signed in."""
    campaign, channels = await publish_asking(city)
    ids = await hear_many(city, campaign, channels, count)
    if ended:
        await city.all("UPDATE analysis.campaign SET closes_at = now() - interval '1 minute' RETURNING 1")
    await sign_in(city, "lea", "lead", "sterkrade-mitte")
    return campaign, ids


async def ask(city: City, **more: str) -> httpx.Response:
    answer = await city.client.post(PAGE, data={**FORM, **more})
    if answer.status_code == 303:
        await city.deliver_all()
    return answer


async def rows_of(city: City, path: str = f"{ONE}/file") -> list[dict[str, str]]:
    answer = await city.client.get(path)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))


async def figures_of(city: City, campaign: Demo) -> Figures:
    return await city.database("analysis").run(lambda session: read_figures(session, campaign.campaign_id))


async def test_a_lead_gets_one_row_for_each_response(city: City) -> None:
    await answered(city)
    answer = await ask(city, texts="1")
    assert answer.headers["location"] == ONE
    page = await city.client.get(ONE)
    assert "CSV herunterladen" in page.text
    rows = await rows_of(city)
    assert [row["nr"] for row in rows] == [str(number) for number in range(1, 81)]
    assert {"language", "age", "part", "q_informed", "q_way", "q_places__park", "q_wish__words"} <= rows[0].keys()
    assert "q_age" not in rows[0], "what is blurred stands nowhere else"
    assert {row["q_informed"] for row in rows} <= {"", "1", "2", "3", "4", "5"}


async def test_whoever_comes_after_a_file_is_a_step_of_the_next_though_the_first_is_deleted(city: City) -> None:
    """While people answer, fewer than twenty wait; after the end they are in."""
    campaign, _ = await answered(city, 40, ended=False)
    await ask(city)
    first = await rows_of(city)
    await city.client.post(f"{ONE}/delete")
    assert (await city.client.get(ONE)).status_code == 404
    await hear_many(city, campaign, await _channels(city), 15, seed=3)
    sizes = []
    for place, closes in enumerate(("closes_at", "now()")):
        await city.all(f"UPDATE analysis.campaign SET closes_at = {closes} RETURNING 1")
        await ask(city, id=str(_id(place)))
        rows = await rows_of(city, f"/staff/exports/{_id(place)}/file")
        sizes.append(len(rows))
    assert sizes == [40, 55]
    known = [key for key in KNOWN if key in rows[0]]
    came = Counter(tuple(row[key] for key in known) for row in rows)
    came.subtract(Counter(tuple(row.get(key, "") for key in known) for row in first))
    assert all(count == 0 or count >= 5 for count in came.values())


async def test_two_files_made_at_once_know_of_each_other(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one is planned another is laid down, then anew: it is planned again each time, or whoever came in between
    would stand apart.
    """
    await answered(city, 20)
    for place in (0, 1):
        await city.client.post(PAGE, data={**FORM, "id": str(_id(place))})
    made, known = write_export._made_plan, list[int]()

    async def be_overtaken(work: Any, files: Any) -> Any:
        known.append(len(files))
        found = await made(work, files)
        if len(known) == 1:
            await write_export.write_export(city.database("analysis"), _id(1))
        elif len(known) == 3:
            await city.database("analysis").run(_plan_anew)
        return found

    monkeypatch.setattr(write_export, "_made_plan", be_overtaken)
    await write_export.write_export(city.database("analysis"), _id(0))
    assert known == [0, 0, 1, 1]
    assert await city.one("SELECT count(*) FROM analysis.export WHERE state = 'finished'") == 2


async def _plan_anew(session: AsyncSession) -> None:
    other = await session.get_one(Export, _id(1))
    assert other.plan is not None
    other.plan = worn_down(other.plan)


def _id(place: int) -> UUID:
    return UUID(int=ID.int + place + 1)


async def _channels(city: City) -> list[UUID]:
    return [row[0] for row in await city.all("SELECT id FROM analysis.channel ORDER BY place")]


async def test_file_and_tables_together_single_nobody_out(city: City) -> None:
    """The attacker has the file and counts every combination of some of its columns, knows everything of everybody in
    it, and asks every table about every pair of facets: rows that could be a person stay five or more.
    """
    campaign, ids = await answered(city, 120)
    await ask(city)
    rows = await rows_of(city)
    known = [key for key in KNOWN if key in rows[0]]
    assert len(known) > 6
    assert any(any(row[key] for key in known) for row in rows), "something is told"
    for some in (known, *(some for width in (1, 2, 3) for some in combinations(known, width))):
        assert min(Counter(tuple(row[key] for key in some) for row in rows).values()) >= 5, some
    for person in [await _person(city, one) for one in ids]:
        assert len([row for row in rows if all(row[key] in ("", value) for key, value in person.items())]) >= 5
    _assert_no_handful(rows, await figures_of(city, campaign))
    assert await city.one("SELECT count(*) FROM analysis.response r WHERE r.closed::text LIKE '%taxi%'") < 5
    for key in ("q_way", "q_persons", "q_places__park"):
        assert min(Counter(row[key] for row in rows).values()) >= 5, key


def _assert_no_handful(rows: list[dict[str, str]], figures: Figures) -> None:
    for one, other in combinations(("language", "age", "part"), 2):
        for value in figures.facets[one].values:
            for cell in figures.breakdown(other, [Filter(one, (value,))]).cells:
                blank = [row for row in rows if row[one] in ("", value) and row[other] in ("", cell.key)]
                said = [row for row in blank if row[one] and row[other]]
                assert not 0 < len(blank) < 5
                assert len(said) == len(blank) or len(blank) >= 5, "what is left over is never a handful"


async def _person(city: City, response_id: UUID) -> dict[str, str]:
    query = "SELECT language, day, closed FROM analysis.response WHERE id = :id"
    ((language, day, closed),) = await city.all(query, id=response_id)
    given = {one["question"]: one["values"][0] for one in msgspec.convert(closed, list[Any])}
    known = {"language": language.split("-")[0], "day": day.isoformat()}
    return known | {key: given.get(key, "") for key in ("age", "part")}


async def test_texts_leave_masked_and_only_when_asked_for(city: City) -> None:
    await answered(city, 100)
    await ask(city)
    assert not any(key.endswith("words") for key in (await rows_of(city))[0])
    await ask(city, texts="1", id=str(_id(0)))
    rows = await rows_of(city, f"/staff/exports/{_id(0)}/file")
    words = [row["q_wish__words"] for row in rows if row["q_wish__words"]]
    assert "Mehr Licht auf dem Spielplatz, bitte." in words
    assert not any("1234567" in text for text in words)
    assert any(text.startswith("'=HYPERLINK") for text in words)
    assert not any(row["q_wish__words"] for row in rows if not row["language"]), "a text would say its language"


async def test_held_texts_are_in_no_file(city: City) -> None:
    await answered(city)
    async with city.owner.transaction() as session:
        await session.execute(sql("UPDATE analysis.screening SET state = 'held'"))
    await ask(city, texts="1")
    assert not any(row["q_wish__words"] for row in await rows_of(city))


async def test_a_response_that_was_taken_back_is_gone_from_the_next_file(city: City) -> None:
    """And with it who was counted with it: under new numbers they would pass for newcomers."""
    campaign, ids = await answered(city, 40)
    await ask(city)
    assert len(await rows_of(city)) == 40
    fact = ResponseErased(ids[0], campaign.campaign_id, ids[0], "de", now(), now(), "00")
    await city.database("intake").run(lambda session: publish(session, fact))
    await city.deliver_all()
    await hear_many(city, campaign, await _channels(city), 15, seed=3)
    await ask(city, id=str(_id(0)))
    assert (await figures_of(city, campaign)).everyone.bit_count() == 50, "three newcomers take two of them along"
    assert len(await rows_of(city, f"/staff/exports/{_id(0)}/file")) == 46, "without these four"


async def test_a_response_that_is_taken_back_while_the_file_is_made_is_not_in_it(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figures have not heard of it: the file is begun anew without it."""
    await answered(city)
    read = stored.read_given
    taken: list[UUID] = []

    async def take_one_back(session: Any, ids: Any, *, texts: bool) -> Any:
        if not taken:
            taken.append(ids[0])
            taken_back = "UPDATE analysis.response SET withdrawn_at = now() WHERE id = :id RETURNING 1"
            await city.all(taken_back, id=ids[0])
        return await read(session, ids, texts=texts)

    monkeypatch.setattr(write_export, "read_given", take_one_back)
    await ask(city)
    monkeypatch.undo()
    assert await city.one("SELECT count(*) FROM analysis.export WHERE state = 'finished'") == 1
    assert len(taken) == 1
    assert len(await rows_of(city)) == 79


async def test_a_worker_that_dies_costs_one_portion(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four portions; the first worker dies in the third, another one goes on from there."""
    await answered(city)
    monkeypatch.setattr(write_export, "PORTION", 20)
    read = stored.read_given
    seen: list[Any] = []

    async def die_once(session: Any, ids: Any, *, texts: bool) -> Any:
        seen.append(list(ids))
        if len(seen) == 3:
            raise asyncio.CancelledError
        return await read(session, ids, texts=texts)

    monkeypatch.setattr(write_export, "read_given", die_once)
    await city.client.post(PAGE, data=FORM)
    with pytest.raises(asyncio.CancelledError):
        await write_export.write_export(city.database("analysis"), ID)
    assert await city.one("SELECT count(*) FROM analysis.export_part WHERE stage = 'rows'") == 2
    assert await city.all("SELECT state, done, total FROM analysis.export") == [("running", 40, 160)]
    with pytest.raises(NotYet):
        await write_export.write_export(city.database("analysis"), ID)
    await city.all("UPDATE analysis.export SET claimed_until = now() - interval '1 second' RETURNING 1")
    await write_export.write_export(city.database("analysis"), ID)
    assert len(seen) == 5, "two portions were not made again"
    assert await city.all("SELECT state, done, total FROM analysis.export") == [("finished", 160, 160)]
    assert await city.one("SELECT count(*) FROM analysis.export_part WHERE stage = :stage", stage=ROWS) == 0
    assert len(await rows_of(city)) == 80


async def test_made_twice_it_is_the_same_file(city: City) -> None:
    """A doorbell that rings again changes nothing, and a new file of the same answers has the same cells."""
    await answered(city)
    await ask(city)
    first = await rows_of(city)
    again = ExportRequested(ID, now())
    await city.database("analysis").run(lambda session: publish(session, again))
    await city.deliver_all()
    await ask(city, id="5f0c0b6e-2f0e-4a53-9c3b-1d7c7f3a9e03")
    second = await rows_of(city, "/staff/exports/5f0c0b6e-2f0e-4a53-9c3b-1d7c7f3a9e03/file")
    assert first == second
    assert await city.one("SELECT count(*) FROM analysis.export") == 2


async def test_excel_and_opendocument_bring_their_codebook(city: City) -> None:
    await answered(city)
    await ask(city, format="xlsx", labels="1", texts="1")
    book = load_workbook(io.BytesIO((await city.client.get(f"{ONE}/file")).content))
    assert book.sheetnames == ["Antworten", "Codebuch", "Hinweise"]
    rows = list(book["Antworten"].iter_rows(values_only=True))
    assert rows[0][0] == "nr" and rows[1][0] == "Zeile in dieser Datei" and len(rows) == 82
    await ask(city, format="ods", id=str(_id(0)))
    sheets = opendocument.load(io.BytesIO((await city.client.get(f"/staff/exports/{_id(0)}/file")).content)).spreadsheet
    names = [sheet.getAttribute("name") for sheet in sheets.getElementsByType(table.Table)]
    assert names == ["Antworten", "Codebuch", "Hinweise"]


async def test_spss_gets_everything_in_one_package(city: City) -> None:
    await answered(city)
    await ask(city, format="spss", texts="1")
    package = zipfile.ZipFile(io.BytesIO((await city.client.get(f"{ONE}/file")).content))
    assert package.testzip() is None
    assert package.namelist() == ["antworten.csv", "antworten.sps", "codebuch.html", "codebuch.csv"]
    rows = list(csv.reader(io.StringIO(package.read("antworten.csv").decode("utf-8-sig")), delimiter=";"))
    syntax = package.read("antworten.sps").decode("utf-8-sig")
    assert len(rows) == 81
    assert all(f"\r\n  {key} " in syntax for key in rows[0])
    widths = {name: int(width) for name, width in re.findall(r"\r\n  (\w+) A(\d+)", syntax)}
    assert {"month", "week", "q_wish__words"} <= widths.keys()
    for row in rows[1:]:
        assert all(len(cell.encode()) <= widths.get(key, 999) for key, cell in zip(rows[0], row, strict=True)), (
            "cut off"
        )
    assert "VALUE LABELS q_way\r\n  'foot' 'Foot'" in syntax


async def test_json_lines_have_one_object_for_each_response(city: City) -> None:
    await answered(city)
    await ask(city, format="jsonl")
    lines = (await city.client.get(f"{ONE}/file")).content.splitlines()
    assert len(lines) == 80
    first = msgspec.json.decode(lines[0])
    assert first["nr"] == 1 and set(first) >= {
        "age",
        "q_informed",
        "topic__" + next(iter(first)).replace("nr", "") or "age",
    } - {"topic__"}


async def test_with_fewer_than_five_there_is_no_file(city: City) -> None:
    await answered(city, 4)
    await ask(city)
    assert "noch keine fünf" in (await city.client.get(ONE)).text
    assert (await city.client.get(f"{ONE}/file")).status_code == 404


async def test_only_leads_of_the_district_get_rows_and_every_step_is_in_the_trail(city: City) -> None:
    await answered(city)
    await ask(city)
    await rows_of(city)
    await sign_in(city, "edda", "editor", "sterkrade-mitte")
    assert "Einzelne Beiträge" not in (await city.client.get(PAGE)).text
    assert (await ask(city)).status_code == 403
    assert (await city.client.get(f"{ONE}/file")).status_code == 403
    await sign_in(city, "otto", "lead", "ost")
    assert [(await city.client.get(path)).status_code for path in (PAGE, ONE, f"{ONE}/file", f"{ONE}/progress")] == [
        403
    ] * 4
    assert (await city.client.post(f"{ONE}/delete")).status_code == 403
    trail = await city.all(
        "SELECT verb, after->>'purpose' FROM staff.audit_entry WHERE subject_kind = 'export' ORDER BY at"
    )
    assert trail == [("export.requested", FORM["purpose"]), ("export.downloaded", None)]


@pytest.mark.parametrize("wrong", [{"purpose": "kurz"}, {"format": "pdf"}, {"purpose": "x" * 501}])
async def test_without_a_purpose_nothing_is_made_and_nothing_typed_is_lost(city: City, wrong: dict[str, str]) -> None:
    await answered(city, 5)
    page = await ask(city, texts="1", **wrong)
    assert page.status_code == 422
    assert wrong.get("purpose", FORM["purpose"]) in page.text
    assert 'name="texts" id="texts" value="1" checked' in page.text
    assert await city.one("SELECT count(*) FROM analysis.export") == 0


async def test_a_file_is_forgotten_after_a_week(city: City) -> None:
    await answered(city)
    await ask(city)
    later = [now() + timedelta(days=6), now() + timedelta(days=7, minutes=1)]
    gone = [await city.database("analysis").run(partial(forget_exports, at=at)) for at in later]
    assert gone == [0, 1]
    assert await city.one("SELECT count(*) FROM analysis.export_part") == 0
    assert (await city.client.get(ONE)).status_code == 404


async def test_progress_is_told_to_the_bar(city: City) -> None:
    await answered(city)
    await city.client.post(PAGE, data=FORM)
    assert (await city.client.get(f"{ONE}/progress")).json() == {"state": "running", "done": 0, "total": 0}
    assert 'id="reload"' in (await city.client.get(ONE)).text
    await city.deliver_all()
    assert (await city.client.get(f"{ONE}/progress")).json()["state"] == "finished"


async def test_a_view_is_a_table_with_the_numbers_of_the_page(city: City) -> None:
    campaign, _ = await answered(city, 100)
    await sign_in(city, "rosa", "reader", "sterkrade-mitte")
    answer = await city.client.get("/staff/campaigns/sterkrade-2026/tables/csv?age=27-44&age=45-64")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    figures = await figures_of(city, campaign)
    shown = figures.breakdown("q.informed", [Filter("age", ("27-44", "45-64"))])
    told = {row["wert"]: row["anzahl"] for row in rows if row["merkmal"] == "q.informed"}
    assert told == {cell.key: str(cell.count or "") for cell in shown.cells}
    assert all(row["anzahl"] == "" or int(row["anzahl"]) % 5 == 0 for row in rows)


async def test_a_cross_tab_and_every_format_come_too(city: City) -> None:
    await answered(city, 60)
    base = "/staff/campaigns/sterkrade-2026/tables"
    for kind in ("xlsx", "ods", "json", "csv"):
        answer = await city.client.get(f"{base}/{kind}?rows=age&columns=q.informed")
        assert answer.status_code == 200 and "kreuztabelle" in answer.headers["content-disposition"]
    whole = (await city.client.get(f"{base}/json?rows=age&columns=q.informed")).json()
    assert {row["spalte"] for row in whole["rows"]} == {"1", "2", "3", "4", "5"}
    assert "Rundung" in whole["about"]
    sheets = load_workbook(io.BytesIO((await city.client.get(f"{base}/xlsx")).content)).sheetnames
    assert sheets == ["Auswertung", "Standards", "Hinweise"]
    assert (await city.client.get(f"{base}/exe")).status_code == 404
