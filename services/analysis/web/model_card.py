"""The model card, for everybody: what reads the texts, how well, and who decides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from litestar import Request, Response, get
from markdown_it import MarkdownIt
from markupsafe import Markup

from services.analysis.domain.document import Words
from services.analysis.storage.catalogue_files import load_shipped
from services.analysis.web.pages import PAGES
from shared.kit.web.access import PUBLIC

FILE: Final = Path(__file__).parent.parent / "tagger" / "MODEL_CARD.md"
#: Markdown without HTML inside: what is written there is shown, not run.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table")
_SECTION: Final = re.compile(r"^(?=## )", re.MULTILINE)
#: 9,477 but not the German 0,995; and 0.787 but not a version such as 0.3.0.
_THOUSANDS: Final = re.compile(r"\b([1-9]\d{0,2}),(\d{3})\b")
_DECIMAL: Final = re.compile(r"(?<![\d.]\d\.)(?<=\d)\.(?=\d)(?!\d+\.\d)")
#: What the card's parts are called on the page.
NAMES: Final = {
    "de": (("# Model card: tagger", "# Modellkarte: Tagger"), ("## Deutsch", "## Kurz gesagt"), ("**Deutsch.** ", "")),
    "en": (("## English", "## In short"), ("**English.** ", "")),
}
HOW_TO_READ: Final = (
    "F1 sagt in einer Zahl von 0 bis 1, wie oft das Modell findet, was da ist, und wie oft es damit recht hat "
    "(Trefferquote und Genauigkeit zusammen); 1 wäre fehlerlos. „Micro“ zählt alle Stellen gleich, „Macro“ alle "
    "Mindeststandards. In eckigen Klammern steht, wo die Zahl mit 95 % Sicherheit liegt. „dev“ sind erfundene Texte, "
    "an denen jede Fassung gemessen wird; „Schreiber“ sind andere Verfasser, deren Texte das Modell nicht kannte."
)
#: Heads and rows of the card's tables, longer ones first.
HEADS: Final = (
    ("macro-F1 over the labelled topics", "Macro-F1 über die vergebenen Themen"),
    ("standard + stance micro-F1", "Standard und Haltung, Micro-F1"),
    ("untagged where nothing is to tag", "zu Recht nichts gefunden"),
    ("untagged where no topic is", "zu Recht kein Thema gefunden"),
    ("precision of the 40 % surest tags: standard", "Genauigkeit der 40 % sichersten Zuordnungen: Standard"),
    ("… standard and stance", "… Standard und Haltung"),
    ("plain wishes", "schlichte Wünsche"),
    ("other writers", "andere Schreiber"),
    ("milliseconds a text (one busy core)", "Millisekunden je Text (ein belasteter Kern)"),
    ("memory of a worker", "Speicher eines Arbeiters"),
    ("texts/s per core", "Texte je Sekunde und Kern"),
    ("micro-F1 by language", "Micro-F1 nach Sprache"),
    ("F1 by standard", "F1 nach Mindeststandard"),
    ("passage, word F1", "Stelle, F1 der Wörter"),
    ("real contributions", "echte Beiträge"),
    ("micro-F1", "Micro-F1"),
    ("macro-F1", "Macro-F1"),
    ("measure", "Maß"),
    ("writers", "Schreiber"),
    ("version", "Fassung"),
    ("lexicon", "Wörterbuch"),
    (" topics)", " Themen)"),
    (" texts)", " Texte)"),
    ("goal", "Ziel"),
    ("aim", "Wunsch"),
    (" of ", " von "),
)


@get("/modell", opt=PUBLIC)
async def show_model_card(request: Request[Any, Any, Any]) -> Response[str]:
    language = "en" if request.query_params.get("lang") == "en" else "de"
    return PAGES.page("model_card.html", language, card=render_card(read_card(FILE), language))


def render_card(text: str, language: str) -> Markup:
    """The card in this language as HTML: its own section, and what was measured with headings of that language."""
    chosen = in_language(text, language, {one.id: one.title for one in load_shipped().standards})
    return Markup(_scrollable(_MARKDOWN.render(chosen), language))  # noqa: S704 - our own file, and no HTML passes


def in_language(text: str, language: str, titles: Mapping[str, Words]) -> str:
    """The Markdown without the other language's section and paragraphs; what was measured is said in English there, so
    German keeps its tables alone, with heads and numbers in German."""
    head, *sections = _SECTION.split(text)
    other = "English" if language == "de" else "Deutsch"
    kept = [_section(one, language) for one in sections if not one.startswith(f"## {other}")]
    whole = "".join([head, *kept])
    for key, title in titles.items():
        whole = whole.replace(f"| {key} |", f"| {title.de if language == 'de' else title.en or title.de} |")
    for said, shown in NAMES[language]:
        whole = whole.replace(said, shown)
    return whole


def _section(section: str, language: str) -> str:
    if section.startswith("## Deutsch"):
        return _THOUSANDS.sub(r"\1.\2", section)
    paragraphs = section.split("\n\n")
    mine, other = ("**Deutsch.**", "**English.**") if language == "de" else ("**English.**", "**Deutsch.**")
    paragraphs = [one for one in paragraphs if not one.startswith(other)]
    if language == "en" or not section.startswith(("## Measured", "## Themen")):
        return "\n\n".join(paragraphs).replace("## Themen / Topics", "## Topics") + "\n\n"
    heading, *rest = paragraphs
    tables = [_german_table(one) for one in rest if one.startswith("|")]
    own = [_THOUSANDS.sub(r"\1.\2", one) for one in rest if one.startswith(mine)]
    said = [HOW_TO_READ] if section.startswith("## Measured") else []
    heading = heading.replace("## Measured", "## Gemessen").replace("## Themen / Topics", "## Themen")
    return "\n\n".join([heading, *said, *own, *tables]) + "\n\n"


def _german_table(table: str) -> str:
    thousands = _THOUSANDS.sub("\\1\u202f\\2", table)
    numbers = _DECIMAL.sub(",", thousands).replace("\u202f", ".")
    for english, german in HEADS:
        numbers = numbers.replace(english, german)
    return numbers


@cache
def read_card(file: Path) -> str:
    """Empty when nobody has written one yet."""
    return file.read_text("utf-8") if file.exists() else ""


def _scrollable(html: str, language: str) -> str:
    """A wide table moves in a frame of its own, which the keyboard reaches too."""
    name = "Table" if language == "en" else "Tabelle"
    opened = f'<div class="table" tabindex="0" role="region" aria-label="{name} {{}}"><table>'
    numbers = iter(range(1, html.count("<table>") + 1))
    framed = re.sub("<table>", lambda _: opened.format(next(numbers)), html)
    return framed.replace("</table>", "</table></div>")
