"""Sealing as a device does it in its browser, for tests that have none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from uuid import uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.ec import ECDH, SECP256R1, EllipticCurvePublicKey, generate_private_key
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from services.intake.domain.kept import Sealed


def seal(point: bytes, plain: bytes) -> Sealed:
    own = generate_private_key(SECP256R1())
    ours = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    agreed = own.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point))
    key = HKDF(SHA256(), 32, salt=ours, info=b"resonanz kept response").derive(agreed)
    nonce = os.urandom(12)
    return Sealed(ours, nonce, AESGCM(key).encrypt(nonce, plain, None))


def kept(point: bytes, answers: Mapping[str, str | Sequence[str]], token: str = "", language: str = "de") -> Sealed:
    """What a device seals of a filled form. `token`: its id; empty: one that the device makes."""
    fields = [("language", language)]
    for name, value in answers.items():
        fields += [(name, one) for one in ([value] if isinstance(value, str) else value)]
    return seal(point, msgspec.json.encode({"token": token or f"device-{uuid4()}", "fields": fields}))
