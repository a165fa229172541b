"""Every letter in every language: complete, plain beside HTML, with headers that mail programs understand."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from uuid import UUID

import pytest

from services.notify.domain.journey import About, CampaignFacts, JourneyFacts, Touched
from services.notify.domain.letters import CONFIRM, DIGEST, OUTCOME, OUTCOMES, READ, STEP
from services.notify.domain.outcomes import Content, Moved, Told, Words
from services.notify.operations.compose_letter import Item, Letter, compose_letter
from services.notify.settings import Settings
from services.notify.wording import HERE, spoken_day, standard_title
from shared.kit.texts import LANGUAGES

AT = datetime(2026, 5, 3, 22, 30, tzinfo=UTC)
SETTINGS = Settings("s" * 40, "https://resonanz.example.org", "Stadt Oberhausen <mit@example.org>", "unused")
TITLES = {"de": "Mitreden in Sterkrade", "tr": "Sterkrade'de söz sizde", "ar": "شاركوا برأيكم"}
TOUCHED = (Touched("early-information", "not_met", 2), Touched("respect-fairness", "met", 1))
LIGHT = Words("Mehr Licht", "Was fehlt?", "Es ist <dunkel>.", "Sechs Leuchten, weil …")
MOVED = Moved(UUID(int=10), 40, date(2027, 1, 9), {"de": "Bestellt & bezahlt.", "tr": "Sipariş edildi."})
CONTENT = Content(
    texts={"de": LIGHT, "tr": Words("Daha çok ışık", "Ne eksik?", "Karanlık.", "Altı lamba.")}, decision="do"
)
TOLD = Told(id=UUID(int=9), slug="park", content=CONTENT, published_at=AT, changed_at=AT, steps=(MOVED,))
KINDS = sorted(folder.name for folder in (HERE / "letters").iterdir() if folder.is_dir())
EVERY_LETTER = [(kind, language) for kind in KINDS for language in LANGUAGES]


def journey(touched: tuple[Touched, ...] = TOUCHED, title: dict[str, str] = TITLES) -> JourneyFacts:
    return JourneyFacts(AT, AT, touched, CampaignFacts(title, "Büro & Amt", date(2027, 2, 3)))


def letter_of(kind: str, language: str, told: JourneyFacts | None = None, settings: Settings = SETTINGS) -> Letter:
    items = (Item(READ.letter, None), Item(OUTCOME, About(TOLD, None)), Item(STEP, About(TOLD, MOVED)))
    return Letter(
        id=UUID(int=7),
        kind=kind,
        language=language,
        recipient="anna@example.org",
        token=settings.token(UUID(int=8)),
        journey=told or journey() if kind != CONFIRM.letter else None,
        about=About(TOLD, MOVED if kind == STEP else None) if kind in OUTCOMES else None,
        items=items if kind == DIGEST else (),
        at=AT,
    )


def compose(
    kind: str = "read", language: str = "de", told: JourneyFacts | None = None, settings: Settings = SETTINGS
) -> EmailMessage:
    letter = letter_of(kind, language, told, settings)
    message = message_from_bytes(compose_letter(settings, letter).as_bytes(), policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body
    return str(body.get_content())


def test_each_kind_of_letter_has_its_folder() -> None:
    assert sorted([CONFIRM.letter, DIGEST, READ.letter, OUTCOME, STEP]) == KINDS


@pytest.mark.parametrize(("kind", "language"), EVERY_LETTER)
def test_a_letter_has_a_subject_and_both_parts(kind: str, language: str) -> None:
    message = compose(kind, language)
    assert message["Subject"]
    assert message.get_content_type() == "multipart/alternative"
    assert [p.get_content_type() for p in message.iter_parts()] == ["text/plain", "text/html"]
    link = f"{SETTINGS.address}/subscription/{SETTINGS.token(UUID(int=8))}"
    for body in (part(message, "plain"), part(message, "html")):
        assert f"{link}/end" in body


@pytest.mark.parametrize(("kind", "language"), EVERY_LETTER)
def test_the_html_speaks_its_language_and_loads_nothing(kind: str, language: str) -> None:
    html = part(compose(kind, language), "html")
    assert f'<html lang="{LANGUAGES[language].tag}" dir="{LANGUAGES[language].direction}">' in html
    assert not re.search(r"<(img|script|link|iframe|object)\b|url\(|@import|\bsrc=", html)
    assert set(re.findall(r'https?://([^/"]+)', html)) == {"resonanz.example.org"}


@pytest.mark.parametrize(("kind", "language"), EVERY_LETTER)
def test_the_headers_are_what_mail_programs_expect(kind: str, language: str) -> None:
    message = compose(kind, language)
    assert message["From"].addresses[0].addr_spec == "mit@example.org"
    assert message["To"] == "anna@example.org"
    assert message["Date"].datetime == AT
    assert message["Message-ID"] == f"<{UUID(int=7)}@example.org>"
    assert message["Content-Language"] == LANGUAGES[language].tag
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_long_address_stays_one_link_in_the_header() -> None:
    far = Settings("s" * 40, "https://" + "a-long-name." * 6 + "example.org", "mit@example.org", "unused")
    token = far.token(UUID(int=8))
    raw = compose(settings=far).as_bytes(policy=SMTP.clone(max_line_length=0)).decode()
    assert f"List-Unsubscribe: <{far.address}/subscription/{token}/end>\r\n" in raw


def test_a_letter_goes_out_in_lines_and_letters_that_every_server_takes() -> None:
    letter = compose_letter(
        SETTINGS,
        Letter(
            id=UUID(int=7),
            kind="read",
            language="ar",
            recipient="anna@example.org",
            token="t",
            journey=journey(),
            at=AT,
        ),
    ).as_bytes()
    assert letter.isascii()
    assert b"\n" not in letter.replace(b"\r\n", b"")
    assert max(map(len, letter.split(b"\r\n"))) <= 998


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_says_which_standards_and_until_when(language: str) -> None:
    for body in (part(compose(language=language), "plain"), part(compose(language=language), "html")):
        for touched in TOUCHED:
            assert standard_title(touched.standard, language) in body
        assert spoken_day(date(2027, 2, 3), language) in body


def test_days_are_days_where_the_readers_live() -> None:
    assert "4. Mai 2026" in part(compose(), "plain")


def test_a_response_without_standards_gets_a_letter_too() -> None:
    assert "Er zählt trotzdem" in part(compose(told=journey(touched=())), "plain")


def test_a_standard_newer_than_the_texts_has_a_general_name() -> None:
    assert "Ein weiterer Mindeststandard" in part(compose(told=journey((Touched("brand-new", "met", 1),))), "html")


def test_a_title_is_never_markup_and_never_a_header() -> None:
    message = compose(told=journey(title={"de": "<b>Ampel</b>\r\nBcc: all@example.org"}))
    assert message["Bcc"] is None
    assert message["Subject"] == "Ihr Beitrag ist gelesen: <b>Ampel</b> Bcc: all@example.org"
    assert "<b>" not in part(message, "html")
    assert "Büro &amp; Amt" in part(message, "html")
    assert "Büro & Amt" in part(message, "plain")


def test_a_language_without_texts_is_answered_in_german() -> None:
    assert compose("confirm", "nl")["Content-Language"] == "de"


def test_an_outcome_is_told_in_the_readers_language_or_says_that_it_is_not_there_yet() -> None:
    assert "Altı lamba." in part(compose("outcome", "tr"), "plain")
    polish = part(compose("outcome", "pl"), "html")
    assert "po niemiecku" in polish
    assert '<div lang="de" dir="ltr">' in polish
    assert "Es ist &lt;dunkel&gt;." in polish


def test_the_letter_leads_to_the_outcome_on_the_results_page() -> None:
    for kind in OUTCOMES:
        assert f"/ergebnisse/park?lang=de#o-{TOLD.id}" in part(compose(kind), "plain")
