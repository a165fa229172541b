"""Setting pages with Typst as accessible PDFs (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst


def typeset(template: Path, values: Mapping[str, str]) -> bytes:
    """The template as a PDF; it finds the values in `sys.inputs`.

    Raises typst.TypstError if they cannot be set. Takes a moment of CPU: call it off the loop.
    """
    return typst.compile(
        str(template),
        sys_inputs=dict(values),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
    )


@cache
def _fonts() -> typst.Fonts:
    """DejaVu, which has all our scripts, comes with matplotlib: the same letters and bytes on every machine.

    Read once: looking through them took longer than setting a page.
    """
    spec = find_spec("matplotlib")
    assert spec and spec.submodule_search_locations, "the environment lacks matplotlib, which brings the fonts"
    folder = Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])
