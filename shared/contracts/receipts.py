"""How intake and notify speak of a receipt without either keeping the code."""

from __future__ import annotations

import hmac
from typing import Final

from shared.kit.ids import keyed_digest
from shared.kit.settings import derive_key

LENGTH: Final = 8


def receipt_digest(secret: str, receipt: str) -> bytes:
    """What tables and messages hold instead of the receipt: 32 bytes, not to be turned back without the secret."""
    return keyed_digest(derive_key(secret, "receipt digest"), receipt.encode())


def receipt_proof(secret: str, receipt: str) -> str:
    """Proves to notify that intake showed this receipt, even before the bus has told notify of it."""
    return keyed_digest(derive_key(secret, "receipt proof"), receipt.encode()).hex()[:32]


def receipt_address(address: str, language: str) -> str:
    """What stands before the receipt in its QR code. After `#`, so that no server is ever told it (decision 20)."""
    return f"{address}/receipt?lang={language}#"


def is_proven(secret: str, receipt: str, proof: str) -> bool:
    return hmac.compare_digest(receipt_proof(secret, receipt).encode(), proof.encode())
