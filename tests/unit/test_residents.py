"""What residents type and what they are sent: codes out of addresses, subjects in their own script."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.operations.compose_letter import POLICY
from services.notify.wording import TEXTS
from shared.kit.ids import read_code
from shared.kit.texts import LANGUAGES

#: Letters of several scripts, as words of a title.
WORDS = st.lists(st.text("abcäöß مشاركتكم Участие çğış", min_size=1, max_size=20).map(str.strip), max_size=12)


@pytest.mark.parametrize(
    "typed",
    [
        "https://resonanz.example/q/AB3CD4",
        "resonanz.example/q/ab3cd4",
        "127.0.0.1:8080/q/AB3CD4/?lang=de&view=large",
        " http://resonanz.example/receipt?lang=tr#AB3C D4 ",
        "AB3/CD4",
        "AB3.CD4",
    ],
)
def test_a_code_is_read_out_of_an_address_that_was_pasted_whole(typed: str) -> None:
    assert read_code(typed) == "AB3CD4"


def test_a_flood_of_dots_is_read_at_once() -> None:
    assert read_code("." * 250_000 + "/" * 1000) == ""


def arrives_as(subject: str) -> str:
    """What a mail program shows of it."""
    message = EmailMessage(policy=POLICY)
    message["Subject"] = subject
    content = message.as_bytes()
    assert max(map(len, content.split(b"\r\n"))) <= 78
    return str(message_from_bytes(content, policy=default)["Subject"])


@given(WORDS)
def test_a_subject_arrives_with_all_its_spaces(words: list[str]) -> None:
    subject = " ".join(" ".join(words).split())
    assert arrives_as(subject) == subject


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_letter_has_its_subject_in_every_language(language: str) -> None:
    subject = TEXTS.say(language, "letter-confirm-subject")
    assert arrives_as(subject) == subject
