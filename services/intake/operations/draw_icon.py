"""The icon of a form on a home screen: a voice and the circles it draws. `static/icon.svg` shows the same."""

from __future__ import annotations

import io
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

GROUND: Final = "#0b5c63"
VOICE: Final = "#ffbf47"
#: Radius and width of the circles in parts of the side, and their colour on the ground.
CIRCLES: Final = ((29 / 96, 6 / 96, "#91b6b9"), (18 / 96, 6 / 96, "#ffffff"))
DOT: Final = 8 / 96
#: Drawn this many times larger and made smaller, so that edges are smooth.
FINER: Final = 4


@cache
def draw_icon(size: int) -> bytes:
    """A square PNG, safe to be cut round: everything stands within the middle 80 %."""
    side = size * FINER
    image = Image.new("RGB", (side, side), GROUND)
    pen = ImageDraw.Draw(image)
    for radius, width, colour in CIRCLES:
        pen.ellipse(_box(side, radius + width / 2), outline=colour, width=round(side * width))
    pen.ellipse(_box(side, DOT), fill=VOICE)
    drawn = io.BytesIO()
    image.resize((size, size), Image.Resampling.LANCZOS).save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


def _box(side: int, radius: float) -> tuple[float, float, float, float]:
    return (side * (0.5 - radius), side * (0.5 - radius), side * (0.5 + radius), side * (0.5 + radius))
