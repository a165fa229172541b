"""The draughtsman: a process of its own, since drawing holds the interpreter and would keep everybody else waiting.

Reads orders from standard input and writes what they ask for, each with its length before it; ends with its input.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, Final

import msgspec
import vl_convert

from services.analysis.results.charts.drawing import specify
from services.analysis.results.charts.dressing import for_file, for_page
from services.analysis.results.charts.orders import Order, read_frame, write_frame

#: Numbers as they are written here, for axes; what stands in the data is written already.
LOCALE: Final = "de-DE"
SHARP: Final = 3.0


def serve(orders: BinaryIO, pictures: BinaryIO) -> None:
    _learn_letters()
    while (frame := read_frame(orders)) is not None:
        try:
            done = b"+" + draw(msgspec.json.decode(frame, type=Order))
        except Exception as error:
            done = b"-" + type(error).__name__.encode()
        write_frame(pictures, done)


def draw(order: Order) -> bytes:
    """What is asked for; of `bundle` the script that draws in a browser."""
    if order.chart is None:
        # Its thousand short names stay its own.
        return f"(() => {{{vl_convert.javascript_bundle('window.vegaEmbed = vegaEmbed;')}\n}})();".encode()
    spec = specify(order.chart)
    if order.form == "spec":
        return msgspec.json.encode(spec)
    drawn = vl_convert.vegalite_to_svg(spec, format_locale=LOCALE, time_format_locale=LOCALE)
    if order.form == "page":
        return for_page(drawn, order.chart).encode()
    dressed = for_file(drawn, order.chart)
    return dressed.encode() if order.form == "svg" else vl_convert.svg_to_png(dressed, scale=SHARP)


def _learn_letters() -> None:
    """DejaVu comes with matplotlib: the same letters on every machine."""
    spec = find_spec("matplotlib")
    assert spec and spec.submodule_search_locations, "the environment lacks matplotlib, which brings the fonts"
    vl_convert.register_font_directory(str(Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"))


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
