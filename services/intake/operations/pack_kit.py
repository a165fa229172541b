"""Packing the pages of a print kit into one ZIP file, handed on page by page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator
from typing import IO, Any, cast

from services.intake.storage.kits import Drawn


async def pack_kit(pages: AsyncIterator[Drawn]) -> AsyncIterator[bytes]:
    """PDFs are compressed already: they are only put one after the other."""
    sink = _Sink()
    with zipfile.ZipFile(cast(IO[bytes], sink), "w", zipfile.ZIP_STORED) as archive:
        async for page in pages:
            archive.writestr(f"{page.name}.pdf", page.pdf)
            yield sink.take()
    yield sink.take()


class _Sink(io.RawIOBase):
    """What a ZIP file is written to that nobody can go back in."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, part: Any) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def take(self) -> bytes:
        taken = b"".join(self._parts)
        self._parts.clear()
        return taken
