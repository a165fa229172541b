"""Interface texts: complete in every language that residents read, and every text that a page says exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from shared.kit.texts import FIRST, LANGUAGES, Texts
from tests.support.source import HOUSE, files, read

KIT, STAFF = HOUSE / "shared/kit/web/texts", HOUSE / "shared/staff/texts"
#: Everything a resident may see. Staff pages are in German.
PUBLIC: Final = [KIT, HOUSE / "services/intake/texts", HOUSE / "services/notify/texts"]
#: The texts of the few staff pages that live in a residents' service.
FOR_STAFF: Final = ("staff-", "channel-")
TEMPLATES: Final = [path for path in files("*.html") if "templates" in path.parts]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != FIRST])
@pytest.mark.parametrize("folder", PUBLIC, ids=lambda folder: folder.parent.name)
def test_every_text_for_residents_is_there_in_every_language(folder: Path, language: str) -> None:
    texts = Texts(folder)
    missing = texts.keys(FIRST) - texts.keys(language)
    assert {key for key in missing if not key.startswith(FOR_STAFF)} == set()
    assert texts.keys(language) - texts.keys(FIRST) == set(), "left behind"


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != FIRST])
@pytest.mark.parametrize("folder", PUBLIC, ids=lambda folder: folder.parent.name)
def test_a_translated_text_knows_the_same_values(folder: Path, language: str) -> None:
    german, other = _values(folder / f"{FIRST}.ftl"), _values(folder / f"{language}.ftl")
    assert {key: other[key] for key in other if key in german and other[key] != german[key]} == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_every_text_that_a_page_says_exists(path: Path) -> None:
    own = HOUSE / Path(*path.parts[: path.parts.index("templates")]) / "texts"
    known = Texts(KIT, STAFF, own).keys(FIRST)
    said = set(re.findall(r"""\bt\(\s*["']([\w-]+)["']\s*[,)]""", read(path)))
    assert said - known == set()


def _values(file: Path) -> dict[str, set[str]]:
    """Which values each text of a Fluent file is filled with."""
    entries = re.split(r"\n(?=[a-z])", file.read_text("utf-8"))
    return {entry.split(" ")[0]: set(re.findall(r"\$(\w+)", entry)) for entry in entries if "=" in entry}
