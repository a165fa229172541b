"""DKIM: signing a letter so that receiving servers see it is the city's. Source: RFC 6376, and RFC 8463 for Ed25519."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

#: What is signed wherever it is there. From stands once more at the end: no second one can be added afterwards.
SIGNED: Final = (
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "content-language",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "auto-submitted",
)
_BLANKS: Final = re.compile(rb"[ \t]+")
_END: Final = re.compile(rb"(?:\r\n)*\Z")

Header = tuple[bytes, bytes]


class Signer(NamedTuple):
    key: RSAPrivateKey | Ed25519PrivateKey
    selector: str
    domain: str

    @property
    def algorithm(self) -> str:
        return "rsa-sha256" if isinstance(self.key, RSAPrivateKey) else "ed25519-sha256"


@cache
def read_signer(key_file: str, selector: str, domain: str) -> Signer:
    """`key_file`: PEM, RSA or Ed25519. Raises ValueError for any other, OSError when it cannot be read."""
    key = load_pem_private_key(Path(key_file).read_bytes(), None)
    if not isinstance(key, RSAPrivateKey | Ed25519PrivateKey):
        raise ValueError("a DKIM key is an RSA or an Ed25519 key")
    return Signer(key, selector, domain)


def sign_letter(signer: Signer, content: bytes, at: int) -> bytes:
    """The letter with its signature on top. `content`: with CRLF lines; `at`: seconds since 1970."""
    head, _, body = content.partition(b"\r\n\r\n")
    headers = split_headers(head)
    there = {name.lower().decode() for name, _ in headers}
    named = [name for name in SIGNED if name in there]
    fields = (
        f"v=1; a={signer.algorithm}; c=relaxed/relaxed; d={signer.domain}; s={signer.selector};\r\n"
        f" t={at}; h={':'.join([*named, 'from'])};\r\n"
        f" bh={body_digest(body)};\r\n b="
    ).encode()
    signature = sign(signer, signed_bytes(headers, [*named, "from"], fields))
    return b"DKIM-Signature: " + fields + b"\r\n ".join(_folded(signature)) + b"\r\n" + content


def sign(signer: Signer, content: bytes) -> bytes:
    """In base64. Ed25519 signs the digest, not the text (RFC 8463, 3)."""
    if isinstance(signer.key, Ed25519PrivateKey):
        return base64.b64encode(signer.key.sign(hashlib.sha256(content).digest()))
    return base64.b64encode(signer.key.sign(content, PKCS1v15(), SHA256()))


def signed_bytes(headers: Sequence[Header], names: Iterable[str], fields: bytes) -> bytes:
    """What is signed: the named headers, from the last of a name upwards, then the signature's own without `b`."""
    left = list(headers)
    chosen = []
    for wanted in names:
        found = next((one for one in reversed(left) if one[0].lower().decode() == wanted), None)
        if found:
            left.remove(found)
            chosen.append(relaxed_header(found) + b"\r\n")
    return b"".join(chosen) + relaxed_header((b"dkim-signature", fields))


def relaxed_header(header: Header) -> bytes:
    """Lower-case name, one line, one blank between words. Source: RFC 6376, 3.4.2."""
    name, value = header
    return name.lower().strip() + b":" + _BLANKS.sub(b" ", value.replace(b"\r\n", b"")).strip()


def relaxed_body(body: bytes) -> bytes:
    """No blanks at line ends, one between words, no empty lines at the end. Source: RFC 6376, 3.4.4."""
    lines = b"\r\n".join(_BLANKS.sub(b" ", line).rstrip(b" ") for line in body.split(b"\r\n"))
    kept = _END.sub(b"", lines, count=1)
    return kept + b"\r\n" if kept else b""


def body_digest(body: bytes) -> str:
    return base64.b64encode(hashlib.sha256(relaxed_body(body)).digest()).decode()


def split_headers(head: bytes) -> list[Header]:
    """Names and values as they stand, values still folded."""
    lines = re.split(rb"\r\n(?![ \t])", head)
    return [(name, value) for name, _, value in (line.partition(b":") for line in lines if line)]


def _folded(signature: bytes) -> list[bytes]:
    return [signature[start : start + 72] for start in range(0, len(signature), 72)]
