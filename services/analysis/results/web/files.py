"""Files as answers to a request."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Final

from litestar import Response
from litestar.response import Stream

from services.analysis.results.domain.formats import Made

#: Nobody keeps what may change or belongs to staff; nothing runs in it, whatever a browser takes it for.
HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def download(content: bytes, made: Made, name: str) -> Response[bytes]:
    """`name` holds letters, digits, hyphens and dots only."""
    return Response(content, media_type=made.media_type, headers={**HEADERS, **_attached(name)})


def stream(content: AsyncIterator[bytes], made: Made, name: str, size: int) -> Stream:
    headers = {**HEADERS, **_attached(name), "Content-Length": str(size)}
    return Stream(content, media_type=made.media_type, headers=headers)


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
