"""What is asked of the draughtsman, and how it is written into a pipe."""

from __future__ import annotations

from typing import BinaryIO, Final, Literal

import msgspec

from services.analysis.results.domain.charts import Chart

#: `page`: SVG for a page. `svg`, `png`: files to take along. `spec`: for the browser to draw. `bundle`: to draw with.
Form = Literal["page", "svg", "png", "spec", "bundle"]
LENGTH: Final = 4


class Order(msgspec.Struct, frozen=True):
    form: Form
    chart: Chart | None = None


def framed(content: bytes) -> bytes:
    return len(content).to_bytes(LENGTH) + content


def read_frame(source: BinaryIO) -> bytes | None:
    """None at the end."""
    head = source.read(LENGTH)
    return source.read(int.from_bytes(head)) if len(head) == LENGTH else None


def write_frame(target: BinaryIO, content: bytes) -> None:
    target.write(framed(content))
    target.flush()
