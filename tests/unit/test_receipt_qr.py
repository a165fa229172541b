"""QR codes put together from their shares are those of the standard, and scan."""

from __future__ import annotations

import re
from typing import Final

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from shared.kit.ids import DIGITS, LETTERS, read_code
from shared.kit.print.qr import QUIET_MODULES, _modules, inline_svg

AHEAD: Final = "https://mitreden.oberhausen.de/receipt?lang=de-einfach#"
CODES: Final = st.tuples(*(st.sampled_from(DIGITS if place % 3 == 2 else LETTERS) for place in range(8))).map("".join)


def modules_in(svg: str) -> np.ndarray:
    """The dark modules that the element draws, read from its strokes."""
    side = int(re.search(r'viewBox="0 0 (\d+)', str(svg))[1])  # type: ignore[index]
    drawn = np.zeros((side, side), dtype=np.uint8)
    for y, row in re.findall(r"M\d+ (\d+)\.5([hm\d ]*)", svg):
        x = QUIET_MODULES
        for stroke, length in re.findall(r"([hm])(\d+)", row):
            drawn[int(y), x : x + int(length)] = stroke == "h"
            x += int(length)
    return drawn


def scanned(svg: str) -> list[str]:
    image = np.where(modules_in(svg) > 0, 0, 255).astype(np.uint8)
    return [found.text for found in zxingcpp.read_barcodes(cv2.resize(image, None, fx=6, fy=6, interpolation=0))]


@given(CODES)
def test_a_code_put_together_is_the_one_worked_out_at_once(code: str) -> None:
    size, wanted = _modules(AHEAD + code)
    inner = modules_in(inline_svg(AHEAD, code, "x"))[QUIET_MODULES : QUIET_MODULES + size, QUIET_MODULES:]
    padded = np.zeros((size, -(-size // 8) * 8), dtype=np.uint8)
    padded[:, :size] = inner[:, :size]
    assert int("".join(map(str, padded.flatten())), 2) == wanted


@pytest.mark.parametrize("ahead", [AHEAD, "http://127.0.0.1:8000/receipt?lang=ar#"])
@pytest.mark.parametrize("code", ["AB3CD4EF", "YY9YY9YY", "AA2AA2AA"])
def test_it_scans(ahead: str, code: str) -> None:
    assert scanned(inline_svg(ahead, code, "x")) == [ahead + code]


def test_it_has_a_white_ground_and_a_quiet_zone() -> None:
    svg = inline_svg(AHEAD, "AB3CD4EF", "x")
    assert 'fill="#fff"' in svg
    dark = modules_in(svg)
    assert not dark[:QUIET_MODULES].any()
    assert not dark[:, :QUIET_MODULES].any()


def test_its_label_is_no_markup() -> None:
    assert 'aria-label="&lt;b&gt;&#34;"' in inline_svg(AHEAD, read_code("AB3CD4EF"), '<b>"')
