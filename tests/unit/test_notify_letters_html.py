"""Letters in HTML as mail programs draw them: Outlook with Word's engine, many on a dark ground, some right to left."""

from __future__ import annotations

import re
from typing import Final

import pytest

from services.notify.domain.letters import DIGEST, OUTCOME
from shared.kit.texts import LANGUAGES
from tests.unit.test_notify_letters import EVERY_LETTER, compose, part

#: What Word's engine, or Gmail, leaves out, so that nothing may depend on it.
UNKNOWN: Final = re.compile(
    r"display:\s*(flex|grid)|var\(|calc\(|-inline-(start|end)|position:|rem\b(?! auto)|<svg|<picture"
)
_STYLE: Final = re.compile(r'style="([^"]*)"')


@pytest.mark.parametrize(("kind", "language"), EVERY_LETTER)
def test_nothing_depends_on_what_outlook_does_not_know(kind: str, language: str) -> None:
    html = part(compose(kind, language), "html")
    styles = " ".join(_STYLE.findall(html)).replace("max-width: 34rem", "")
    assert not UNKNOWN.search(styles), UNKNOWN.search(styles)
    assert html.count("<!--[if mso]>") == 2
    assert html.count("<table") == html.count("</table>") == html.count('role="presentation"')


@pytest.mark.parametrize(("kind", "language"), EVERY_LETTER)
def test_each_button_has_a_ground_and_room_of_its_own(kind: str, language: str) -> None:
    html = part(compose(kind, language), "html")
    buttons = re.findall(r'<td class="button"([^>]*)><a class="button"([^>]*)>([^<]+)</a></td>', html)
    assert buttons
    assert len(buttons) == html.count('class="button"') / 2
    for cell, link, words in buttons:
        assert 'bgcolor="#0b5c63"' in cell
        assert "mso-padding-alt: 12px 22px" in cell
        assert "color: #ffffff" in link
        assert "padding: 12px 22px" in link
        assert words.strip()


@pytest.mark.parametrize(("kind", "language"), EVERY_LETTER)
def test_on_a_dark_ground_everything_that_has_a_colour_gets_another(kind: str, language: str) -> None:
    html = part(compose(kind, language), "html")
    dark = html.split("prefers-color-scheme: dark")[1].split("</style>")[0]
    assert '<meta name="color-scheme" content="light dark">' in html
    for selector in ("body", "a", "a.button", "td.button", ".bar", ".soft"):
        assert re.search(rf"^\s*{re.escape(selector)} {{[^}}]*!important", dark, re.MULTILINE), selector
    coloured = {"color: #1b2528", "color: #55636a", "color: #0b5c63", "color: #ffffff"}
    assert set(re.findall(r"(?<![-\w])color: #\w{6}", " ".join(_STYLE.findall(html)))) <= coloured


@pytest.mark.parametrize("kind", [OUTCOME, DIGEST])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_out_does_so_at_the_side_where_its_language_begins(kind: str, language: str) -> None:
    """The office wrote in German here, whoever reads it."""
    html = part(compose(kind, language), "html")
    sides = re.findall(r'<p class="bar" style="padding-(left|right): 14px; border-(left|right)', html)
    assert sides
    assert set(sides) == {("left", "left")}


@pytest.mark.parametrize(("kind", "language"), EVERY_LETTER)
def test_the_text_beside_it_says_the_same_without_markup(kind: str, language: str) -> None:
    message = compose(kind, language)
    html, plain = part(message, "html"), part(message, "plain")
    assert not re.search(r"<(a|br|p|li|strong|span|div|td|table)\b|&(amp|lt|gt|nbsp|quot);", plain)
    assert set(re.findall(r'href="([^"]+)"', html)) <= {
        link.replace("&", "&amp;") for link in re.findall(r"https?://\S+", plain)
    }
