"""HTML pages from Jinja templates, with the house's tokens and no loading from anywhere else."""

from __future__ import annotations

import base64
import hashlib
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel.dates import format_date
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Response
from markupsafe import Markup

from shared.kit.ids import grouped
from shared.kit.texts import LANGUAGES, WRITTEN, Texts, language_tag
from shared.kit.web.reading import reading

HERE: Final = Path(__file__).parent
TOKENS: Final = HERE / "static" / "tokens.css"
#: Days are days in Oberhausen: what comes in at half past midnight did not come in yesterday.
ZONE: Final = ZoneInfo("Europe/Berlin")

#: Pages load nothing from third parties, may not be framed, and run no script but the house's own.
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' {styles}; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class Pages:
    """The pages of one service: its templates and texts over the house's."""

    def __init__(self, templates: Path, texts: Texts, *more_templates: Path) -> None:
        self.texts = texts
        loader = ChoiceLoader([FileSystemLoader(folder) for folder in (templates, *more_templates, HERE / "templates")])
        self.environment = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self.environment.globals.update(languages=LANGUAGES, written=WRITTEN, inline_css=inline_css, reading=reading)
        self.environment.filters.update(grouped=grouped, language_tag=language_tag, last_day=last_day)

    def render(self, name: str, language: str, **values: Any) -> str:
        """The page as text. `t(key, **values)` says an interface text, `day(date)` a date, both in the language."""
        return self.environment.get_template(name).render(
            language=WRITTEN[language],
            t=lambda key, /, **more: self.texts.say(language, key, **more),
            day=lambda day: spoken_day(day, language),
            **values,
        )

    def page(self, name: str, language: str, *, status: int = 200, **values: Any) -> Response[str]:
        return html(self.render(name, language, **values), language, status)


def html(body: str, language: str, status: int = 200) -> Response[str]:
    """A page as a response, with the headers that keep it to itself."""
    return Response(
        body,
        status_code=status,
        media_type=MediaType.HTML,
        headers={**_headers(), "Content-Language": language_tag(language)},
    )


def spoken_day(day: date | datetime, language: str) -> str:
    """A date in words, such as 3. Mai 2026; of a moment, the day it was where the readers live."""
    local = day.astimezone(ZONE) if isinstance(day, datetime) else day
    return str(format_date(local, "long", locale=WRITTEN[language].locale))


def last_day(closes_at: datetime) -> date:
    """The last day on which something is open that closes then, also where it closes at midnight sharp."""
    return (closes_at - timedelta(microseconds=1)).astimezone(ZONE).date()


@cache
def _headers() -> dict[str, str]:
    policy = HEADERS["Content-Security-Policy"].format(styles=" ".join(f"'{digest}'" for digest in _style_digests()))
    return {**HEADERS, "Content-Security-Policy": policy}


@cache
def inline_css(*names: str) -> Markup:
    """The named style sheets of the house in one element: a page that needs no second request."""
    return Markup(f"<style>{_css(names)}</style>")  # noqa: S704 - our own style sheets


#: Which sheets are put inline together; the policy allows these and no other styles.
INLINE: Final = (
    ("tokens.css",),
    ("tokens.css", "form.css"),
    ("tokens.css", "form.css", "kiosk.css"),
    ("tokens.css", "form.css", "journey.css"),
    ("tokens.css", "form.css", "journey.css", "results.css"),
    ("tokens.css", "staff.css"),
)


@cache
def _css(names: tuple[str, ...]) -> str:
    assert names in INLINE, f"{names} must be listed in INLINE"
    sheets = "".join((HERE / "static" / name).read_text("utf-8") for name in names)
    return squeezed(sheets)


def squeezed(css: str) -> str:
    """Style sheets without comments and line breaks; what is left means the same."""
    lines = (line.split("/*")[0].strip() if "/*" in line and "*/" in line else line.strip() for line in css.split("\n"))
    return "".join(line for line in lines if line)


def _style_digests() -> list[str]:
    return [f"sha256-{base64.b64encode(hashlib.sha256(_css(names).encode()).digest()).decode()}" for names in INLINE]
