"""Phone numbers, addresses of devices and houses, and what fits into a text message."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.domain.media import (
    PostalAddress,
    faults_of,
    is_public_address,
    is_public_endpoint,
    looks_like_phone,
    provider_of,
    read_device,
    read_phone,
    sms_parts,
    spoken_address,
)
from services.notify.settings import Settings
from services.notify.wording import TEXTS
from shared.kit.ids import read_code
from shared.kit.texts import LANGUAGES

POINT = base64.urlsafe_b64encode(b"\x04" + bytes(64)).decode().rstrip("=")
AUTH = base64.urlsafe_b64encode(bytes(16)).decode().rstrip("=")
ENDPOINT = "https://push.services.mozilla.com/wpush/v2/gAAAA"
HOME = PostalAddress("Anna Muster", "Steinbrinkstraße 1", "46145", "Oberhausen")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0151 23456789", "+4915123456789"),
        ("0176/1234567", "+491761234567"),
        ("+49 (0)151 23456789", "+4915123456789"),
        ("(0151) 2345-6789", "+4915123456789"),
        ("0049 160 1234567", "+491601234567"),
        ("+90 532 123 45 67", "+905321234567"),
        ("+380 50 123 4567", "+380501234567"),
    ],
)
def test_a_phone_number_is_read_however_it_is_written(typed: str, number: str) -> None:
    assert looks_like_phone(typed)
    assert read_phone(typed) == number


@pytest.mark.parametrize("typed", ["0208 8250", "0151 234", "+49 30 123456", "+1", "+00012345678", "0" * 40, "110", ""])
def test_landlines_and_halves_of_numbers_are_not_taken(typed: str) -> None:
    assert read_phone(typed) is None


@pytest.mark.parametrize("typed", ["anna@example.org", "Anna", "0151@example.org", "", "٠١٥١ ٢٣٤٥٦٧٨٩"])
def test_what_is_no_number_is_left_to_the_address_reader(typed: str) -> None:
    assert not looks_like_phone(typed)


@given(st.from_regex(r"\+[1-9][0-9]{7,13}", fullmatch=True))
def test_a_number_read_once_reads_the_same_again(number: str) -> None:
    read = read_phone(number)
    assert read is None or read_phone(read) == read == number


@pytest.mark.parametrize(
    "endpoint",
    [
        ENDPOINT,
        "https://fcm.googleapis.com/fcm/send/abc:def",
        "https://web.push.apple.com:443/QGu",
        "https://wns2-par02p.notify.windows.com/w/?token=BQY",
    ],
)
def test_the_services_of_the_browsers_are_called(endpoint: str) -> None:
    assert is_public_endpoint(endpoint)


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.services.mozilla.com/x",
        "https://push.services.mozilla.com:8443/x",
        "https://localhost/x",
        "https://valkey/x",
        "https://127.0.0.1/x",
        "https://2130706433/x",
        "https://0x7f.1/x",
        "https://[::1]/x",
        "https://10.0.0.8/x",
        "https://169.254.169.254/latest",
        "https://rathaus.internal/x",
        "https://drucker.local/x",
        "https://user:secret@push.example.org/x",
        "https://push.services.mozilla.com@127.0.0.1/x",
        "https://push.example.org:x/",
        "file:///etc/passwd",
        "https://push.example.org/\r\nHost: intern",
        "https://push.example.org/" + "x" * 2000,
        "",
    ],
)
def test_nothing_inside_the_house_is_called(endpoint: str) -> None:
    assert not is_public_endpoint(endpoint)
    assert read_device(endpoint, POINT, AUTH) is None


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::", "x"),
    ],
)
def test_addresses_of_private_networks_are_known_in_every_wrapping(address: str) -> None:
    assert not is_public_address(address)


@pytest.mark.parametrize("address", ["142.250.1.1", "2a00:1450::1", "::ffff:142.250.1.1", "64:ff9b::8efa:101"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public_address(address)


@pytest.mark.parametrize(("p256dh", "auth"), [("", AUTH), (POINT, ""), (POINT[:-4], AUTH), (AUTH, POINT), ("%", AUTH)])
def test_a_device_without_its_keys_is_none(p256dh: str, auth: str) -> None:
    assert read_device(ENDPOINT, POINT, AUTH)
    assert read_device(ENDPOINT, p256dh, auth) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [("a" * 160, 1), ("a" * 161, 2), ("€" * 80, 1), ("€" * 81, 2), ("ı" * 70, 1), ("ı" * 71, 2), ("Grüße", 1)],
)
def test_a_text_message_has_room_for_160_letters_or_70(text: str, parts: int) -> None:
    assert sms_parts(text) == parts


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_short_in_every_language(language: str) -> None:
    """With an address as long as the city's would be."""
    home = "https://resonanz.oberhausen.de"
    news = TEXTS.say(language, "sms-news", link=f"{home}/receipt", end=f"{home}/e/{'x' * 16}")
    code = TEXTS.say(language, "sms-code", code="123456")
    in_gsm = language in ("de", "de-du", "de-einfach", "en", "pl", "ro")
    assert sms_parts(code) <= (1 if in_gsm else 2)
    assert sms_parts(news) <= (1 if in_gsm else 3)


def test_the_same_house_is_found_again_however_it_was_typed() -> None:
    again = PostalAddress("anna  MUSTER", "Steinbrinkstraße 1", "46145", " Oberhausen", large=True)
    assert again.identity == HOME.identity
    assert PostalAddress("Berta Muster", HOME.street, HOME.postcode, HOME.town).identity != HOME.identity


def test_an_address_says_what_it_lacks() -> None:
    assert faults_of(HOME) == {}
    assert faults_of(PostalAddress("", "", "", "")) == dict.fromkeys(("name", "street", "postcode", "town"), "missing")
    assert faults_of(PostalAddress("A", "B", "4614?", "C")) == {"postcode": "postcode"}
    assert faults_of(PostalAddress("A" * 81, "B", "46145", "C")) == {"name": "long"}


def test_what_is_kept_of_a_device_is_told_as_its_service() -> None:
    kept = '{"endpoint":"https://fcm.googleapis.com/fcm/send/x","p256dh":"","auth":""}'
    assert spoken_address("push", kept) == "fcm.googleapis.com"
    assert provider_of("push", kept) == "push@fcm.googleapis.com"
    assert provider_of("sms", "+4915123456789") == "sms@sms"
    assert provider_of("mail", "anna@example.org") == "anna@example.org"


def test_links_are_short_and_can_be_typed_where_there_is_little_room() -> None:
    settings = Settings(secret="s" * 40, address="https://x.de", mail_from="a@x.de", mail_folder="")
    token = "t" * 43
    links = {kind: settings.link_token(token, kind) for kind in ("mail", "push", "sms", "post")}
    assert links["mail"] == links["push"] == token
    assert links["sms"] == links["post"] == read_code(links["post"].lower())
    assert len(links["sms"]) == 16
    assert links["sms"] != settings.link_token("u" * 43, "sms")
