"""A print kit: postcard, leaflet, notice, poster, stickers, table card of a channel as accessible PDFs (PDF/UA-1)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any, Final, Literal, cast, get_args

import msgspec

from shared.kit.print.qr import draw_svg
from shared.kit.print.typeset import typeset

TEMPLATES: Final = Path(__file__).parent.parent / "templates"
Format = Literal["a6", "a5", "a4", "a3", "stickers", "card"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
#: Typst leaves Python alone while it sets, so threads do it side by side; more than these would leave no core for
#: whoever opens a form.
THREADS: Final = 2


class Piece(msgspec.Struct, frozen=True):
    """One format of one channel in one language: one page. `spoken` describes the QR code to who cannot see it.

    `large`: fewer words in larger letters, with more contrast. `group`: whom the channel is for, or empty.
    """

    name: str
    format: Format
    large: bool
    language: str
    direction: str
    title: str
    intro: str
    scan: str
    type_in: str
    code: str
    promise: str
    private: str
    place: str
    group: str
    office: str
    address: str
    spoken: str


class Line(msgspec.Struct, frozen=True):
    """One channel in the list of all codes."""

    place: str
    group: str
    kind: str
    days: str
    code: str
    address: str
    spoken: str


class Sheet(msgspec.Struct, frozen=True):
    """The list of all codes, for whoever hangs them up. `columns`: the four heads of its table."""

    title: str
    heading: str
    office: str
    address: str
    columns: Sequence[str]
    lines: Sequence[Line]


def draw_piece(piece: Piece) -> bytes:
    """One page. Raises typst.TypstError if the texts cannot be set."""
    values = {"piece": msgspec.json.encode(piece).decode(), "qr": draw_svg(piece.address).decode()}
    return typeset(TEMPLATES / "kit.typ", values)


def draw_codes(sheet: Sheet) -> bytes:
    """As many pages as it takes."""
    rows = [msgspec.structs.asdict(line) | {"qr": draw_svg(line.address).decode()} for line in sheet.lines]
    told: dict[str, Any] = msgspec.structs.asdict(sheet) | {"rows": rows, "lines": []}
    return typeset(TEMPLATES / "codes.typ", {"sheet": msgspec.json.encode(told).decode()})


def draw_zip(pieces: Iterable[Piece], sheet: Sheet) -> Iterator[bytes]:
    """All of it as one ZIP file, handed on page by page while it is drawn. Blocks: take it off the loop."""
    sink = _Sink()
    file = cast(IO[bytes], sink)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive, ThreadPoolExecutor(THREADS) as threads:
        archive.writestr("codes.pdf", draw_codes(sheet))
        yield sink.take()
        waiting = list(pieces)
        for piece, drawn in zip(waiting, threads.map(draw_piece, waiting), strict=True):
            archive.writestr(f"{piece.name}.pdf", drawn)
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
