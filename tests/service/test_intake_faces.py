"""A form in a face of German, and in Leichte Sprache: from the question to the letter."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from typing import Any, Final

import msgspec
import pytest

from services.intake.domain.questionnaire import Questionnaire
from tests.support import demo
from tests.support.city import City
from tests.support.demo import CODE

LANGUAGES: Final = ("de", "de-leicht", "de-du", "uk")
ASKED: Final = {
    "de": "Wie gut fühlen Sie sich informiert?",
    "de-leicht": "Haben Sie genug Infos?",
    "de-du": "Wie gut fühlst du dich informiert?",
    "uk": "Наскільки добре вас поінформовано?",
}


def _in_all(text: dict[str, str]) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, text["de"])


def _translated(value: Any) -> Any:
    """Every text of a questionnaire or plan, as builtins, in the languages of this test."""
    if isinstance(value, dict):
        return _in_all(value) if "de" in value else {key: _translated(part) for key, part in value.items()}
    return [_translated(part) for part in value] if isinstance(value, list | tuple) else value


def _questionnaire() -> Questionnaire:
    raw = _translated(msgspec.to_builtins(demo.QUESTIONNAIRE))
    raw["questions"][0]["label"] = ASKED
    raw |= {"languages": LANGUAGES, "tested_by": {"de-leicht": "Prüfgruppe der Lebenshilfe"}}
    return msgspec.convert(raw, Questionnaire)


@pytest.fixture(autouse=True)
async def _published(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "QUESTIONNAIRE", _questionnaire())
    wanted = demo.plan()
    texts = {"title": _in_all(wanted.title), "intro": _in_all(wanted.intro)}
    await city.publish_demo(msgspec.structs.replace(wanted, **texts))


@pytest.mark.parametrize(
    ("language", "tag", "around"),
    [
        ("de", "de", "Ohne Namen, ohne Anmeldung"),
        ("de-leicht", "de", "Wir fragen nicht nach Ihrem Namen"),
        ("de-du", "de", "Wir speichern nichts über dein Gerät"),
        ("uk", "uk", "Ми нічого не зберігаємо про ваш пристрій"),
    ],
)
async def test_the_questions_and_what_is_around_them_speak_one_language(
    city: City, language: str, tag: str, around: str
) -> None:
    page = await city.client.get(f"/q/{CODE}", params={"lang": language})
    assert f'<html lang="{tag}" dir="ltr">' in page.text
    assert page.headers["content-language"] == tag
    assert ASKED[language] in page.text
    assert around in page.text


async def test_leichte_sprache_is_offered_where_questions_speak_it_and_nowhere_else(city: City) -> None:
    assert "Leichte Sprache</button>" in (await city.client.get(f"/q/{CODE}?lang=de")).text
    assert "Leichte Sprache" not in (await city.client.get("/?lang=de")).text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de-leicht", "Ein Computer-Programm hat sie gelesen."),
        ("de-du", "Dein Beitrag zu"),
        ("uk", "Ваш внесок до"),
    ],
)
async def test_the_letter_keeps_the_face_of_the_form(city: City, language: str, told: str) -> None:
    thanks = (await city.send_form(await city.open_form(language=language), language=language)).text
    assert f"/receipt?lang={language}" in thanks
    assert await city.one("SELECT language FROM intake.response") == language
    receipt, proof = (re.search(f'name="{name}" value="([^"]+)"', thanks) for name in ("receipt", "proof"))
    assert receipt and proof
    fields = {"receipt": receipt[1], "proof": proof[1], "language": language, "address": "anna@example.org"}
    assert (await city.client.post("/receipt/subscribe", data=fields)).status_code == 200
    await city.deliver_all()
    link = re.search(r"/subscription/[\w-]+", _letters(city)[-1])
    assert link
    await city.client.post(link[0], data={"language": language})
    await city.deliver_all()
    letter = _letters(city)[-1]
    assert told in letter
    assert f"/receipt?lang={language}" in letter


def _letters(city: City) -> list[str]:
    """The plain texts of the letters, oldest first."""
    files = sorted((city.folder / "mail").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    bodies = [message_from_bytes(file.read_bytes(), policy=policy.default).get_body(("plain",)) for file in files]
    return [str(body.get_content()) for body in bodies if body]
