"""What Sterkrade-Mitte worked out, taken over in Osterfeld, and brought up to date there."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
from html import unescape
from typing import Any, Final

import pytest
from sqlalchemy import text

from services.analysis.district.domain.method_form import typed_of
from services.analysis.district.operations import take_package
from services.analysis.district.storage.methods import shipped
from services.analysis.district.storage.packages import locked_standards
from tests.support import making
from tests.support.catalogues import open_draft, publish, save
from tests.support.city import City
from tests.support.people import sign_in

HOME, AWAY = "sterkrade-mitte", "osterfeld"
PATH = "/staff/papers/packages"
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
async def _lead(city: City) -> None:
    await city.publish_demo()
    await city.deliver_all()
    await sign_in(city, "lea", "lead")


async def _page(city: City, path: str) -> str:
    answer = await city.client.get(path)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


async def _post(city: City, path: str, status: int = 303, **fields: Any) -> str:
    answer = await city.client.post(path, data=fields, headers=SAME)
    assert answer.status_code == status, answer.text
    return str(answer.headers["location"]).partition("?")[0]


async def _edition(city: City, path: str) -> str:
    found = re.search(r'name="edition" value="(\d+)"', await _page(city, path))
    assert found
    return found[1]


async def _concept(city: City, district: str) -> str:
    return await _post(city, "/staff/papers", kind="concept", district=district, subject="")


async def _write(city: City, paper: str, section: str, words: str) -> None:
    edition = await _edition(city, f"{paper}/sections/{section}")
    await _post(city, f"{paper}/sections/{section}", words=words, edition=edition)


async def _rule(city: City, paper: str, days: int) -> None:
    edition = await _edition(city, f"{paper}/rules")
    await _post(city, f"{paper}/rules", edition=edition, notice_days=str(days), feedback_weeks="0")


async def _bring(city: City, content: bytes, status: int = 303) -> str:
    files = {"file": ("paket.resonanz.json", content, "application/json")}
    answer = await city.client.post(PATH, data={"district": AWAY}, files=files, headers=SAME)
    assert answer.status_code == status, answer.text
    return unescape(answer.text)


async def _take(city: City) -> None:
    found = re.search(r'name="package" value="([^"]+)"', await _page(city, f"{PATH}?district={AWAY}"))
    assert found
    await _post(city, f"{PATH}/decision", district=AWAY, package=found[1], do="take")
    await city.deliver_all()


async def _package(city: City) -> bytes:
    answer = await city.client.get(f"{PATH}/{HOME}/file")
    assert answer.status_code == 200
    return answer.content


async def test_osterfeld_takes_over_and_later_gets_the_update(city: City) -> None:
    concept = await _concept(city, HOME)
    await _write(city, concept, "aim", "Wir fragen früh.")
    await _write(city, concept, "responsible", "Das Stadtteilbüro.")
    await _rule(city, concept, 14)
    method: dict[str, Any] = typed_of(shipped()[0]) | {"name": ["Teestunde"], "district": [HOME], "edition": ["0"]}
    await _post(city, "/staff/methods/new", **method)

    await _bring(city, await _package(city))
    preview = await _page(city, f"{PATH}?district={AWAY}")
    assert "Unterschrieben von dieser Installation" in preview
    assert "Teestunde" in preview and "kommt neu dazu" in preview
    assert not await city.one("SELECT count(*) FROM analysis.paper WHERE district = :d", d=AWAY), "only looked at"
    await _take(city)
    away = await _concept(city, AWAY)
    assert "Wir fragen früh." in await _page(city, away)
    assert "Teestunde" in await _page(city, f"/staff/methods?district={AWAY}&q=teestunde")
    drafted = await city.all("SELECT slug, state FROM intake.campaign WHERE district = :d", d=AWAY)
    assert drafted == [(f"sterkrade-2026-{AWAY}", "draft")]
    assert "kommen aus Sterkrade-Mitte" in await _page(city, f"{PATH}?district={AWAY}")

    await _write(city, away, "responsible", "Bei uns der Bürgerverein.")
    await _write(city, concept, "aim", "Wir fragen noch früher.")
    await _write(city, concept, "responsible", "Das neue Stadtteilbüro.")
    await _rule(city, concept, 21)
    await _bring(city, await _package(city))
    await _take(city)
    page = await _page(city, away)
    assert "Wir fragen noch früher." in page, "nobody touched it here"
    assert "Bei uns der Bürgerverein." in page, "what was changed here stays"
    assert await city.one("SELECT rules->>'notice_days' FROM analysis.paper WHERE district = :d", d=AWAY) == "21"
    assert await city.one("SELECT count(*) FROM intake.campaign WHERE district = :d", d=AWAY) == 1, "not drafted twice"


async def test_what_somebody_writes_while_a_package_is_taken_stays(city: City) -> None:
    concept = await _concept(city, HOME)
    await _write(city, concept, "aim", "Wir fragen früh.")
    await _bring(city, await _package(city))
    await _take(city)
    await _write(city, concept, "aim", "Wir fragen noch früher.")
    await _bring(city, await _package(city))
    async with city.database("analysis").transaction() as session:
        written = 'UPDATE analysis.paper SET words = \'{"aim": "Bei uns anders."}\' WHERE district = :d'
        await session.execute(text(written), {"d": AWAY})
        taking = asyncio.create_task(_take(city))
        while not await city.one("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            assert not taking.done()
            await asyncio.sleep(0.01)
    await taking
    assert await city.one("SELECT words->>'aim' FROM analysis.paper WHERE district = :d", d=AWAY) == "Bei uns anders."


@pytest.mark.parametrize("step", ["change_draft", "keep_method"])
async def test_what_cannot_be_taken_whole_is_not_taken_at_all(
    city: City, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    async def too_late(*_: Any) -> bool:
        return False

    method: dict[str, Any] = typed_of(shipped()[0]) | {"name": ["Teestunde"], "district": [HOME], "edition": ["0"]}
    await _post(city, "/staff/methods/new", **method)
    draft = await open_draft(city)
    await save(city, f"{draft}/standards/early-information", **{"definition-de": "Wer betroffen ist, weiß es früh."})
    content = await _package(city)
    assert (await publish(city, draft)).status_code == 303, "so that the package has another wording"
    await _bring(city, content)
    found = re.search(r'name="package" value="([^"]+)"', await _page(city, f"{PATH}?district={AWAY}"))
    assert found
    with monkeypatch.context() as patched:
        patched.setattr(take_package, step, too_late)
        fields = {"district": AWAY, "package": found[1], "do": "take"}
        answer = await city.client.post(f"{PATH}/decision", data=fields, headers=SAME)
    assert answer.status_code == 409 and "noch nichts" in answer.text and 'href="#waiting"' in answer.text
    assert await city.one("SELECT count(*) FROM analysis.brought_package WHERE taken_at IS NULL") == 1
    assert not await city.one("SELECT count(*) FROM analysis.paper WHERE district = :d", d=AWAY)
    await _take(city)
    assert not await city.one("SELECT count(*) FROM analysis.brought_package WHERE taken_at IS NULL")


async def test_a_standard_that_cannot_be_taken_back_stays_let_go(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    async def too_late(*_: Any) -> bool:
        return False

    await _bring(city, await _package(city))
    await _take(city)
    path = await _standard(city)
    await _post(city, path, district=AWAY, reason="Wir sagen es anders.", do="let-go")
    monkeypatch.setattr(take_package, "change_draft", too_late)
    answer = await city.client.post(path, data={"district": AWAY, "do": "back"}, headers=SAME)
    assert answer.status_code == 409 and "noch nichts" in answer.text and 'href="#back"' in answer.text
    assert await _state(city, path) == "gelöst, eigenständig"


async def test_a_changed_file_is_refused_and_says_what_to_do(city: City) -> None:
    signed = json.loads(await _package(city))
    signed["content"] = signed["content"].replace("sterkrade-mitte", "sterkrade-nord")
    page = await _bring(city, json.dumps(signed).encode(), 422)
    assert "Die Unterschrift passt nicht" in page and 'href="#file"' in page
    assert "kein Paket von Resonanz" in await _bring(city, b"", 422)


async def test_a_package_holds_no_response_and_nobody(city: City) -> None:
    await city.respond({"a-informed": "2", "a-wish": "Mein Name ist Rosa Tester, Tel. 0208 123456"})
    await city.deliver_all()
    content = (await _package(city)).decode()
    assert "Rosa" not in content and "0208 123456" not in content and "lea" not in content.lower().split('"')


async def test_what_is_put_away_changes_nothing(city: City) -> None:
    await _bring(city, await _package(city))
    found = re.search(r'name="package" value="([^"]+)"', await _page(city, f"{PATH}?district={AWAY}"))
    assert found
    await _post(city, f"{PATH}/decision", district=AWAY, package=found[1], do="drop")
    assert await city.all("SELECT 1 FROM analysis.brought_package") == []
    answer = await city.client.post(
        f"{PATH}/decision", data={"district": AWAY, "package": found[1], "do": "take"}, headers=SAME
    )
    assert answer.status_code == 404


#: Of releases that checked less: an address with a blank, a standard with a number for an id, no package at all.
OLDER: Final = (
    "jsonb_set(content, '{sheets}', '[{\"slug\": \"mit Leerzeichen\"}]')",
    "jsonb_set(content, '{standards}', '{\"a\": {\"id\": 7}}')",
    '\'{"rules": 7, "standards": []}\'',
)


@pytest.mark.parametrize("older", OLDER)
async def test_a_package_of_an_older_release_that_nobody_can_read_says_what_to_do(city: City, older: str) -> None:
    package = await _package(city)
    await _bring(city, package)
    await _make_older(city, older)
    page = await _page(city, f"{PATH}?district={AWAY}")
    assert "Das mitgebrachte Paket kann nicht mehr gelesen werden" in page and "Übernehmen" not in page
    waiting = str(await city.one("SELECT id FROM analysis.brought_package"))
    taken = {"district": AWAY, "package": waiting, "do": "take"}
    refused = await city.client.post(f"{PATH}/decision", data=taken, headers=SAME)
    assert refused.status_code == 422 and "Lassen Sie sich ein neues schicken." in refused.text
    await _post(city, f"{PATH}/decision", district=AWAY, package=waiting, do="drop")
    await _bring(city, package)
    await _take(city)
    part = await _standard(city)
    await _make_older(city, older)
    assert "Das übernommene Paket kann nicht mehr gelesen werden" in await _page(city, f"{PATH}?district={AWAY}")
    assert (await city.client.get(part)).status_code == 404
    await _rule(city, await _concept(city, AWAY), 1)
    async with city.database("analysis").transaction() as session:
        assert isinstance(await locked_standards(session, AWAY), tuple)
    await _bring(city, package)
    await _take(city)
    assert "kann nicht mehr gelesen werden" not in await _page(city, f"{PATH}?district={AWAY}")


async def _make_older(city: City, older: str) -> None:
    async with city.owner.transaction() as session:
        await session.execute(text(f"UPDATE analysis.brought_package SET content = {older}"))


async def test_inherited_standards_stay_as_they_came(city: City) -> None:
    """A district's catalogue that takes something from an inherited standard cannot be published."""
    await _bring(city, await _package(city))
    await _take(city)
    answer = await city.client.post("/staff/catalogue/drafts", data={"district": AWAY, "start": ""}, headers=SAME)
    draft = str(answer.headers["location"]).partition("?")[0]
    page = await city.client.get(draft)
    edition = re.search(r'name="edition" value="(\d+)"', page.text)
    assert edition
    await city.client.post(draft, data={"edition": edition[1], "do": "remove-0"}, headers=SAME)
    refused = await city.client.get(draft)
    assert "locked" in refused.text or "gesperrt" in refused.text or "fest" in refused.text


