"""What people decided about passages, as lessons for the tagger: what is known of each, and who learns from which."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from services.analysis.domain.assessing import Stance
from services.analysis.domain.reviewing import Considered, Decision, in_force

#: So many reviewed texts make a training worth its while.
LEAST: Final = 30
#: So many held-out ones make a comparison more than chance; the same as in tagger/domain/compared.py.
LEAST_HELD_OUT: Final = 30
#: One response of so many is never learned from.
HELD_OUT_OF: Final = 3
#: Before this sign stands what read a text by itself, after it who was heard as well.
AND: Final = "~"
#: The key keeps the split apart from other digests of the same ids. It never changes: with another one, a training
#: could be measured on what an earlier one had learned from. That is why it is not derived from the city's secret.
_KEY: Final = b"held-out reviews 1"

#: Ids of a catalogue → the ids of the tagger that are filed under them.
Terms = Mapping[str, Sequence[str]]


class Lesson(NamedTuple):
    """A place of the text that bears on a standard of the tagger's, as people see it."""

    standard: str
    stance: Stance
    start: int
    end: int


class Reviewed(msgspec.Struct, frozen=True):
    """A passage that people decided about, in the tagger's terms and as it is shown.

    `absent`: standards it does not bear on. `complete`: of all the others too, but for those `unsure`: what people said
    stands in their catalogue for several of the tagger's standards.
    """

    text: str
    language: str
    lessons: tuple[Lesson, ...]
    absent: frozenset[str]
    unsure: frozenset[str]
    complete: bool
    held_out: bool
    decided_at: datetime

    @property
    def says_nothing(self) -> bool:
        """Whether people agreed that it bears on no standard at all."""
        return self.complete and not self.lessons and not self.unsure

    def knows(self, standard: str) -> bool:
        if standard in self.unsure:
            return False
        return self.complete or standard in self.absent or any(one.standard == standard for one in self.lessons)


class Material(msgspec.Struct, frozen=True):
    """What a training learns from, and what it is measured on. `missing`: so many reviewed texts more are needed."""

    learned: list[Reviewed]
    held_out: list[Reviewed]

    @property
    def texts(self) -> int:
        return len(self.learned) + len(self.held_out)

    @property
    def missing(self) -> int:
        return max(LEAST - self.texts, 0 if self.learned and self.held_out else 1)

    @property
    def is_comparable(self) -> bool:
        """Whether enough is held out to tell a gain from chance."""
        return len(self.held_out) >= LEAST_HELD_OUT


def is_held_out(response_id: UUID) -> bool:
    """The same for ever, on every machine."""
    digest = hashlib.blake2b(response_id.bytes, key=_KEY, digest_size=8).digest()
    return int.from_bytes(digest) % HELD_OUT_OF == 0


def reviewed_as(
    passage_id: UUID, standing: Sequence[Considered], decisions: Iterable[Decision], terms: Terms
) -> dict[str, object]:
    """The fields of Reviewed that say what people decided."""
    counted = [one for one in standing if one.reviewed]
    kept = {one.standard for one in counted}
    open_still = {one.standard for one in standing}
    denied = {one.subject.standard for one in in_force(decisions) if one.subject.passage_id == passage_id} - open_still
    lessons = tuple(
        Lesson(terms[one.standard][0], one.stance, one.start, one.end)
        for one in counted
        if len(terms.get(one.standard, ())) == 1
    )
    unsure = {known for one in kept for known in terms.get(one, ()) if len(terms[one]) > 1}
    named = {one.standard for one in lessons}
    absent = {known for one in denied if one for known in terms.get(one, ())}
    return {
        "lessons": lessons,
        "absent": frozenset(absent - unsure - named),
        "unsure": frozenset(unsure - named),
        "complete": all(one.reviewed for one in standing),
    }


def split(reviewed: Iterable[Reviewed], most: int) -> Material:
    """Each text once, as it was decided last; one that a held-out response says too is held out. The newest `most`."""
    by_text: dict[str, Reviewed] = {}
    for one in sorted(reviewed, key=lambda one: (one.decided_at, one.text)):
        before = by_text.pop(one.text, None)
        by_text[one.text] = msgspec.structs.replace(one, held_out=one.held_out or bool(before and before.held_out))
    newest = list(by_text.values())[::-1]
    learned = [one for one in newest if not one.held_out]
    measured = [one for one in newest if one.held_out and one.complete and not one.unsure]
    return Material(learned[:most], measured[:most])


def version_of(base: str, number: int) -> str:
    """How the tagger calls itself with what this training taught it."""
    return f"{base}+{number}"


def own_version(tagger_version: str) -> str:
    """Without who was heard as well."""
    return tagger_version.split(AND)[0]
