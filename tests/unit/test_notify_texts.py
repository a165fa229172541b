"""Texts: the same in all languages, and all standards have a name."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, get_args
from uuid import UUID

import pytest

from services.notify.domain.journey import (
    CampaignFacts,
    JourneyFacts,
    Touched,
    standards_of,
    steps_of,
)
from services.notify.domain.outcomes import Content, Moved, Told, Words
from services.notify.domain.posting import PACES, QUIETS
from services.notify.domain.voice import Quote, Topic, Voice
from services.notify.operations.choose_hearing import Hearing
from services.notify.web.pages import PAGES
from services.notify.wording import HERE, standard_title
from shared.contracts.exclusions import ExclusionReason
from shared.kit.print.code_card import draw_card
from shared.kit.texts import LANGUAGES, Texts

OWN: Final = Texts(HERE / "texts")
STANDARDS: Final = {
    "early-information": "Frühzeitige Information",
    "scope-transparency": "Klarer Mitwirkungsspielraum",
    "genuine-influence": "Ergebnisoffenheit und Wirkung",
    "feedback-accountability": "Rückmeldung und Rechenschaft",
    "low-threshold-access": "Niedrigschwelliger Zugang",
    "accessibility-language": "Barrierefreiheit und Verständlichkeit",
    "target-group-inclusion": "Einbezug aller Zielgruppen",
    "respect-fairness": "Respekt und Fairness",
    "resources-support": "Ressourcen und Ansprechpersonen",
    "documentation-traceability": "Dokumentation und Nachvollziehbarkeit",
    "cooperation-networks": "Kooperation und Vernetzung",
    "evaluation-learning": "Auswertung und Lernen",
}
AT: Final = datetime(2026, 5, 3, 9, tzinfo=UTC)
CAMPAIGN: Final = CampaignFacts({"de": "Mitreden", "tr": "Söz", "ar": "رأي"}, "Büro", date(2026, 6, 1))
REASONS: Final = get_args(ExclusionReason)
CARD: Final = draw_card("https://example.org/receipt?lang=de#", "AB3CD4EF", "QR")
ASK: Final = {"sends_texts": False, "card": CARD, "receipt": "AB3CD4EF", "proof": "p", "address": "anna@example.org"}
HEARING: Final = {
    "hearing": Hearing("de", "weekly", QUIETS[0]),
    "paces": PACES,
    "quiets": QUIETS,
    "is_saved": True,
}
EVERY_STANCE: Final = tuple(
    Touched(standard, stance, count)
    for standard in STANDARDS
    for stance, count in (("met", 1), ("not_met", 2), ("suggestion", 12))
)


WORDS: Final = Words("Licht", "Was fehlt?", "Licht.", "Sechs Leuchten.")
OUTCOME: Final = Told(
    id=UUID(int=1),
    slug="park",
    content=Content(texts={"de": WORDS, "tr": WORDS}, decision="partly", due_on=AT.date()),
    published_at=AT,
    changed_at=AT,
    steps=(Moved(UUID(int=2), 40, AT.date(), {"de": "Bestellt."}),),
)


VOICE: Final = Voice(
    language="tr",
    quotes=(Quote("early-information", "not_met", "Çok geç."), Quote("early-information", "met", "<b>")),
    topics=(Topic({"de": "Grün", "tr": "Yeşil"}, ("ağaç",)),),
    remarks=("Bir daha.",),
    corrected_at=AT,
)


def journey_values(
    assessed: bool,
    today: date,
    touched: tuple[Touched, ...] = (),
    outcomes: tuple[Told, ...] = (),
    voice: Voice | None = None,
    excluded: str = "",
) -> dict[str, Any]:
    facts = JourneyFacts(AT, AT if assessed else None, touched, CAMPAIGN, AT if outcomes else None, outcomes)
    return {
        **ASK,
        "campaign": CAMPAIGN,
        "title": "Mitreden",
        "steps": steps_of(facts, today),
        "standards": tuple(standards_of(touched)),
        "outcomes": outcomes,
        "voice": voice,
        "excluded": excluded,
        "fault": "",
    }


PAGES_SHOWN: Final[list[tuple[str, dict[str, Any]]]] = [
    ("receipt.html", {"typed": "", "notice": ""}),
    ("receipt.html", {"typed": "AB", "notice": "receipt-nothing"}),
    ("receipt.html", {"typed": "AB", "notice": "receipt-again"}),
    ("receipt.html", {"typed": "AB", "notice": "receipt-slow"}),
    ("subscribe.html", {**ASK, "fault": "address-fault"}),
    ("subscribe.html", {**ASK, "fault": "address-away"}),
    ("subscribed.html", ASK),
    ("ask.html", {"verb": "confirm", "token": "t", **HEARING}),
    ("ask.html", {"verb": "end", "token": "t"}),
    *(("told.html", {"state": state, "token": "t", **HEARING}) for state in ("confirmed", "ended", "unknown")),
    ("journey.html", journey_values(assessed=False, today=AT.date())),
    ("journey.html", journey_values(assessed=True, today=AT.date())),
    ("journey.html", journey_values(assessed=True, today=AT.date(), touched=EVERY_STANCE)),
    ("journey.html", journey_values(assessed=True, today=AT.date(), touched=EVERY_STANCE, voice=VOICE)),
    (
        "withdrawn.html",
        {"receipt": "AB3CD4EF", "card": CARD, "title": "Mitreden", "campaign": CAMPAIGN, "withdrawn_at": AT},
    ),
    ("withdrawn.html", {"receipt": "AB3CD4EF", "card": CARD, "title": "", "campaign": None, "withdrawn_at": AT}),
    ("journey.html", journey_values(assessed=True, today=AT.date() + timedelta(days=90))),
    *(("journey.html", journey_values(assessed=True, today=AT.date(), excluded=reason)) for reason in REASONS),
    ("journey.html", journey_values(assessed=True, today=AT.date(), outcomes=(OUTCOME, OUTCOME))),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_every_language(language: str) -> None:
    assert OWN.keys(language) == {
        key for key in OWN.keys("de") if language == "de" or not key.startswith(("privacy-", "staff-", "chore-"))
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("template", "values"), PAGES_SHOWN)
def test_every_page_can_be_shown(template: str, values: dict[str, Any], language: str) -> None:
    page = PAGES.render(template, language, **values)
    assert f'<html lang="{LANGUAGES[language].tag}" dir="{LANGUAGES[language].direction}">' in page
    assert not re.search(r"\{ ?\$|\bstyle=", page)


@pytest.mark.parametrize(("standard", "title"), STANDARDS.items())
def test_standards_go_by_the_titles_of_the_catalogue(standard: str, title: str) -> None:
    assert standard_title(standard, "de") == title
    assert len({standard_title(standard, language) for language in LANGUAGES if language != "de-du"}) >= 9
    assert f"plain-{standard}" in OWN.keys("de")