async def _standard(city: City) -> str:
    """The first inherited standard that no city locks."""
    page = await _page(city, f"{PATH}?district={AWAY}")
    found = re.search(r'href="(/staff/papers/packages/parts/standard/[^"?]+)', page)
    assert found
    return found[1]


async def _state(city: City, path: str) -> str:
    page = await _page(city, f"{PATH}?district={AWAY}")
    found = re.search(rf'href="{path}\?[^"]*">[^<]*</a> <span class="badge[^"]*">([^<]+)', page)
    assert found
    return found[1]


async def test_a_part_is_let_go_with_a_reason_left_alone_and_taken_back(city: City) -> None:
    concept, rules = await _concept(city, HOME), f"{PATH}/parts/rules/rules"
    await _rule(city, concept, 14)
    await _bring(city, await _package(city))
    await _take(city)
    away = await _concept(city, AWAY)
    assert await _state(city, rules) == "verbunden"

    refused = await city.client.post(
        f"{away}/rules", data={"edition": await _edition(city, f"{away}/rules"), "notice_days": "3"}, headers=SAME
    )
    assert refused.status_code == 409 and "weniger" in refused.text and 'value="3"' in refused.text
    assert "Bitte sagen Sie, warum" in (await city.client.post(rules, data={"district": AWAY}, headers=SAME)).text
    for _ in range(2):
        await _post(city, rules, district=AWAY, reason="Der Rat hat hier drei Tage beschlossen.", do="let-go")
    assert await _state(city, rules) == "gelöst, eigenständig"
    assert "drei Tage beschlossen" in await _page(city, f"{rules}?district={AWAY}")
    told = "SELECT count(*) FROM staff.audit_entry WHERE subject_kind = 'inheritance'"
    assert await city.one(told) == 1
    await _rule(city, away, 3)

    await _rule(city, concept, 21)
    await _bring(city, await _package(city))
    preview = await _page(city, f"{PATH}?district={AWAY}")
    assert "gelöst, bleibt Ihres" in preview and "Sie bleiben, wie sie sind" in preview
    assert "21 Tage" not in preview, "no differences of what does not change"
    await _take(city)
    notice = "SELECT rules->>'notice_days' FROM analysis.paper WHERE district = :d"
    assert await city.one(notice, d=AWAY) == "3", "left alone"

    await _post(city, rules, district=AWAY, do="back")
    assert await city.one(notice, d=AWAY) == "21"
    assert await _state(city, rules) == "verbunden"
    assert await city.one(told) == 2


