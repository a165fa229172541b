"""Interface texts and languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kit.texts import LANGUAGES, WRITTEN, Texts, language_tag, nearest_language, said_in
from shared.kit.web.pages import spoken_day

OFFERED = ("de", "tr", "ar")


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    (tmp_path / "de.ftl").write_text("hello = Guten Tag, { $who }\nonly = nur hier\n", "utf-8")
    (tmp_path / "tr.ftl").write_text("hello = Merhaba { $who }\n", "utf-8")
    (tmp_path / "ar.ftl").write_text("hello = مرحبا { $who }\n", "utf-8")
    return Texts(tmp_path)


def test_a_text_is_said_in_the_language(texts: Texts) -> None:
    assert texts.say("de", "hello", who="Ayşe") == "Guten Tag, Ayşe"
    assert texts.say("tr", "hello", who="Ayşe") == "Merhaba Ayşe"


def test_a_value_of_another_direction_is_kept_apart_in_arabic(texts: Texts) -> None:
    assert texts.say("ar", "hello", who="Ayşe") == "مرحبا \u2068Ayşe\u2069"


def test_a_missing_text_is_said_in_german(texts: Texts) -> None:
    assert texts.say("tr", "only") == "nur hier"


def test_a_text_nobody_wrote_is_an_error(texts: Texts) -> None:
    with pytest.raises(KeyError, match="nothing"):
        texts.say("de", "nothing")


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("tr-TR,tr;q=0.9,de;q=0.8", "tr"),
        ("ar", "ar"),
        ("AR-eg", "ar"),
        ("en-GB,en;q=0.9,tr;q=0.5", "tr"),
        ("en", "de"),
        ("", "de"),
        ("*", "de"),
    ],
)
def test_the_first_offered_language_of_a_browser_is_taken(wanted: str, language: str) -> None:
    assert nearest_language(wanted, OFFERED) == language


def test_a_face_says_what_its_language_says_where_it_has_no_words_of_its_own(texts: Texts, tmp_path: Path) -> None:
    (tmp_path / "de-du.ftl").write_text("hello = Hallo { $who }\n", "utf-8")
    assert texts.say("de-du", "hello", who="Ayşe") == "Hallo Ayşe"
    assert texts.say("de-du", "only") == "nur hier"


def test_around_questions_in_leichte_sprache_the_interface_speaks_einfache_sprache(tmp_path: Path) -> None:
    (tmp_path / "de.ftl").write_text("hello = Guten Tag\n", "utf-8")
    (tmp_path / "de-einfach.ftl").write_text("hello = Hallo\n", "utf-8")
    assert Texts(tmp_path).say("de-leicht", "hello") == "Hallo"
    assert "de-leicht" not in LANGUAGES, "nobody has checked the interface itself"


@pytest.mark.parametrize("language", WRITTEN)
def test_every_chain_of_languages_ends_in_german(language: str) -> None:
    assert said_in(language)[0] == language
    assert said_in(language)[-1] == "de"


@pytest.mark.parametrize("language", WRITTEN)
def test_a_face_is_marked_as_the_language_it_is_a_face_of(language: str) -> None:
    assert language_tag(language) == ("de" if language.startswith("de") else language)


def test_a_tag_nobody_knows_stays_as_it_is() -> None:
    assert language_tag("nl") == "nl"


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("de-einfach", "3. Mai 2026"),
        ("en", "3 May 2026"),
        ("uk", "3 травня 2026\u202fр."),
        ("pl", "3 maja 2026"),
        ("ar", "3 مايو 2026"),
    ],
)
def test_a_day_is_said_as_the_language_says_it(language: str, spoken: str) -> None:
    assert spoken_day(date(2026, 5, 3), language) == spoken


def test_a_moment_is_told_by_the_day_it_was_where_the_readers_live() -> None:
    assert spoken_day(datetime(2026, 5, 3, 22, 30, tzinfo=UTC), "de") == "4. Mai 2026"


@pytest.mark.parametrize("wanted", ["de-DU", "de-einfach", "de", "fr", ""])
def test_a_browser_never_chooses_a_face(wanted: str) -> None:
    assert nearest_language(wanted, ("de-du", "de-einfach", "de", "tr")) == "de"
    assert nearest_language(wanted, ("de-du", "tr")) == "tr", "not even where German is offered as a face alone"
    assert nearest_language(wanted, ("de-du",)) == "de-du", "unless there is nothing else"


@given(st.text(max_size=80))
def test_whatever_a_browser_sends_a_language_is_found(wanted: str) -> None:
    assert nearest_language(wanted, OFFERED) in LANGUAGES
