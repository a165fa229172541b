"""Interface texts: complete in every language that residents read, and every text that a page says exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast

from shared.kit.texts import FIRST, LANGUAGES, Texts
from tests.support.source import HOUSE, files, read

KIT, STAFF = HOUSE / "shared/kit/web/texts", HOUSE / "shared/staff/texts"
#: Everything a resident may see. Staff pages are in German.
PUBLIC: Final = [
    KIT,
    HOUSE / "services/intake/texts",
    HOUSE / "services/notify/texts",
    HOUSE / "services/analysis/results/public/texts",
    HOUSE / "services/analysis/district/door/texts",
]
#: The texts of the few staff pages that live in a residents' service.
FOR_STAFF: Final = ("staff-", "channel-", "privacy-", "chore-", "format-", "left-")
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", PUBLIC, ids=lambda folder: folder.parent.name)
def test_numbers_are_told_in_all_the_forms_that_the_language_has(folder: Path, language: str) -> None:
    """Whole numbers only: forms for broken ones may be left out."""
    plural = Locale.parse(LANGUAGES[language].locale).plural_form
    needed = {plural(number) for number in range(1, 200)} - {"other"}
    counted = _counted(folder / f"{language}.ftl")
    if language == "ar":  # eleven and more, and a hundred and more, differ in the noun's case alone
        needed -= {"many", "zero"}
    assert {key: needed - forms for key, forms in counted.items() if needed - forms} == {}


@pytest.mark.parametrize("folder", PUBLIC, ids=lambda folder: folder.parent.name)
def test_the_face_for_young_people_says_du(folder: Path) -> None:
    formal = re.compile(r"\b(Ihnen|Ihre[mnrs]?|(?:[Mm]öchten|[Kk]önnen|[Ww]aren|[Hh]aben|[Ww]ollen) Sie)\b")
    assert formal.findall((folder / "de-du.ftl").read_text("utf-8")) == []


@pytest.mark.parametrize("folder", PUBLIC, ids=lambda folder: folder.parent.name)
def test_plain_language_keeps_its_sentences_short_and_says_what_is(folder: Path) -> None:
    text = (folder / "de-einfach.ftl").read_text("utf-8")
    words = re.sub(r"^[\w-]+ =|^ .*->$|^ *\*?\[\w+\]|^}$", ".", text, flags=re.MULTILINE)
    sentences = re.split(r"[.:?!](?:\s|$)", words)
    assert [sentence for sentence in sentences if len(sentence.split()) > 16] == []
    assert re.findall(r"\b(?:würde|könnte|hätte|wäre|sollte|möchte)[nst]*\b", words) == []


@pytest.mark.parametrize("folder", ["services/analysis", "services/analysis/results"])
def test_staff_pages_have_one_word_for_a_thing(folder: str) -> None:
    """A channel is a Zugang; a response is a Beitrag, and an Antwort is what it says to one question."""
    other = r"\bWeg(?:e|s|en|es)?\b|\b(?:[Gg]anze|[Ee]inzelne|[Zz]urückgezogene)n? Antwort(?:en)?\b|\bUmfrage"
    assert re.findall(other, (HOUSE / folder / "texts/de.ftl").read_text("utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_every_text_that_a_page_says_exists(path: Path) -> None:
    own = HOUSE / Path(*path.parts[: path.parts.index("templates")]) / "texts"
    known = Texts(KIT, STAFF, own, own.parent.parent / "texts").keys(FIRST)  # a wing says its service's texts too
    said = set(re.findall(r"""\bt\(\s*["']([\w-]+)["']\s*[,)]""", read(path)))
    assert said - known == set()


def _counted(file: Path) -> dict[str, set[str]]:
    """Which plural forms each text knows that chooses by a number."""
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(file.read_text("utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{file}: {entry.content}"
        if not isinstance(entry, ast.Message) or not entry.value:
            continue
        for part in entry.value.elements:
            if isinstance(part, ast.Placeable) and isinstance(part.expression, ast.SelectExpression):
                keys = [variant.key for variant in part.expression.variants]
                found[entry.id.name] = {key.name for key in keys if isinstance(key, ast.Identifier)}
    return found


def _values(file: Path) -> dict[str, set[str]]:
    """Which values each text of a Fluent file is filled with."""
    entries = re.split(r"\n(?=[a-z])", file.read_text("utf-8"))
    return {entry.split(" ")[0]: set(re.findall(r"\$(\w+)", entry)) for entry in entries if "=" in entry}