async def test_an_update_shows_the_differences_of_what_is_inherited(city: City) -> None:
    concept = await _concept(city, HOME)
    await _rule(city, concept, 14)
    await _bring(city, await _package(city))
    await _take(city)
    await _rule(city, concept, 21)
    await _bring(city, await _package(city))
    preview = await _page(city, f"{PATH}?district={AWAY}")
    assert re.search(r"<del>.*?14.*?</del>", preview, re.DOTALL) and re.search(r"<ins>.*?21", preview, re.DOTALL)


async def test_what_was_let_go_may_be_taken_from_and_what_the_city_locks_may_not(city: City) -> None:
    await _bring(city, await _package(city))
    await _take(city)
    path = await _standard(city)
    await _post(city, path, district=AWAY, reason="Wir sagen es anders.", do="let-go")
    database, standard = city.database("analysis"), path.rpartition("/")[2]
    locked = await database.run(lambda session: locked_standards(session, AWAY))
    assert standard not in {one.id for one in locked} and len(locked) > 5
    await _post(city, path, district=AWAY, do="back")
    assert standard in {one.id for one in await database.run(lambda session: locked_standards(session, AWAY))}

    draft = await open_draft(city)
    await save(city, f"{draft}/standards/{standard}", locked="yes")
    assert (await publish(city, draft)).status_code == 303
    assert await _state(city, path) == "von der Stadt festgelegt"
    answer = await city.client.post(path, data={"district": AWAY, "reason": "Doch."}, headers=SAME)
    assert answer.status_code == 404


