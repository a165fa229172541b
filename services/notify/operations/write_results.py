"""The results of a campaign for machines and ears: an Atom feed, and a plain text to be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID
from xml.etree import ElementTree

import msgspec

from services.notify.domain.aloud import aloud
from services.notify.domain.outcomes import Told
from services.notify.domain.promises import Clock
from services.notify.wording import TEXTS, spoken_day
from shared.kit.texts import language_tag

ATOM: Final = "http://www.w3.org/2005/Atom"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
#: Symbols that are said as a word.
SYMBOLS: Final = {"&": "and", "%": "percent", "€": "euro", "+": "and", "§": "paragraph", "–": "to"}


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """What is public of a campaign, in one language. `address`: of its results page, without a query."""

    campaign_id: UUID
    title: str
    office: str
    language: str
    address: str
    clock: Clock
    outcomes: Sequence[Told]
    #: When something last changed; of a campaign without outcomes, when its promise was heard of.
    updated_at: datetime


def write_feed(results: Results) -> bytes:
    """RFC 4287. Ids stay the same in every language and at every address."""
    ElementTree.register_namespace("", ATOM)
    tag = language_tag(results.language)
    feed = ElementTree.Element(_atom("feed"), {_LANG: tag})
    _add(feed, "id", f"urn:uuid:{results.campaign_id}")
    _add(feed, "title", f"{_say(results, 'results-title')}: {results.title}")
    _add(feed, "updated", results.updated_at.isoformat())
    here = f"{results.address}/feed.atom?lang={results.language}"
    ElementTree.SubElement(feed, _atom("link"), {"rel": "self", "type": "application/atom+xml", "href": here})
    page = f"{results.address}?lang={results.language}"
    ElementTree.SubElement(feed, _atom("link"), {"rel": "alternate", "type": "text/html", "href": page})
    _add(ElementTree.SubElement(feed, _atom("author")), "name", results.office)
    for outcome in results.outcomes:
        _entry(feed, results, outcome, page)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def write_aloud(results: Results) -> str:
    """Paragraphs of whole sentences, in the order of the page."""
    words = {symbol: _say(results, f"aloud-{name}") for symbol, name in SYMBOLS.items()}
    paragraphs = [f"{_say(results, 'results-title')}\n{results.title}", promise_text(results.clock, results.language)]
    paragraphs += [_spoken(results, outcome) for outcome in results.outcomes]
    paragraphs.append(_say(results, "results-office", office=results.office))
    said = [aloud(part, words, lambda day: spoken_day(day, results.language)) for part in paragraphs]
    return "\n\n".join(said) + "\n"


def promise_text(clock: Clock, language: str) -> str:
    """How it stands with the promise, in one or two sentences."""
    values = {"date": spoken_day(clock.promise_on, language), "days": clock.days}
    if clock.answered_on:
        values["answered"] = spoken_day(clock.answered_on, language)
    name = f"{clock.state}-late" if clock.state == "missed" and clock.answered_on else clock.said
    said = TEXTS.say(language, f"promise-{name}", **values)
    moved = [TEXTS.say(language, "promise-moved", date=spoken_day(day, language)) for day in clock.earlier]
    return " ".join([said, *moved]).replace("..", ".")  # some languages end a day with a full stop


def _entry(feed: ElementTree.Element, results: Results, outcome: Told, page: str) -> None:
    tag = language_tag(outcome.content.spoken_in(results.language))
    entry = ElementTree.SubElement(feed, _atom("entry"), {_LANG: tag})
    _add(entry, "id", f"urn:uuid:{outcome.id}")
    _add(entry, "title", outcome.content.words(results.language).title)
    _add(entry, "published", outcome.published_at.isoformat())
    _add(entry, "updated", outcome.changed_at.isoformat())
    link = {"rel": "alternate", "type": "text/html", "href": f"{page}#o-{outcome.id}"}
    ElementTree.SubElement(entry, _atom("link"), link)
    _add(entry, "content", _told(results.language, outcome))


def _told(language: str, outcome: Told) -> str:
    """The outcome as plain text, with the headings of the page."""
    words = outcome.content.words(language)
    spoken = outcome.content.spoken_in(language)
    parts = [
        (TEXTS.say(spoken, "outcome-asked"), words.asked),
        (TEXTS.say(spoken, "outcome-said"), words.said),
        (TEXTS.say(spoken, f"outcome-{outcome.content.decision}"), words.done),
    ]
    return "\n\n".join(f"{heading}: {text}" for heading, text in parts)


def _spoken(results: Results, outcome: Told) -> str:
    """As `_told`, with what else the page says."""
    language = results.language
    told = [outcome.content.words(language).title, _told(language, outcome)]
    if outcome.voice_count:
        told.append(TEXTS.say(language, "outcome-voices", count=outcome.voice_count))
    else:
        told.append(TEXTS.say(language, "outcome-voices-few"))
    if not outcome.is_over or outcome.percent:
        told.append(TEXTS.say(language, "outcome-percent", percent=outcome.percent))
    if outcome.content.due_on:
        told.append(TEXTS.say(language, "outcome-due", date=spoken_day(outcome.content.due_on, language)))
    told += [f"{spoken_day(step.on, language)}: {step.words(language)}" for step in outcome.steps]
    return "\n".join(told)


def _say(results: Results, key: str, **values: str) -> str:
    return TEXTS.say(results.language, key, **values)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, _atom(name)).text = text


def _atom(name: str) -> str:
    return f"{{{ATOM}}}{name}"
