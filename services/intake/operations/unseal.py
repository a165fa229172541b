"""Opening what a device sealed for the city.

Source: ECDH on P-256, HKDF-SHA-256 (RFC 5869) salted with the device's point, AES-256-GCM, as Web Crypto has them.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import ECDH, SECP256R1, EllipticCurvePrivateKey, derive_private_key
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey as PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from services.intake.domain.kept import Contents, NotTakenError, Sealed

INFO: Final = b"resonanz kept response"
#: The order of the curve's group (FIPS 186-4, D.1.2.3).
_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def public_point(key: bytes) -> bytes:
    """What devices seal for: 65 bytes. `key`: 32 random bytes."""
    return _private(key).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def unseal(key: bytes, sealed: Sealed) -> Contents:
    """Raises NotTakenError where it was sealed for another house, or changed on its way."""
    try:
        agreed = _private(key).exchange(ECDH(), PublicKey.from_encoded_point(SECP256R1(), sealed.point))
        plain = AESGCM(_derived(agreed, sealed.point)).decrypt(sealed.nonce, sealed.text, None)
        return msgspec.json.decode(plain, type=Contents)
    except (InvalidTag, ValueError):
        raise NotTakenError("unreadable") from None


def _derived(agreed: bytes, point: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=point, info=INFO).derive(agreed)


@cache
def _private(key: bytes) -> EllipticCurvePrivateKey:
    return derive_private_key(int.from_bytes(key) % (_ORDER - 1) + 1, SECP256R1())
