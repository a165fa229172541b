"""What analysis says to staff: texts, numbers, times, and the catalogue they speak of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from services.analysis.domain.assessing import STANCES
from services.analysis.domain.ledger import Ledger
from services.analysis.storage.catalogue import load_catalogue
from services.analysis.tagger.domain.standards import CATALOGUE_VERSION, STANDARDS
from services.analysis.web.access import districts_of
from services.analysis.web.pages import PAGES, beginning, ending, moment, named, number, percent, say, short_day, span
from shared.contracts.routes import ROUTES
from shared.staff.access import SignedIn


def test_the_catalogue_is_the_one_the_tagger_knows() -> None:
    catalogue = load_catalogue()
    assert catalogue.version == CATALOGUE_VERSION
    assert {standard.id for standard in catalogue.standards} == set(STANDARDS)


def test_every_consumer_has_a_name_for_people() -> None:
    consumers = {consumer for heard in ROUTES.consumers.values() for consumer in heard}
    assert [one for one in consumers if named(f"consumer-{one}", "") == ""] == []


def test_every_state_and_stance_has_a_name_for_people() -> None:
    for key in (*(f"state-{state}" for state in Ledger.__struct_fields__), *(f"stance-{one}" for one in STANCES)):
        assert PAGES.texts.say("de", key)


def test_a_name_that_no_text_knows_is_shown_as_it_is() -> None:
    assert named("district-lirich", "lirich") == "lirich"


def test_numbers_and_times_are_written_as_in_germany() -> None:
    assert (number(12345), percent(0.076)) == ("12.345", "8\u00a0%")
    assert moment(datetime(2026, 7, 1, 22, 5, tzinfo=UTC)) == "2.\u00a0Juli, 00:05\u00a0Uhr"
    assert short_day(date(2026, 11, 3)) == "Di., 3.11."
    assert span(timedelta(seconds=200)) == "3 Minuten"


@pytest.mark.parametrize("most", [4, 9, 40])
def test_a_long_text_is_cut_between_words(most: int) -> None:
    text = "Der Weg ist dunkel und eng"
    assert text.startswith(beginning(text, most).removesuffix(" …"))
    assert text.endswith(ending(text, most).removeprefix("… "))


def test_a_text_is_said_in_german_or_else_in_the_language_there_is() -> None:
    assert [say({"tr": "Merhaba", "de": "Guten Tag"}), say({"tr": "Merhaba"}), say({})] == ["Guten Tag", "Merhaba", ""]


def test_a_role_everywhere_opens_every_district() -> None:
    assert districts_of(SignedIn(UUID(int=1), "Ada", {"*": "reader", "ost": "lead"})) is None
    assert districts_of(SignedIn(UUID(int=1), "Ada", {"ost": "lead"})) == frozenset({"ost"})
