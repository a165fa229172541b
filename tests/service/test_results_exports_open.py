"""Open data and OData: what a lead opened and what a token may read, by the protocols that portals and Excel speak."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from datetime import date
from typing import Any, Final

import httpx
import pytest
from defusedxml import ElementTree

from services.analysis.operations import tag_passages
from services.analysis.results.domain.opendata import PREFIXES, Dataset, catalogue, files_of, json_ld, turtle
from services.analysis.tagger import load_tagger
from tests.service.test_results_api import answered, token
from tests.support.answers import hear_many, publish_asking
from tests.support.city import City
from tests.support.people import sign_in

SWITCH: Final = "/staff/campaigns/sterkrade-2026/open-data"
OPEN: Final = "/offene-daten"
ROOT: Final = "/odata/v4/sterkrade-2026"
EDM: Final = {"edm": "http://docs.oasis-open.org/odata/ns/edm"}


@pytest.fixture(autouse=True)
def _lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))


def outside(city: City) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(city.app)  # type: ignore[arg-type] # two spellings of the same protocol
    return httpx.AsyncClient(transport=transport, base_url=city.address)


async def opened(city: City) -> None:
    await answered(city)
    await sign_in(city, "lena", "lead", "sterkrade-mitte")
    answer = await city.client.post(SWITCH, data={"open": "1"})
    assert answer.headers["location"].endswith("exports?done=opened")


async def test_nothing_is_open_until_a_lead_opens_it_and_the_trail_says_who(city: City) -> None:
    await answered(city)
    async with outside(city) as public:
        paths = [f"{OPEN}/{path}" for _, _, path in files_of("sterkrade-2026")] + [f"{OPEN}/sterkrade-2026"]
        assert {(await public.get(path)).status_code for path in paths} == {404}
        await sign_in(city, "edda", "editor", "sterkrade-mitte")
        assert (await city.client.post(SWITCH, data={"open": "1"})).status_code == 403
        await sign_in(city, "lena", "lead", "sterkrade-mitte")
        await city.client.post(SWITCH, data={"open": "1"})
        assert (await city.client.post(SWITCH, data={"open": "1"})).headers["location"].endswith("done=gone")
        assert {(await public.get(path)).status_code for path in paths} == {200}
        await city.client.post(SWITCH, data={"open": "0"})
        assert {(await public.get(path)).status_code for path in paths} == {404}
    verbs = await city.all("SELECT verb FROM staff.audit_entry WHERE subject_kind = 'open_data' ORDER BY at")
    assert verbs == [("open_data.published",), ("open_data.withdrawn",)]


async def test_open_tables_hold_rounded_numbers_and_no_texts(city: City) -> None:
    await opened(city)
    async with outside(city) as public:
        answer = await public.get(f"{OPEN}/sterkrade-2026/auswertung.csv")
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
        assert {row["anzahl"] for row in rows} > {""}
        assert all(row["anzahl"] == "" or (int(row["anzahl"]) >= 5 and int(row["anzahl"]) % 5 == 0) for row in rows)
        assert "Zeitung" not in answer.text and "set-cookie" not in answer.headers
        again = await public.get(
            f"{OPEN}/sterkrade-2026/auswertung.csv", headers={"If-None-Match": answer.headers["etag"]}
        )
        assert again.status_code == 304
        ledger = (await public.get(f"{OPEN}/sterkrade-2026/verbleib.json")).json()
        assert ledger["rows"][0] == {"stand": "eingegangen", "antworten": 40}
        assert ledger["about"]["Lizenz"].startswith("Datenlizenz Deutschland")


async def test_the_catalogue_says_the_same_in_three_ways(city: City) -> None:
    """What a portal asks of DCAT-AP.de, and that every file it names is there."""
    await opened(city)
    async with outside(city) as public:
        listed, linked, rdf = [(await public.get(f"{OPEN}/catalog.{end}")) for end in ("ttl", "jsonld", "rdf")]
        assert listed.headers["content-type"] == "text/turtle; charset=utf-8"
        graph = json.loads(linked.text)["@graph"]
        kinds = [node["@type"] for node in graph]
        assert kinds == ["dcat:Catalog", "dcat:Dataset", *["dcat:Distribution"] * 6]
        files = [node["dcat:downloadURL"][0]["@id"] for node in graph[2:]]
        for address in files:
            asked = await public.head(address.removeprefix(city.address))
            assert (asked.status_code, asked.content) == (200, b"")
    dataset = graph[1]
    needed = {"dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:theme", "dct:temporal"}
    needed |= {"dct:spatial", "dcatap:availability", "dcatde:politicalGeocodingLevelURI", "dct:identifier"}
    assert needed <= dataset.keys()
    assert all({"dct:license", "dct:format", "dcat:accessURL"} <= node.keys() for node in graph[2:])
    assert {one["@id"] for one in dataset["dcat:distribution"]} == {node["@id"] for node in graph[2:]}
    tree = ElementTree.fromstring(rdf.text)
    resource = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
    about = [node.get(f"{resource}about") for node in tree]
    assert about == [node["@id"] for node in graph]
    assert len(re.findall(r"^<[^>]+> a dcat:", listed.text, re.MULTILINE)) == len(graph)
    assert all(f"@prefix {name}:" in listed.text for name in PREFIXES)


def test_the_city_names_itself_where_it_delivers_to_the_national_portal() -> None:
    one = Dataset("markt", "Markt", "Büro", *[date(2026, 11, day) for day in (1, 2, 3, 4)])
    contributor = "http://dcat-ap.de/def/contributors/test"
    graph = json.loads(json_ld(catalogue("https://example.org", [one], contributor)))["@graph"]
    assert graph[1]["dcatde:contributorID"] == [{"@id": contributor}]
    assert "contributorID" not in turtle(catalogue("https://example.org", [one]))


async def test_the_public_pages_are_there_for_everybody(city: City) -> None:
    await opened(city)
    async with outside(city) as public:
        listed, one = (await public.get(OPEN)).text, (await public.get(f"{OPEN}/sterkrade-2026")).text
    assert 'lang="de"' in listed and "Mitreden in Sterkrade" in listed
    assert "Namensnennung: Stadt Oberhausen, Büro für Chancengleichheit" in one


async def excel(city: City) -> dict[str, str]:
    sent = base64.b64encode(f"excel:{await token(city, ('figures:read',))}".encode()).decode()
    return {
        "Authorization": f"Basic {sent}",
        "OData-MaxVersion": "4.0",
        "Accept": "application/json;odata.metadata=minimal",
    }


async def test_excel_finds_its_way_from_the_service_document(city: City) -> None:
    await answered(city)
    headers = await excel(city)
    async with outside(city) as client:
        refused = await client.get(f"{ROOT}/")
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"].startswith("Basic")
        service = await client.get(f"{ROOT}/", headers=headers)
        assert service.headers["odata-version"] == "4.0"
        assert service.headers["content-type"].startswith("application/json;odata.metadata=minimal")
        names = [one["url"] for one in service.json()["value"]]
        metadata = await client.get(f"{ROOT}/$metadata", headers=headers)
        assert metadata.headers["content-type"].startswith("application/xml")
        types = _types(metadata.text)
        assert list(types) == names
        for name, (key, properties) in types.items():
            found = (await client.get(f"{ROOT}/{name}", headers=headers)).json()
            assert found["@odata.context"] == f"{city.address}{ROOT}/$metadata#{name}"
            assert found["value"] and all(list(row) == list(properties) for row in found["value"])
            keys = [tuple(row[part] for part in key) for row in found["value"]]
            assert len(set(keys)) == len(keys), "a key tells entities apart"
            for row in found["value"]:
                assert all(_fits(row[one], edm) for one, edm in properties.items())


def _types(text: str) -> dict[str, tuple[list[str], dict[str, tuple[str, bool]]]]:
    """Entity set → names of its key, and property → type and whether it may be empty."""
    schema = ElementTree.fromstring(text).find(".//edm:Schema", EDM)
    assert schema is not None
    kinds = {one.get("Name"): one for one in schema.findall("edm:EntityType", EDM)}
    found = {}
    for one in schema.findall("edm:EntityContainer/edm:EntitySet", EDM):
        kind = kinds[str(one.get("EntityType")).rpartition(".")[2]]
        key = [str(part.get("Name")) for part in kind.findall("edm:Key/edm:PropertyRef", EDM)]
        properties = {
            str(part.get("Name")): (str(part.get("Type")), part.get("Nullable") != "false")
            for part in kind.findall("edm:Property", EDM)
        }
        found[str(one.get("Name"))] = (key, properties)
    return found


def _fits(value: Any, edm: tuple[str, bool]) -> bool:
    kinds: dict[str, Any] = {"Edm.String": str, "Edm.Int32": int, "Edm.Double": (int, float)}
    return edm[1] if value is None else isinstance(value, kinds[edm[0]])


async def test_options_are_obeyed_or_refused_and_never_passed_over(city: City) -> None:
    await answered(city)
    headers = await excel(city)
    async with outside(city) as client:

        async def ask(**options: str) -> httpx.Response:
            return await client.get(
                f"{ROOT}/Breakdowns", params={f"${key}": value for key, value in options.items()}, headers=headers
            )

        whole = (await ask(filter="facet eq 'age'", count="true")).json()
        assert whole["@odata.count"] == len(whole["value"]) > 3
        assert {row["facet"] for row in whole["value"]} == {"age"}
        one = (await ask(filter="(facet eq 'age') and (value eq '18-26')", select="value,count")).json()
        assert [list(row) for row in one["value"]] == [["value", "count"]]
        assert one["@odata.context"].endswith("#Breakdowns(value,count)")
        page = (await ask(filter="facet eq 'age'", top="2", skip="1", count="true")).json()
        assert page["value"] == whole["value"][1:3] and page["@odata.count"] == whole["@odata.count"]
        fallen = (await ask(filter="facet eq 'age'", orderby="value desc")).json()
        assert [row["value"] for row in fallen["value"]] == sorted(
            (row["value"] for row in whole["value"]), reverse=True
        )
        count = await client.get(f"{ROOT}/Breakdowns/$count", params={"$filter": "facet eq 'age'"}, headers=headers)
        assert (count.text, count.headers["content-type"].split(";")[0]) == (str(whole["@odata.count"]), "text/plain")
        wrong = [
            ({"filter": "facet like 'age'"}, 400),
            ({"filter": "nothing eq 'x'"}, 400),
            ({"select": "nothing"}, 400),
            ({"top": "-1"}, 400),
            ({"expand": "x"}, 501),
            ({"apply": "x"}, 501),
            ({"format": "xml"}, 501),
        ]
        for options, status in wrong:
            answer = await ask(**options)
            assert answer.status_code == status, options
            assert answer.json()["error"]["target"] == f"${next(iter(options))}"
        both = (await ask(filter="facet eq 'age' or startswith(facet,'pa')")).json()["value"]
        assert {row["facet"] for row in both} == {"age", "part"}
        many = (await ask(filter="count ge 10", orderby="count")).json()["value"]
        assert many and all(row["count"] >= 10 for row in many)
        assert (await client.get(f"{ROOT}/Nothing", headers=headers)).status_code == 404


async def test_one_entity_is_found_by_its_key(city: City) -> None:
    await answered(city)
    headers = await excel(city)
    async with outside(city) as client:
        whole = (await client.get(f"{ROOT}/Breakdowns", headers=headers)).json()["value"]
        wanted = next(row for row in whole if row["facet"] == "age")
        one = await client.get(f"{ROOT}/Breakdowns(facet='age',value='{wanted['value']}')", headers=headers)
        assert one.json() == {"@odata.context": f"{city.address}{ROOT}/$metadata#Breakdowns/$entity", **wanted}
        first = (await client.get(f"{ROOT}/Standards", headers=headers)).json()["value"][0]
        one = await client.get(f"{ROOT}/Standards('{first['standard']}')", headers=headers)
        assert one.json().items() >= first.items()
        for name in ("Breakdowns(facet='age',value='x')", "Breakdowns('age')", "Nothing('x')", "Standards('x'"):
            assert (await client.get(f"{ROOT}/{name}", headers=headers)).status_code == 404, name
        alone = f"{ROOT}/Standards('{first['standard']}')"
        label = await client.get(alone, params={"$select": "label"}, headers=headers)
        assert label.json()["label"] == first["label"] and "standard" not in label.json()
        assert (await client.get(alone, params={"$filter": "met gt 5"}, headers=headers)).status_code == 501


async def test_a_feed_that_did_not_change_is_not_sent_again(city: City) -> None:
    campaign, channels = await publish_asking(city)
    await hear_many(city, campaign, channels, 10)
    headers = await excel(city)
    paths = [f"{ROOT}/", f"{ROOT}/$metadata", f"{ROOT}/Breakdowns", f"{ROOT}/Breakdowns/$count"]
    async with outside(city) as client:

        async def ask(path: str, tag: str) -> tuple[int, str]:
            answer = await client.get(path, headers={**headers, "If-None-Match": tag})
            assert answer.headers["odata-version"] == "4.0" and "private" in answer.headers["cache-control"]
            assert bool(answer.content) is (answer.status_code == 200)
            return answer.status_code, answer.headers["etag"]

        tags = {path: (await ask(path, '"none"'))[1] for path in paths}
        assert [await ask(path, f"W/{tag}") for path, tag in tags.items()] == [(304, tag) for tag in tags.values()]
        assert (await ask(f"{ROOT}/Breakdowns?$top=1", tags[f"{ROOT}/Breakdowns"]))[0] == 200
        await hear_many(city, campaign, channels, 10, seed=2)
        assert (await ask(f"{ROOT}/Breakdowns", tags[f"{ROOT}/Breakdowns"]))[0] == 200
        assert (await ask(f"{ROOT}/$metadata", tags[f"{ROOT}/$metadata"]))[0] == 304


async def test_what_is_no_feed_is_refused_as_odata_refuses(city: City) -> None:
    async with outside(city) as client:
        tries = [("POST", f"{ROOT}/Breakdowns", 405), ("GET", f"{ROOT}/a/b/c", 404), ("GET", "/odata/v4/%00/x", 400)]
        for method, path, status in tries:
            answer = await client.request(method, path)
            assert answer.status_code == status, path
            assert answer.json()["error"]["message"]
            assert answer.headers["odata-version"] == "4.0"


async def test_a_token_of_another_district_finds_no_feed(city: City) -> None:
    await answered(city, 5)
    made = await token(city, ("figures:read",), "ost", "otto")
    async with outside(city) as client:
        for path in ("", "/$metadata", "/Breakdowns", "/Breakdowns/$count"):
            answer = await client.get(ROOT + path, headers={"Authorization": f"Bearer {made}"})
            assert answer.status_code == 404
            assert answer.json()["error"]["code"] == "not-found"
