"""Redaction as a pure function: what it keeps, what it takes away, and that no text can break it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import services.analysis
from services.analysis.domain.sensitive import KINDS, MASK, Kind, Sensitive, find_sensitive, pieces, redact

BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३４５"
#: What people write, in pieces that are put together at random, with anything in between.
SNIPPETS = (
    "Frau Lindner ", "Herr Dr. Probe, ", "Lindners", "Tel. ", "0208 825222", "0208-82 52 22", "+49 (0)170 1234567",
    "max@web.example", "max (at) web punkt de", "MAX@web.example", "DE89 3704 0044 0532 0130 00", "4111 1111 1111 1111",
    "Ich wohne ", "Bahnhofstr. 12, 3. OG bei Müller", "OB-AB 123", "12.05.2026", "46145 Oberhausen", "Viele Grüße\n",
    "Ich will nicht mehr leben. ", "Ich bring euch um!", " klaut ", "السيدة هناء ", "٠١٧٠ ١٢٣٤٥٦٧ ",
    "пані Олена Коваль "
    ,
    "Ahmet Bey ", "\u200b", "e\u0301", "\u202e", "\ud800", "ﷺ", "İ", "ß", "\n", "\u2028", " ", ". ",
)  # fmt: skip
WRITTEN = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=6) | st.text(DIGITS + " -/.()", max_size=14)).map(
    "".join
)
ANY_TEXT = WRITTEN | st.text(st.characters(), max_size=200)
FOUND = st.lists(
    st.builds(
        lambda kind, start, length: Sensitive(kind, start, start + length, "sensitive-phone"),
        st.sampled_from(KINDS),
        st.integers(0, 60),
        st.integers(1, 30),
    ),
    max_size=6,
)


def places(found: tuple[Sensitive, ...] | list[Sensitive]) -> set[int]:
    return {place for one in found if one.treatment == "mask" for place in range(one.start, one.end)}


@given(ANY_TEXT)
def test_no_text_breaks_the_search(text: str) -> None:
    found = find_sensitive(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert list(found) == sorted(found, key=lambda one: one.start)


@given(ANY_TEXT, FOUND)
def test_redaction_changes_nothing_outside_of_what_was_found(text: str, found: list[Sensitive]) -> None:
    shown, covered = redact(text, found).text, places(found)
    assert len(shown) == len(text)
    assert all(shown[place] == sign for place, sign in enumerate(text) if place not in covered or sign in BREAKS)
    assert all(shown[place] == MASK for place, sign in enumerate(text) if place in covered and sign not in BREAKS)


@given(ANY_TEXT, FOUND)
def test_redaction_done_twice_is_redaction_done_once(text: str, found: list[Sensitive]) -> None:
    once = redact(text, found)
    assert redact(once.text, found) == once


@given(ANY_TEXT, FOUND, st.integers(0, 80), st.integers(0, 80))
def test_the_place_of_a_quote_survives(text: str, found: list[Sensitive], start: int, length: int) -> None:
    shown = redact(text, found).text
    assert len(shown[start : start + length]) == len(text[start : start + length])
    assert len(shown.splitlines()) == len(text.splitlines())


@given(WRITTEN)
def test_no_masked_number_is_left_however_it_is_spaced(text: str) -> None:
    found = find_sensitive(text)
    left = _digits(redact(text, found).text)
    for one in found:
        digits = _digits(text[one.start : one.end])
        if one.kind in ("phone", "account") and digits.isdigit():
            assert digits not in left


@given(WRITTEN)
def test_no_masked_address_is_left_however_it_is_spaced(text: str) -> None:
    found = find_sensitive(text)
    left = _ink(redact(text, found).text)
    assert not [one for one in found if one.kind == "email" and _ink(text[one.start : one.end]) in left]


@given(WRITTEN)
def test_no_masked_name_is_left_as_a_word(text: str) -> None:
    found = find_sensitive(text)
    left = redact(text, found).text
    for one in found:
        name = text[one.start : one.end]
        if one.kind == "person_name" and name.isalpha():
            assert not re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", left)


@given(WRITTEN)
def test_what_is_held_says_so(text: str) -> None:
    found = find_sensitive(text)
    assert redact(text, found).held == any(one.kind in ("cry_for_help", "threat", "accusation") for one in found)


@given(ANY_TEXT, FOUND)
def test_the_pieces_for_those_who_decide_are_the_whole_text(text: str, found: list[Sensitive]) -> None:
    assert "".join(piece.text for piece in pieces(text, found)) == text


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_either_masked_or_held(kind: Kind) -> None:
    shown = redact("abcdef", [Sensitive(kind, 1, 3, "sensitive-phone")])
    assert (shown.text, shown.held) in (("a██def", False), ("abcdef", True))


def test_a_long_text_is_searched_in_a_moment() -> None:
    """Nothing in it may make the search slow: the time grows with the length, not with its square."""
    for unit in ("a", "0 ", "ich werde sie ", "@", "x@", "Frau ", "(", "1.", "мой муж ", "ich ", "strasse 1 ", "а"):
        text = (unit * 5000)[:5000]
        assert len(redact(text, find_sensitive(text)).text) == 5000


def test_only_one_place_reads_what_people_wrote_in_order_to_show_it() -> None:
    """Whoever adds a page takes `read_shown`. The others here read for the machine, for leads who decide, or for the
    person who wrote it."""
    home = Path(services.analysis.__file__ or "").parent
    reading = {
        str(file.relative_to(home))
        for folder in ("operations", "storage", "web")
        for file in (home / folder).glob("*.py")
        if _reads_text(file.read_text("utf-8"))
    }
    assert reading == {
        "storage/passages.py",
        "storage/held.py",
        "operations/settle_response.py",
        "operations/correct_response.py",
        "operations/erase_response.py",
        "operations/ask_voice.py",  # masks what it sends to the city's language model
        "storage/themes.py",  # clusters; what people see of a theme comes from read_shown
        "storage/own_voice.py",
    }


def _reads_text(source: str) -> bool:
    """`Passage.text` or `Tag.quote` in a query, as a column or in SQL."""
    columns = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    return bool({"Passage.text", "Tag.quote"} & columns) or "p.text" in source.replace("length(p.text)", "")


def _digits(text: str) -> str:
    """With whatever else than spaces and signs between digits as a break."""
    kept = "".join(sign for sign in text if not (sign.isspace() or sign in "-./()·_,:+'\\"))
    return "".join(str(int(sign)) if sign.isdecimal() else "x" for sign in kept)


def _ink(text: str) -> str:
    return "".join(sign for sign in text if not sign.isspace()).casefold()
