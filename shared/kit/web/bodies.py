"""Form bodies as browsers send them, read with limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

from litestar import Request
from litestar.exceptions import ClientException

from shared.kit.web.reading import note_fields

#: Far above a long answer to every question, far below what would hurt.
MOST_BYTES = 256 * 1024
MOST_FIELDS = 500

Fields = Mapping[str, Sequence[str]]


class BodyTooLarge(ClientException):
    status_code = 413


async def read_fields(
    request: Request,  # type: ignore[type-arg]
    most_fields: int = MOST_FIELDS,
    most_bytes: int = MOST_BYTES,
) -> Fields:
    """The fields of an urlencoded body: name → values in order. Raises BodyTooLarge and ClientException."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > most_bytes:
            raise BodyTooLarge("body_too_large")
    try:
        # A zero byte means nothing to anybody, and PostgreSQL stumbles over it.
        text = body.decode("utf-8").replace("%00", "").replace("\0", "")
        fields = parse_qs(text, keep_blank_values=True, max_num_fields=most_fields, errors="strict")
    except ValueError:
        raise ClientException("body_unreadable") from None
    note_fields(fields)
    return fields


def first(fields: Fields, name: str) -> str:
    """The field's first value, trimmed; empty when it was not sent."""
    values = fields.get(name)
    return values[0].strip() if values else ""
