"""What a person sees of one passage before deciding."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import STANCES
from services.analysis.domain.marking import Mark, grade_of, whole_words
from services.analysis.domain.reviewing import Subject
from services.analysis.storage.catalogue import read_catalogue_of
from services.analysis.storage.items import Item, find_question
from services.analysis.storage.reviews import Entry, is_asked_by_others, read_history
from services.analysis.storage.tables import Tag
from services.analysis.tagger.domain.units import clauses
from services.analysis.tagger.examples import Example, load_examples
from shared.staff.access import SignedIn


class Other(msgspec.Struct, frozen=True):
    """Another tag of the passage."""

    tag: Tag
    decided: bool


async def show_item(session: AsyncSession, item: Item, tag: Tag | None, signed_in: SignedIn) -> dict[str, Any]:
    """The page's values. Who owes a second opinion sees nothing of what others decided."""
    history = await read_history(session, item.passage.id)
    own = [entry for entry in history if entry.decision.by == signed_in.account_id]
    blind = await is_asked_by_others(session, item.passage.id, signed_in.account_id) and _owes(item, own)
    seen = own if blind else history
    return {
        "item": item,
        "tag": tag,
        "question": await find_question(session, item),
        "catalogue": await read_catalogue_of(session, item.campaign.id),
        "stances": STANCES,
        "clauses": _clauses(item, tag),
        "others": [Other(one, _is_decided(one, seen)) for one in item.tags if tag is None or one.id != tag.id],
        "history": seen,
        "blind": blind,
        "examples": await asyncio.to_thread(_examples, tag) if tag else [],
        "telling": _telling(item, tag) if tag else {},
        "confidence": grade_of(tag.confidence) if tag else None,
        "doubt": grade_of(tag.doubt) if tag else None,
    }


def _examples(tag: Tag) -> list[Example]:
    """What the tagger found the text to be like. Read aside: the first look loads the file."""
    known = load_examples()
    found = [known.get(str(one), ()) for one in tag.reason.get("like", ())]
    # In a catalogue of other names the tag's standard is none of the tagger's: then the text's first will do.
    return [next((one for one in like if one.standard == tag.standard), like[0]) for like in found if like]


def _telling(item: Item, tag: Tag) -> dict[str, list[str]]:
    """The words of the passage that spoke for the standard and for the stance, whole."""
    quote = item.passage.text[tag.start : tag.end]
    return {key: whole_words(quote, tag.reason.get(key, ())) for key in ("words", "stance_words")}


def _clauses(item: Item, tag: Tag | None) -> list[Mark]:
    """The parts to choose from, in the text's order, without the one that is marked already."""
    found = [Mark(unit.start, unit.end) for unit in clauses(item.passage.text, item.response.language)]
    return [mark for mark in found if tag is None or (mark.start, mark.end) != (tag.start, tag.end)]


def _owes(item: Item, own: list[Entry]) -> bool:
    """Whether the person has yet to say something of a tag, or, where there is none, of the passage."""
    if not item.tags:
        return not any(entry.undone_at is None for entry in own)
    return not all(_is_decided(tag, own) for tag in item.tags)


def _is_decided(tag: Tag, seen: list[Entry]) -> bool:
    standing: set[Subject] = {entry.decision.subject for entry in seen if entry.undone_at is None}
    return (tag.passage_id, tag.standard, tag.stance) in standing