async def test_only_those_who_lead_let_go(city: City) -> None:
    await _bring(city, await _package(city))
    await _take(city)
    path = await _standard(city)
    await sign_in(city, "ed", "editor", AWAY)
    assert "Lösen und eigenständig" not in await _page(city, f"{path}?district={AWAY}")
    assert "Sozialräume vergleichen" in await _page(city, "/staff/compare"), "all staff see all districts"
    assert (await city.client.get("/staff/compare?district=essen")).status_code == 404
    answer = await city.client.post(path, data={"district": AWAY, "reason": "Ich"}, headers=SAME)
    assert answer.status_code == 403


async def test_a_print_kit_travels_and_is_ordered_for_the_other_districts_own_channels(city: City) -> None:
    campaign = await city.one("SELECT id FROM intake.campaign")
    await _post(city, f"/staff/making/{campaign}/print/kits", f=["a6", "card"], lang=["de", "tr"], large="yes")
    await city.deliver_all()
    content = await _package(city)
    assert "Stadtteilbücherei" not in content.decode(), "places stay where they are"
    await _bring(city, content)
    preview = await _page(city, f"{PATH}?district={AWAY}")
    assert "Postkarte A6, Tischkarte" in preview and "Türkçe" in preview and "Großdruck" in preview
    await _take(city)

    taken = await city.one("SELECT id FROM intake.campaign WHERE district = :d", d=AWAY)
    base = f"/staff/making/{taken}"
    intro = await city.one("SELECT intro->>'tr' FROM intake.campaign WHERE id = :id", id=taken)
    assert intro == "Beş kısa soru.", "what stands in print comes along"
    await making.open_now(city, base)
    assert (await making.publish(city, base)).status_code == 303
    way: dict[str, Any] = {"place": "Bürgerhaus Osterfeld", "group": "", "kind": "poster", "begins": "", "ends": ""}
    await _post(city, f"{base}/channels/new", **way)
    page = await _page(city, f"{base}/print")
    ticked = re.findall(r'name="(?:f|lang|large)" value="([^"]+)" checked', page)
    assert ticked == ["a6", "card", "yes", "de", "tr"]
    await _post(city, f"{base}/print/kits", f=["a6", "card"], lang=["de", "tr"], large="yes")
    await city.deliver_all()
    drawn = (
        "SELECT name FROM intake.kit_page p JOIN intake.kit k ON k.id = p.kit_id "
        "WHERE k.campaign_id = :id AND drawn_at IS NOT NULL"
    )
    names = [name for (name,) in await city.all(drawn, id=taken)]
    assert len(names) == 5 and all("buergerhaus-osterfeld" in name for name in names if name != "codes")


