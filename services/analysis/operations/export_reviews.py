"""What people decided, as labelled texts for the next training; the form is that of tagger/data/README.md."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Sequence
from typing import Final

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.domain.assessing import Stance
from services.analysis.domain.reviewing import Considered, consider
from services.analysis.storage.passages import read_shown
from services.analysis.storage.reviewed import read_all_decisions, read_languages, read_reviewed_claims

#: The letter before the dash names the author: people who reviewed.
AUTHOR: Final = "z"


class Label(msgspec.Struct, frozen=True):
    """`text[start:end] == evidence`, in code points."""

    standard: str
    stance: Stance
    evidence: str
    start: int
    end: int


class Labelled(msgspec.Struct, frozen=True):
    """No id of a response stands in it: `id` is made from the text as it is shown."""

    id: str
    lang: str
    text: str
    labels: tuple[Label, ...]


async def export_reviews(session: AsyncSession) -> AsyncIterator[Labelled]:
    """Every passage all of whose claims people decided about, masked as it is shown, and each text once.

    Withheld passages and excluded responses are left out, and so is what was only half decided: its labels would say
    that the rest bears on nothing. Unreviewed passages without tags are no evidence that there is nothing either.
    """
    decisions, claims = await read_all_decisions(session), await read_reviewed_claims(session)
    languages = await read_languages(session, list(decisions))
    shown = await read_shown(session, list(languages))
    told: set[str] = set()
    for passage_id in sorted(shown, key=lambda one: _name(shown[one].text)):
        standing = consider(claims[passage_id], decisions[passage_id])
        text = shown[passage_id].text
        if text not in told and all(one.reviewed for one in standing):
            told.add(text)
            yield Labelled(_name(text), languages[passage_id], text, _labels(text, standing))


def _name(text: str) -> str:
    return f"{AUTHOR}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _labels(text: str, standing: Sequence[Considered]) -> tuple[Label, ...]:
    ordered = sorted(standing, key=lambda one: (one.start, one.standard, one.stance))
    return tuple(Label(one.standard, one.stance, text[one.start : one.end], one.start, one.end) for one in ordered)
