"""Interface texts and languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kit.texts import LANGUAGES, Texts, nearest_language

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


@given(st.text(max_size=80))
def test_whatever_a_browser_sends_a_language_is_found(wanted: str) -> None:
    assert nearest_language(wanted, OFFERED) in LANGUAGES
