"""Outcomes: written by one, published by another, told once to exactly those whose voice is in it."""

from __future__ import annotations

import asyncio
import io
import re
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import httpx
import pypdf
import pypdfium2
import pytest
import zxingcpp
from defusedxml import ElementTree
from PIL import Image

from deploy.sow import sow
from services.notify.operations.confirm_subscription import confirm_subscription
from services.notify.operations.learn_selection import learn_selection
from services.notify.operations.publish_outcome import publish_outcome
from services.notify.storage.outcomes import find_outcome
from services.notify.wording import TEXTS
from shared.contracts.outcomes import OutcomePublished, SelectionMade
from shared.contracts.routes import publish
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.texts import LANGUAGES
from shared.staff.domain.roles import SignedIn
from tests.support.city import City
from tests.support.demo import plan
from tests.support.people import hire, link_path, sign_in
from tests.support.voice import ANNA, CAMPAIGN, Voice, letters, subjects

DISTRICT: Final = "sterkrade-mitte"
GERMAN: Final = {
    "title-de": "Mehr Licht im Park",
    "asked-de": "Was fehlt im Park?",
    "said-de": "Der Weg ist dunkel.\nAbends fehlt Licht.",
    "done-de": "Wir stellen sechs Leuchten auf, weil der Weg ein Schulweg ist.",
}
WHOLE: Final = {**GERMAN, "decision": "do", "office": "Grünflächenamt", "due": "2027-05-31", "percent": "10"}
TOLD: Final = "SELECT count(*) FROM notify.notification WHERE letter = 'outcome'"


