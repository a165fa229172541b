"""Residents come as a table: looked at before it counts, taken, undone; and nothing of a faulty one is kept."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from services.analysis.results.operations.upload_population import demo_table, sow_demo
from services.analysis.results.storage.population import Stand, read_population
from shared.kit.clock import now
from tests.support.city import City
from tests.support.making import told
from tests.support.people import sign_in

DISTRICT = "sterkrade-mitte"
PATH = "/staff/population"
TABLE = demo_table()
#: As an office program saves it: its own letters, commas, names for keys.
OLD = "\r\n".join(
    ["Ortsteil,Alter,Einwohner", *(line.replace(";", ",") for line in TABLE.decode().splitlines()[4:])]
).encode("cp1252")


async def _bring(city: City, content: bytes, **typed: Any) -> httpx.Response:
    fields = {"district": DISTRICT, "year": "2024", "source": "Melderegister", **typed}
    return await city.client.post(PATH, data=fields, files={"file": ("einwohner.csv", content, "text/csv")})


async def _holds(city: City) -> Stand | None:
    return await city.database("analysis").run(lambda session: read_population(session, DISTRICT))


async def _take(city: City, content: bytes = OLD, **typed: Any) -> str:
    """The path of a table that holds from then on."""
    path = str((await _bring(city, content, **typed)).headers["location"])
    assert (await city.client.post(path, data={"do": "take"})).status_code == 303
    return path


async def test_a_table_counts_only_after_somebody_looked_at_it_and_took_it(city: City) -> None:
    await sign_in(city, "ada", "lead")
    answer = await _bring(city, OLD)
    assert answer.status_code == 303
    path = answer.headers["location"]
    assert await _holds(city) is None
    assert "Diese Tabelle gilt noch nicht" in (await city.client.get(path)).text
    assert "Sie gilt noch nicht" in (await city.client.get(PATH)).text
    await city.client.post(path, data={"do": "take"})
    stand = await _holds(city)
    assert stand and (len(stand.groups), stand.year, stand.source, stand.demo) == (35, 2024, "Melderegister", False)
    assert sum(group.count for group in stand.groups) == 36120
    page = await city.client.get(PATH)
    assert "36.120" in page.text
    assert "Übernommen von Ada" in told(page)
    trail = await city.all("SELECT verb, after->>'district' FROM staff.audit_entry WHERE subject_kind = 'population'")
    assert trail == [("population.taken", DISTRICT)]


async def test_an_undone_table_lets_the_one_before_hold_and_can_be_taken_again(city: City) -> None:
    await sign_in(city, "ada", "lead")
    await _take(city)
    path = await _take(city, OLD.replace(b"centre,under-14,980", b"centre,under-14,990"), year="2025")
    preview = (await city.client.get(path)).text
    assert "990" in preview
    await city.client.post(path, data={"do": "undo"})
    assert (stand := await _holds(city)) and stand.year == 2024
    assert "Zurückgenommen von Ada" in told(await city.client.get(PATH))
    await city.client.post(path, data={"do": "take"})
    assert (stand := await _holds(city)) and stand.year == 2025
    await city.client.post(path, data={"do": "undo"})
    assert (await city.client.post(path, data={"do": "undo"})).status_code == 409
    assert (stand := await _holds(city)) and stand.year == 2024


async def test_what_changes_is_marked_before_it_is_taken(city: City) -> None:
    await sign_in(city, "ada", "lead")
    await _take(city)
    answer = await _bring(city, OLD.replace(b"centre,under-14,980", b"centre,under-14,990"))
    page = (await city.client.get(answer.headers["location"])).text
    assert re.findall(r'class="number changed">([\d.]+)<span class="help">bisher ([\d.]+)', page) == [("990", "980")]


async def test_a_dropped_table_leaves_nothing(city: City) -> None:
    await sign_in(city, "ada", "lead")
    path = (await _bring(city, OLD)).headers["location"]
    await city.client.post(path, data={"do": "drop"})
    assert await city.one("SELECT count(*) FROM analysis.population") == 0
    assert (await city.client.get(path)).status_code == 404


async def test_a_second_look_replaces_the_first(city: City) -> None:
    await sign_in(city, "ada", "lead")
    for _ in range(2):
        await _bring(city, OLD)
    assert await city.one("SELECT count(*) FROM analysis.population") == 1


async def test_every_fault_is_told_with_its_line_and_what_was_typed_stays(city: City) -> None:
    await sign_in(city, "ada", "lead")
    broken = OLD.replace(b"alsfeld,18-26", b"nirgendwo,18-26").replace(b"centre,27-44,2140", b"centre,27-44,viele")
    answer = await _bring(city, broken, source="Ein <Register>")
    assert answer.status_code == 422
    assert "Zeile 5:" in told(answer)
    assert "„viele“ ist keine ganze Zahl." in told(answer)
    assert "Den Ortsteil „nirgendwo“ gibt es hier nicht." in told(answer)
    assert 'value="Ein &lt;Register&gt;"' in answer.text
    assert await city.one("SELECT count(*) FROM analysis.population") == 0


@pytest.mark.parametrize("typed", [{"year": "25"}, {"source": ""}, {"source": "x" * 201}])
async def test_year_and_source_are_needed(city: City, typed: dict[str, str]) -> None:
    await sign_in(city, "ada", "lead")
    answer = await _bring(city, OLD, **typed)
    assert answer.status_code == 422
    assert f'<a href="#{next(iter(typed))}">' in answer.text


async def test_no_file_is_a_fault_and_not_an_error(city: City) -> None:
    await sign_in(city, "ada", "lead")
    answer = await city.client.post(
        PATH, data={"district": DISTRICT, "year": "2024", "source": "x"}, files={"file": ("", b"", "text/csv")}
    )
    assert answer.status_code == 422
    assert '<a href="#file">Tabelle</a>: fehlt noch' in answer.text


async def test_what_is_taken_along_comes_back_the_same(city: City) -> None:
    await sign_in(city, "ada", "lead")
    path = await _take(city)
    file = await city.client.get(f"{path}/table.csv")
    assert file.content.startswith("\ufeff# Jahr: 2024".encode())
    await _take(city, file.content, year="", source="")
    stand = await _holds(city)
    assert stand and (stand.year, stand.source, len(stand.groups)) == (2024, "Melderegister", 35)


async def test_the_template_has_every_line_and_is_refused_as_it_is(city: City) -> None:
    await sign_in(city, "ada", "lead")
    template = (await city.client.get(f"{PATH}/template.csv")).content
    assert template.decode("utf-8-sig").count("\n") == 3 + 1 + 35
    answer = await _bring(city, template)
    assert "In der Tabelle wohnt niemand" in told(answer)


async def test_invented_numbers_say_so_wherever_they_go(city: City) -> None:
    await sign_in(city, "ada", "lead")
    fields = {"district": DISTRICT, "demo": "yes"}
    path = (await city.client.post(PATH, data=fields, files={"file": ("", b"")})).headers["location"]
    assert "Demo – erfundene Zahlen" in (await city.client.get(path)).text
    await city.client.post(path, data={"do": "take"})
    assert "Demo – erfundene Zahlen" in (await city.client.get(PATH)).text
    file = (await city.client.get(f"{path}/table.csv")).content
    await _take(city, file, source="Stadt Oberhausen")
    assert (stand := await _holds(city)) and stand.demo


async def test_the_demo_is_sown_once_and_never_over_a_real_table(city: City) -> None:
    await sign_in(city, "ada", "lead")
    for _ in range(2):
        await city.database("analysis").run(lambda session: sow_demo(session, now()))
    assert await city.one("SELECT count(*) FROM analysis.population WHERE demo") == 1


async def test_who_leads_another_district_may_not_change_this_one(city: City) -> None:
    await sign_in(city, "ada", "lead", "osterfeld")
    assert (await _bring(city, OLD)).status_code == 403
    assert (await city.client.get(f"{PATH}?district={DISTRICT}")).status_code == 403
    assert (await city.client.get(PATH)).status_code == 200


async def test_readers_see_and_do_not_change(city: City) -> None:
    await sign_in(city, "ada", "lead")
    path = await _take(city)
    await city.client.post("/staff/sign-out")
    await sign_in(city, "ben", "reader")
    page = (await city.client.get(PATH)).text
    assert "36.120" in page
    assert 'type="file"' not in page
    assert (await city.client.post(path, data={"do": "undo"})).status_code == 403


async def test_a_district_without_parts_takes_a_table_by_age(city: City) -> None:
    await sign_in(city, "ada", "lead", "osterfeld")
    template = (await city.client.get(f"{PATH}/template.csv?district=osterfeld")).content.decode("utf-8-sig")
    ages = "\n".join(["alter;einwohner", *(f"{line.split(';')[1]};100" for line in template.splitlines()[4:])])
    answer = await _bring(city, ages.encode(), district="osterfeld")
    assert answer.status_code == 303, told(answer)
    assert "Ganzer Sozialraum" in (await city.client.get(answer.headers["location"])).text