async def _evaluate(city: City) -> None:
    """A campaign of Sterkrade-Mitte with the core questions, which nobody has answered yet."""
    base = await making.begin(city, start="evaluation", title="Wie war der Rundgang?")
    await making.open_now(city, base)
    assert (await making.publish(city, base)).status_code == 303
    await city.deliver_all()


async def _compared(city: City) -> dict[str, str]:
    """Why there is no number of Osterfeld: standard → reason."""
    answer = await city.client.get("/staff/compare/table.csv?district=sterkrade-mitte")
    assert answer.status_code == 200
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    return {one["standard"]: one["grund"] for one in lines if one["sozialraum"] == AWAY}


async def test_the_comparison_stays_valid_when_a_standard_is_let_go_changed_and_taken_back(city: City) -> None:
    await _evaluate(city)
    await _bring(city, await _package(city))
    await _take(city)
    assert set((await _compared(city)).values()) == {"noch keine Kernfrage dazu gestellt"}, "all five say the same"
    part, key = f"{PATH}/parts/standard/early-information", "early-information"
    await _post(city, part, district=AWAY, reason="Wir sagen es kürzer.", do="let-go")
    assert "noch keine" in (await _compared(city))[key], "let go, and still the same words"

    draft = await open_draft(city, AWAY)
    await save(city, f"{draft}/standards/{key}", **{"definition-de": "Wer betroffen ist, weiß es früh."})
    assert (await publish(city, draft)).status_code == 303
    assert "anderen Wortlaut" in (await _compared(city))[key]
    page = await _page(city, "/staff/compare?district=sterkrade-mitte")
    assert "der Mindeststandard hat dort einen anderen Wortlaut" in page

    await _post(city, part, district=AWAY, do="back")
    assert "anderen Wortlaut" in (await _compared(city))[key], "a draft holds nowhere yet"
    assert "wartet als Entwurf" in await _page(city, f"{PATH}?district={AWAY}")
    assert (await publish(city, await open_draft(city, AWAY))).status_code == 303
    assert "noch keine" in (await _compared(city))[key]


async def test_a_method_brings_its_print_kit_into_the_campaign_that_begins_with_it(city: City) -> None:
    link = re.search(r'href="(/staff/making/new[^"]+)"', await _page(city, "/staff/methods/walk"))
    assert link and "f=a6" in link[1]
    fields = making.fields_in((await city.client.get(link[1])).text, "/staff/making/new")
    base = await making.begin(city, **fields | {"title": "Rundgang", "level": "beratung", "district": HOME})
    await making.open_now(city, base)
    assert (await making.publish(city, base)).status_code == 303
    await _post(city, f"{base}/channels/new", place="Bücherei", group="", kind="poster", begins="", ends="")
    ticked = re.findall(r'name="f" value="([^"]+)" checked', await _page(city, f"{base}/print"))
    assert ticked == ["a6", "a3"]
