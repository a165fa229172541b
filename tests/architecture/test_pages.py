"""Pages come from the house alone, run nothing inline, and work from either side."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests.support.source import files, read

TEMPLATES: Final = [path for path in files("*.html") if "templates" in path.parts]
SHEETS: Final = files("*.css")
SCRIPTS: Final = files("*.js")
SIDED: Final = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right)\b|[;{\s](?:left|right)\s*:|(?:text-align|float):\s*(?:left|right)\b"
)
#: Names of formats, which nobody calls.
NAMESPACES: Final = ("http://www.w3.org/",)


@pytest.mark.parametrize("path", [*TEMPLATES, *SHEETS, *SCRIPTS], ids=str)
def test_a_page_names_no_address_of_others(path: Path) -> None:
    found = re.findall(r"""(?:https?:)?//[\w.-]+\.\w+[^"'\s)]*""", read(path))
    assert [address for address in found if not address.startswith(NAMESPACES)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_page_runs_and_styles_nothing_inline(path: Path) -> None:
    """The content security policy would refuse it silently."""
    page = read(path)
    assert re.findall(r"\sstyle=|\son[a-z]+=|javascript:", page) == []
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []


@pytest.mark.parametrize("path", SHEETS, ids=str)
def test_a_sheet_knows_no_left_and_no_right(path: Path) -> None:
    """Logical properties turn with the writing direction."""
    assert SIDED.findall(read(path)) == []
