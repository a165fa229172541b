"""DKIM: what we sign is what the standards' own examples sign, and what any verifier computes again."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_der_public_key
from hypothesis import given
from hypothesis import strategies as st

from services.notify.operations.sign_letter import (
    Signer,
    body_digest,
    read_signer,
    relaxed_body,
    relaxed_header,
    sign,
    sign_letter,
    signed_bytes,
    split_headers,
)

#: RFC 8463, appendix A: keys, and a message with both signatures.
ED25519 = base64.b64decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")
ED25519_PUBLIC = base64.b64decode("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
RSA_PUBLIC = base64.b64decode(
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/by"
    "YzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB"
)
MESSAGE = """From: Joe SixPack <joe@football.example.com>
To: Suzie Q <suzie@shopping.example.net>
Subject: Is dinner ready?
Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
Message-ID: <20030712040037.46341.5F8J@football.example.com>

Hi.

We lost the game.  Are you hungry yet?

Joe.
""".replace("\n", "\r\n").encode()
NAMES = "from : to : subject : date : message-id : from : subject : date"
FIELDS = (
    " v=1; a={algorithm}; c=relaxed/relaxed;\r\n"
    " d=football.example.com; i=@football.example.com;\r\n"
    " q=dns/txt; s={selector}; t=1528637909; h=from : to :\r\n"
    " subject : date : message-id : from : subject : date;\r\n"
    " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n"
    " b="
)
ED25519_SIGNATURE = "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw=="
RSA_SIGNATURE = (
    "F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz"
    "dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8="
)


def example(algorithm: str, selector: str) -> bytes:
    head = MESSAGE.partition(b"\r\n\r\n")[0]
    fields = FIELDS.format(algorithm=algorithm, selector=selector).encode()
    return signed_bytes(split_headers(head), NAMES.split(" : "), fields)


def test_the_body_digest_is_the_one_of_the_standard() -> None:
    assert body_digest(MESSAGE.partition(b"\r\n\r\n")[2]) == "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8="


def test_ed25519_signs_the_standards_message_as_the_standard_does() -> None:
    signer = Signer(Ed25519PrivateKey.from_private_bytes(ED25519), "brisbane", "football.example.com")
    assert sign(signer, example("ed25519-sha256", "brisbane")).decode() == ED25519_SIGNATURE


def test_the_standards_rsa_signature_is_one_over_what_we_would_sign() -> None:
    key = load_der_public_key(RSA_PUBLIC)
    assert isinstance(key, RSAPublicKey)
    key.verify(base64.b64decode(RSA_SIGNATURE), example("rsa-sha256", "test"), PKCS1v15(), SHA256())
    with pytest.raises(InvalidSignature):
        key.verify(base64.b64decode(RSA_SIGNATURE), example("rsa-sha256", "other"), PKCS1v15(), SHA256())


def test_headers_and_bodies_are_relaxed_as_in_the_examples_of_rfc_6376() -> None:
    assert relaxed_header((b"A", b" X")) == b"a:X"
    assert relaxed_header((b"B ", b" Y\t\r\n\tZ  ")) == b"b:Y Z"
    assert relaxed_body(b" C \r\nD \t E\r\n\r\n\r\n") == b" C\r\nD E\r\n"
    assert relaxed_body(b"") == b""
    assert relaxed_body(b"\r\n\r\n") == b""


@given(st.text("ab \t\r\n", max_size=40))
def test_relaxing_twice_is_relaxing_once(text: str) -> None:
    body = re.sub(r"[\r\n]+", "\r\n", text).encode()
    once = relaxed_body(body)
    assert relaxed_body(once) == once
    assert once == b"" or once.endswith(b"\r\n")


@pytest.mark.parametrize("kind", ["rsa", "ed25519"])
def test_a_signed_letter_verifies_and_a_changed_one_does_not(kind: str, tmp_path: Path) -> None:
    key = generate_private_key(65537, 2048) if kind == "rsa" else Ed25519PrivateKey.generate()
    file = tmp_path / "key.pem"
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    signed = sign_letter(read_signer(str(file), "s1", "example.org"), MESSAGE, 1_800_000_000)
    assert signed.endswith(MESSAGE)
    assert all(len(line) <= 100 for line in signed.split(b"\r\n"))
    verify(signed, key.public_key())
    for changed in (signed.replace(b"dinner", b"supper"), signed.replace(b"Joe.", b"Jim."), second_sender(signed)):
        with pytest.raises((InvalidSignature, AssertionError)):
            verify(changed, key.public_key())


def second_sender(signed: bytes) -> bytes:
    """A second From: on top of the message, which some programs would show."""
    head, _, rest = signed.partition(b"From: ")
    return head + b"From: Mallory <m@example.net>\r\nFrom: " + rest


def verify(signed: bytes, key: RSAPublicKey | Ed25519PublicKey) -> None:
    """As a receiving server does it, written anew from the standard."""
    head, _, body = signed.partition(b"\r\n\r\n")
    headers = split_headers(head)
    (value,) = [value for name, value in headers if name == b"DKIM-Signature"]
    tags = dict(part.strip().split(b"=", 1) for part in value.replace(b"\r\n", b"").split(b";"))
    assert base64.b64encode(hashlib.sha256(relaxed_body(body)).digest()) == tags[b"bh"]
    bare = re.sub(rb"(\bb=).*\Z", rb"\1", value, flags=re.DOTALL)
    text = signed_bytes(headers, tags[b"h"].decode().split(":"), bare)
    signature = base64.b64decode(tags[b"b"].replace(b" ", b""))
    if isinstance(key, RSAPublicKey):
        key.verify(signature, text, PKCS1v15(), SHA256())
    else:
        key.verify(signature, hashlib.sha256(text).digest())