class Office:
    """Staff who write an outcome through the pages."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.outcome_id = random_id()

    @property
    def path(self) -> str:
        return f"/staff/outcomes/{self.outcome_id}"

    async def enter(self, name: str) -> None:
        """From now on the client is this person, who is already hired."""
        answer = await self.city.client.post(await link_path(self.city, name))
        assert answer.status_code == 303, answer.text

    async def choose(self, *voices: Voice, selection_id: UUID | None = None) -> UUID:
        """As analysis says it."""
        fact = self.selection(*voices, selection_id=selection_id)
        await self.city.database("notify").run(lambda session: publish(session, fact))
        await self.city.deliver_all()
        return fact.selection_id

    def selection(self, *voices: Voice, selection_id: UUID | None = None) -> SelectionMade:
        ids = tuple(voice.response_id for voice in voices)
        return SelectionMade(
            selection_id=selection_id or random_id(),
            campaign_id=CAMPAIGN,
            kind="standard",
            key="early-information",
            label="Frühzeitige Information",
            response_ids=ids,
            response_count=len(ids),
            made_at=now(),
            made_by=UUID(int=77),
        )

    async def begin(self, selection_id: UUID) -> httpx.Response:
        fields = {"selection": str(selection_id), "outcome": str(self.outcome_id)}
        return await self.city.client.post("/staff/outcomes", data=fields)

    async def number(self) -> str:
        return str(await self.city.one("SELECT number FROM notify.outcome WHERE id = :id", id=self.outcome_id))

    async def save(self, do: str = "save", **fields: Any) -> httpx.Response:
        number = {"number": await self.number()}
        return await self.city.client.post(f"{self.path}/content", data={**WHOLE, **number, **fields, "do": do})

    async def publish(self) -> httpx.Response:
        return await self.city.client.post(f"{self.path}/publish", data={"number": await self.number()})

    async def state(self) -> str:
        return str(await self.city.one("SELECT state FROM notify.outcome WHERE id = :id", id=self.outcome_id))

    async def staffed(self) -> None:
        """Eda writes, Lea leads; Eda is at the client."""
        await hire(self.city, "lea", "lead", DISTRICT)
        await sign_in(self.city, "eda", "editor", DISTRICT)

    async def answer(self, *voices: Voice) -> None:
        """The whole way: chosen, written, published by a second person; letters are owed and not sent."""
        await self.staffed()
        await self.begin(await self.choose(*voices))
        assert (await self.save("ask")).headers["location"].endswith("asked")
        await self.enter("lea")
        assert (await self.publish()).headers["location"].endswith("published")


async def reader(city: City, address: str = ANNA) -> Voice:
    """A voice that was read and whose owner wants letters."""
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    await voice.assess()
    await voice.confirm(await voice.subscribed(address))
    await city.deliver_all()
    return voice


async def test_exactly_those_whose_voice_is_in_it_are_told(city: City) -> None:
    anna, berta = await reader(city), await reader(city, "berta@example.org")
    await Office(city).answer(anna)
    await city.deliver_all()
    assert subjects(city, ANNA) == ["Bitte", "Ihr", "Antwort"]
    assert subjects(city, "berta@example.org") == ["Bitte", "Ihr"]
    letter = str(letters(city, ANNA)[-1].get_body(("plain",)))
    assert "sechs Leuchten" in letter
    assert "/ergebnisse/one" in letter
    assert berta.response_id != anna.response_id


async def test_doubled_messages_and_a_second_publication_tell_nobody_twice(city: City) -> None:
    anna = await reader(city)
    office = Office(city)
    await office.answer(anna)
    await city.deliver_all()
    again = OutcomePublished(office.outcome_id, CAMPAIGN, "do", now(), 3)
    await city.database("notify").run(lambda session: publish(session, again, again))
    await city.deliver_all()
    await office.enter("eda")
    await office.save("ask", **{"done-de": "Wir stellen acht Leuchten auf."})
    await office.enter("lea")
    await office.publish()
    await city.deliver_all()
    assert subjects(city, ANNA).count("Antwort") == 1
    assert "acht Leuchten" in (await city.client.get("/ergebnisse/one")).text


async def test_who_subscribes_afterwards_is_told_once_too(city: City) -> None:
    late = Voice(city)
    await late.publish()
    await late.issue()
    await late.assess()
    await Office(city).answer(late)
    await city.deliver_all()
    assert await city.one(TOLD) == 0
    token = await late.subscribed()
    await late.confirm(token)
    await late.confirm(token)
    await late.issue()
    await city.deliver_all()
    assert sorted(subjects(city, ANNA)) == ["Antwort", "Bitte", "Ihr"]


async def test_who_ended_the_letters_is_not_told(city: City) -> None:
    anna = await reader(city)
    link = re.search(r"/subscription/([\w-]{43})", str(letters(city, ANNA)[-1]["List-Unsubscribe"]))
    assert link
    await city.client.post(f"/subscription/{link[1]}/end")
    await Office(city).answer(anna)
    await city.deliver_all()
    assert await city.one(TOLD) == 0


async def test_voices_that_are_added_later_hear_of_it_then(city: City) -> None:
    anna, berta = await reader(city), await reader(city, "berta@example.org")
    office = Office(city)
    await office.answer(anna)
    await city.deliver_all()
    await office.enter("eda")
    second = await office.choose(anna, berta)
    await city.client.post(f"{office.path}/selections", data={"selection": str(second)})
    await city.deliver_all()
    assert subjects(city, "berta@example.org")[-1] == "Antwort"
    assert subjects(city, ANNA).count("Antwort") == 1


async def test_a_part_of_a_selection_that_comes_late_or_twice_misses_nobody(city: City) -> None:
    anna, berta = await reader(city), await reader(city, "berta@example.org")
    office = Office(city)
    await office.staffed()
    first = await office.choose(anna)
    await office.begin(first)
    await office.save("ask")
    await office.enter("lea")
    await office.publish()
    await office.choose(berta, selection_id=first)
    await office.choose(berta, selection_id=first)
    assert subjects(city, "berta@example.org").count("Antwort") == 1
    assert subjects(city, ANNA).count("Antwort") == 1


async def _asked(city: City) -> tuple[Office, Voice, str]:
    """An outcome that waits for its second person, who is at the client, and a reader who has not confirmed yet."""
    voice = Voice(city)
    await voice.publish()
    await voice.issue()
    token = await voice.subscribed()
    office = Office(city)
    await office.staffed()
    await office.begin(await office.choose(voice))
    await office.save("ask")
    await office.enter("lea")
    return office, voice, token


async def test_a_publication_waits_for_a_confirmation_that_is_under_way(city: City) -> None:
    """The confirmation has not seen the outcome; whoever tells of the outcome must see the confirmation."""
    office, voice, token = await _asked(city)
    async with city.database("notify").transaction() as session:
        await confirm_subscription(session, voice.settings, token, now())
        publishing = asyncio.create_task(office.publish())
        await asyncio.sleep(0.3)
        assert not publishing.done()
    assert (await publishing).status_code == 303
    await city.deliver_all()
    assert await city.one(TOLD) == 1


async def test_a_confirmation_waits_for_a_publication_that_is_under_way(city: City) -> None:
    office, voice, token = await _asked(city)
    lea = SignedIn(await city.one("SELECT id FROM staff.account WHERE name = 'lea'"), "Lea", {DISTRICT: "lead"})
    async with city.database("notify").transaction() as session:
        found = await find_outcome(session, office.outcome_id, lock=True)
        assert found
        await publish_outcome(session, found[0], found[0].number, lea, now())
        confirming = asyncio.create_task(voice.confirm(token))
        await asyncio.sleep(0.3)
        assert not confirming.done()
    await confirming
    await city.deliver_all()
    assert await city.one(TOLD) == 1


async def test_nobody_publishes_what_they_wrote_or_asked_for(city: City) -> None:
    voice = await reader(city)
    office = Office(city)
    await hire(city, "lea", "lead", DISTRICT)
    await sign_in(city, "kim", "lead", DISTRICT)
    await office.begin(await office.choose(voice))
    await office.save("ask")
    refused = await office.publish()
    assert refused.status_code == 409
    assert "zweite Person" in refused.text
    assert await office.state() == "asked"
    await office.enter("lea")
    assert (await office.publish()).status_code == 303
    assert await office.state() == "published"


async def test_an_editor_cannot_publish_and_another_district_sees_nothing(city: City) -> None:
    office = Office(city)
    await office.staffed()
    await office.begin(await office.choose(await reader(city)))
    await office.save("ask")
    await hire(city, "ole", "editor", DISTRICT)
    await office.enter("ole")
    assert (await office.publish()).status_code == 403
    await hire(city, "far", "lead", "osterfeld")
    await office.enter("far")
    assert (await city.client.get(office.path)).status_code == 403
    assert "Mehr Licht" not in (await city.client.get("/staff/outcomes")).text
    assert await office.state() == "asked"


async def test_sent_back_with_a_remark_it_is_a_draft_again_and_every_version_is_kept(city: City) -> None:
    office = Office(city)
    await office.staffed()
    await office.begin(await office.choose(await reader(city)))
    await office.save("ask")
    await office.enter("lea")
    assert (await city.client.post(f"{office.path}/return", data={"remark": ""})).status_code == 422
    await city.client.post(f"{office.path}/return", data={"remark": "Bitte den Grund nennen."})
    await office.enter("eda")
    assert "Bitte den Grund nennen." in (await city.client.get(office.path)).text
    verbs = await city.all("SELECT verb FROM notify.outcome_version ORDER BY number")
    assert [verb for (verb,) in verbs] == ["saved", "asked", "sent_back"]
    audit = await city.all(
        "SELECT verb FROM staff.audit_entry WHERE subject_id = :id ORDER BY at", id=office.outcome_id
    )
    assert [verb for (verb,) in audit] == [
        "outcome.opened",
        "outcome.extended",
        "outcome.saved",
        "outcome.asked",
        "outcome.sent_back",
    ]


async def test_what_changed_since_it_was_looked_at_is_not_published(city: City) -> None:
    office = Office(city)
    await office.staffed()
    await office.begin(await office.choose(await reader(city)))
    await office.save("ask")
    seen = await office.number()
    await office.save("ask", **{"done-de": "Ganz anders."})
    await office.enter("lea")
    late = await city.client.post(f"{office.path}/publish", data={"number": seen})
    assert late.status_code == 409
    assert await office.state() == "asked"


async def test_two_who_write_at_once_lose_nothing(city: City) -> None:
    office = Office(city)
    await office.staffed()
    await office.begin(await office.choose(await reader(city)))
    number = await office.number()
    await office.save()
    late = await city.client.post(f"{office.path}/content", data={**WHOLE, "number": number, "said-de": "Mein Text"})
    assert late.status_code == 409
    assert "Mein Text" in late.text


async def test_nothing_half_is_given_to_the_second_person_and_nothing_typed_is_lost(city: City) -> None:
    office = Office(city)
    await office.staffed()
    await office.begin(await office.choose(await reader(city)))
    answer = await office.save("ask", **{"done-de": "", "due": "irgendwann"})
    assert answer.status_code == 422
    assert 'href="#due"' in answer.text
    answer = await office.save("ask", **{"done-de": "", "said-tr": "Yarım"})
    assert answer.status_code == 422
    for field in ("done-de",):
        assert f'href="#{field}"' in answer.text
    assert "Was fehlt im Park?" in answer.text
    assert await office.state() == "draft"


async def test_a_double_click_begins_one_outcome(city: City) -> None:
    office = Office(city)
    await office.staffed()
    selection_id = await office.choose(await reader(city))
    for _ in range(2):
        assert (await office.begin(selection_id)).status_code == 303
    assert await city.one("SELECT count(*) FROM notify.outcome") == 1


async def test_a_step_is_told_on_wish_and_once(city: City) -> None:
    anna = await reader(city)
    office = Office(city)
    await office.answer(anna)
    await city.deliver_all()
    await office.enter("eda")
    quiet = {"step": str(random_id()), "percent": "40", "on": "", "text-de": "Leuchten bestellt."}
    told = {"step": str(random_id()), "percent": "100", "on": "", "text-de": "Das Licht brennt.", "tell": "yes"}
    for fields in (quiet, told, told):
        assert (await city.client.post(f"{office.path}/steps", data=fields)).status_code == 303
    await city.deliver_all()
    assert subjects(city, ANNA)[-2:] == ["Antwort", "Neues"]
    assert "Das Licht brennt." in str(letters(city, ANNA)[-1].get_body(("plain",)))
    page = (await city.client.get("/ergebnisse/one")).text
    assert page.index("Das Licht brennt.") < page.index("Leuchten bestellt.")
    assert await city.one("SELECT count(*) FROM notify.step") == 2


async def test_the_receipt_shows_report_decision_and_done(city: City) -> None:
    anna = await reader(city)
    assert "Kommt in den Bericht" in (await anna.look()).text
    office = Office(city)
    await office.answer(anna)
    page = (await anna.look()).text
    for text in ("Im Bericht", "Entschieden", "Wird umgesetzt", "sechs Leuchten", "Zu 10 Prozent"):
        assert text in page


async def test_a_picture_loses_what_the_camera_wrote(city: City) -> None:
    office = Office(city)
    await office.staffed()
    await office.begin(await office.choose(await reader(city)))
    exif = Image.Exif()
    exif[0x010F] = "Kamera der Amtsleitung"
    exif.get_ifd(0x8825)[1] = "N"
    sent = io.BytesIO()
    Image.new("RGB", (3000, 1000), "green").save(sent, "JPEG", exif=exif)
    assert b"Kamera" in sent.getvalue()
    fields = {"attachment": str(random_id()), "alt": "Der neue Weg"}
    answer = await city.client.post(
        f"{office.path}/attachments", data=fields, files={"file": ("a.jpg", sent.getvalue())}
    )
    assert answer.status_code == 303, answer.text
    ((content, media_type),) = await city.all("SELECT content, media_type FROM notify.attachment")
    assert media_type == "image/webp"
    assert b"Kamera" not in content
    kept = Image.open(io.BytesIO(content))
    assert not kept.getexif()
    assert kept.size == (1600, 533)


@pytest.mark.parametrize(
    ("content", "alt", "field"),
    [
        (b"MZ no picture", "x", "file"),
        (b"", "x", "file"),
        (b"%PDF-1.7 fine", "", "alt"),
        (b"\xff\xd8\xff", "x", "file"),
    ],
)
async def test_a_file_that_cannot_be_used_is_refused_kindly(city: City, content: bytes, alt: str, field: str) -> None:
    office = Office(city)
    await office.staffed()
    await office.begin(await office.choose(await reader(city)))
    fields = {"attachment": str(random_id()), "alt": alt}
    answer = await city.client.post(f"{office.path}/attachments", data=fields, files={"file": ("a", content)})
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert await city.one("SELECT count(*) FROM notify.attachment") == 0


async def test_a_file_is_public_only_with_its_outcome(city: City) -> None:
    office = Office(city)
    await office.answer(await reader(city))
    attachment_id = random_id()
    await office.enter("eda")
    fields = {"attachment": str(attachment_id), "alt": "Der Plan"}
    await city.client.post(f"{office.path}/attachments", data=fields, files={"file": ("a.pdf", b"%PDF-1.7 plan")})
    public = f"/ergebnisse/one/datei/{office.outcome_id}/{attachment_id}"
    assert (await city.client.get(public)).status_code == 404
    await office.save("ask")
    await office.enter("lea")
    await office.publish()
    shown = await city.client.get(public)
    assert shown.content == b"%PDF-1.7 plan"
    assert shown.headers["content-security-policy"].endswith("sandbox")


async def test_a_few_voices_are_not_counted_in_public(city: City) -> None:
    office = Office(city)
    await office.answer(await reader(city))
    assert "Weniger als 5 Stimmen" in (await city.client.get("/ergebnisse/one")).text
    await office.enter("eda")
    more = await office.choose(*(Voice(city) for _ in range(6)))
    await city.client.post(f"{office.path}/selections", data={"selection": str(more)})
    assert "Mindestens 5 Stimmen" in (await city.client.get("/ergebnisse/one")).text


async def test_the_feed_has_what_rfc_4287_requires(city: City) -> None:
    office = Office(city)
    await office.answer(await reader(city))
    answer = await city.client.get("/ergebnisse/one/feed.atom?lang=de")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    name = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(answer.content)
    assert feed.tag == f"{name}feed"
    for required in ("id", "title", "updated", "author"):
        assert feed.find(f"{name}{required}") is not None, required
    assert feed.find(f"{name}author/{name}name") is not None
    assert {link.get("rel") for link in feed.findall(f"{name}link")} == {"self", "alternate"}
    (entry,) = feed.findall(f"{name}entry")
    for required in ("id", "title", "updated", "content"):
        assert entry.findtext(f"{name}{required}"), required
    assert entry.findtext(f"{name}id") == f"urn:uuid:{office.outcome_id}"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00", str(entry.findtext(f"{name}updated")))


async def test_the_text_to_be_read_aloud_has_no_symbols(city: City) -> None:
    office = Office(city)
    await office.staffed()
    await office.begin(await office.choose(await reader(city)))
    await office.save("ask", **{"done-de": "– Ab 01.05.2027: 30 % mehr Licht (auch nachts) & Bänke"})
    await office.enter("lea")
    await office.publish()
    text = (await city.client.get("/ergebnisse/one/vorlesen.txt?lang=de")).text
    assert "Ab 1. Mai 2027: 30 Prozent mehr Licht, auch nachts, und Bänke." in text
    assert not re.search(r"[–&%()„“•/<>]", text), text


@pytest.mark.parametrize("paper", ["a3", "a4"])
async def test_the_poster_is_one_accessible_page_that_scans(city: City, paper: str) -> None:
    await Office(city).answer(await reader(city))
    pdf = (await city.client.get(f"/staff/results/one/poster.pdf?paper={paper}&lang=de")).content
    document = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(document.pages) == 1
    assert document.xmp_metadata and "pdfuaid" in str(document.xmp_metadata.stream.get_data())
    width = {"a3": 842, "a4": 595}[paper]
    assert round(float(document.pages[0].mediabox.width)) == width
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=150 / 72).to_pil()
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [f"{city.address}/ergebnisse/one"]


async def test_a_campaign_nobody_knows_has_no_results(city: City) -> None:
    for path in ("", "/feed.atom", "/vorlesen.txt"):
        assert (await city.client.get(f"/ergebnisse/nothing{path}")).status_code == 404


async def test_a_selection_before_its_campaign_waits(city: City) -> None:
    office = Office(city)
    fact = office.selection(Voice(city))
    settings = city.parts.notify
    await city.database("notify").run(lambda session: learn_selection(session, settings, fact, now()))
    await office.staffed()
    assert "unterwegs" in (await city.client.get(f"/staff/outcomes/new?selection={fact.selection_id}")).text
    await Voice(city).publish()
    assert "Neue Antwort beginnen" in (await city.client.get(f"/staff/outcomes/new?selection={fact.selection_id}")).text


async def test_the_demo_has_one_answer_in_every_language(city: City) -> None:
    for _ in range(2):
        await sow(city.parts)
    assert await city.one("SELECT count(*) FROM notify.outcome") == 2, "one for each campaign that has an answer"
    for language, text in (("de", "erfundenes Beispiel"), ("tr", "uydurma"), ("ar", "مُختلق"), ("en", "invented")):
        page = await city.client.get(f"/ergebnisse/marktplatz-sterkrade?lang={language}")
        assert text in page.text, language
    for language, written in LANGUAGES.items():
        page = await city.client.get(f"/ergebnisse/marktplatz-sterkrade?lang={language}")
        assert f'<html lang="{written.tag}" dir="{written.direction}"' in page.text
        assert TEXTS.say(language, "results-other-language") not in page.text, language
        assert all(f"lang={other}" in page.text for other in LANGUAGES if other != language), "and leads to the others"


async def test_a_code_whose_campaign_is_over_leads_to_the_results(city: City) -> None:
    over = await city.publish_demo(plan("over", opened_ago=timedelta(days=9), days=-1), "VR3BY4")
    closed = await city.client.get(f"/q/{over.code}")
    assert 'href="/ergebnisse/over?lang=de"' in closed.text
    await city.deliver_all()
    assert (await city.client.get("/ergebnisse/over?lang=de")).status_code == 200
