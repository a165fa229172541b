"""A letter cast from a mould is the letter that would have been composed, byte for byte but for its boundary."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.letters import OUTCOME
from services.notify.operations.cast_mould import HOLE, MOST, Mould, Moulds, cast_mould
from services.notify.operations.compose_letter import Letter, compose_letter, write_letter
from shared.kit.texts import LANGUAGES
from tests.unit.test_notify_letters import KINDS, SETTINGS, letter_of

TOKENS = st.text("ABCXYZabcxyz0123456789-_", min_size=43, max_size=43)


def read(content: bytes) -> EmailMessage:
    found = message_from_bytes(content, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def made(kind: str, language: str, token: str = "t" * 43, number: int = 7) -> Letter:
    one = letter_of(kind, language)
    return msgspec.structs.replace(one, id=UUID(int=number), token=token, recipient=f"{'a' * 60}{number}@example.org")


def compose(wanted: Letter) -> bytes:
    return compose_letter(SETTINGS, wanted).as_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_cast_letter_says_what_a_composed_one_says(kind: str, language: str) -> None:
    for number, token in enumerate(("t" * 43, HOLE[::-1], "-_" * 21 + "x")):
        wanted = made(kind, language, token, number)
        cast, composed = (read(one) for one in (write_letter(SETTINGS, wanted).content, compose(wanted)))
        assert {name: str(cast[name]) for name in cast if name != "Content-Type"} == {
            name: str(composed[name]) for name in composed if name != "Content-Type"
        }
        for part in ("plain", "html"):
            one, other = cast.get_body((part,)), composed.get_body((part,))
            assert one and other
            assert re.sub(r"\r\n", "\n", one.get_content()) == re.sub(r"\r\n", "\n", other.get_content())
            assert token in one.get_content()
        assert HOLE.encode() not in write_letter(SETTINGS, wanted).content


def test_no_reader_gets_the_link_of_another() -> None:
    one, other = (write_letter(SETTINGS, made(OUTCOME, "de", token * 43)).content for token in "xy")
    assert b"x" * 43 in one.replace(b"=\r\n", b"")
    assert b"x" * 43 not in other.replace(b"=\r\n", b"")


@given(TOKENS, st.lists(st.integers(1, 42), max_size=3, unique=True), st.binary(max_size=20))
def test_a_token_is_broken_where_the_hole_was(token: str, cuts: list[int], text: bytes) -> None:
    def broken(word: str) -> bytes:
        pieces = [word[a:b] for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), 43], strict=True)]
        return "=\r\n".join(pieces).encode()

    mould = cast_mould(b"<" + broken(HOLE) + b">" + text + broken(HOLE))
    assert mould.fill(token.encode()) == b"<" + broken(token) + b">" + text + broken(token)


def test_only_so_many_moulds_are_kept() -> None:
    moulds = Moulds()
    for number in range(MOST + 5):
        moulds.keep(str(number).encode(), Mould([], b""))
    assert moulds.get(b"0") is None
    assert moulds.get(str(MOST + 4).encode()) is not None
