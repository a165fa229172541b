"""The model card, for everybody: what reads the texts, how well, and who decides."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

from litestar import Request, Response, get
from markdown_it import MarkdownIt
from markupsafe import Markup

from services.analysis.web.pages import PAGES
from shared.kit.web.access import PUBLIC

FILE: Final = Path(__file__).parent.parent / "tagger" / "MODEL_CARD.md"
#: Markdown without HTML inside: what is written there is shown, not run.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table")
_PART: Final = re.compile(r"^(?=# )", re.MULTILINE)


@get("/modell", opt=PUBLIC)
async def show_model_card(request: Request[Any, Any, Any]) -> Response[str]:
    language = "en" if request.query_params.get("lang") == "en" else "de"
    return PAGES.page("model_card.html", language, card=render_card(read_card(FILE), language))


def render_card(text: str, language: str) -> Markup:
    """The card in this language as HTML. Its first main heading begins the German part, the second the English."""
    parts = [part for part in _PART.split(text) if part.startswith("# ")] or [text]
    chosen = parts[1] if language == "en" and len(parts) > 1 else parts[0]
    return Markup(_scrollable(_MARKDOWN.render(chosen), language))  # noqa: S704 - our own file, and no HTML passes


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
