"""What counts of a passage: what people decided, and what the tagger claims where nobody did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final, Literal, NamedTuple
from uuid import UUID

import msgspec

from services.analysis.domain.assessing import STANCES, Claim, Stance

Verdict = Literal["accepted", "changed", "rejected", "added"]
VERDICTS: Final[tuple[Verdict, ...]] = ("accepted", "changed", "rejected", "added")
#: What a person decided is counted in full.
CERTAIN: Final = 1.0


class Subject(NamedTuple):
    """What a decision is about: a claim, whoever made it first; or that a passage bears on no standard at all.

    A claim is the same claim when a later assessment makes it again, so that a decision outlives the tagger's version.
    """

    passage_id: UUID
    standard: str | None
    stance: Stance | None


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One review. Standard, stance and span are what counts from now on; none of them for a rejection."""

    id: UUID
    subject: Subject
    verdict: Verdict
    standard: str | None = None
    stance: Stance | None = None
    start: int | None = None
    end: int | None = None
    by: UUID
    at: datetime


class Considered(Claim, frozen=True, kw_only=True):
    """A claim with its place, as it stands now. `confidence` is the tagger's, or 1 where a person decided."""

    start: int
    end: int
    reviewed: bool = False


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The latest decision on each subject; "no standard here" takes back what was added before it."""
    latest: dict[Subject, Decision] = {}
    for one in sorted(decisions, key=lambda decision: (decision.at, decision.id)):
        latest[one.subject] = one
    return [one for one in latest.values() if not _taken_back(one, latest)]


def consider(claims: Iterable[Considered], decisions: Iterable[Decision]) -> list[Considered]:
    """What is claimed of each passage, once per standard and stance: a person's word stands for the tagger's."""
    standing = in_force(decisions)
    decided = {one.subject for one in standing}
    kept = {_subject(claim): claim for claim in claims if _subject(claim) not in decided}
    return list({**kept, **{_subject(one): one for one in map(_outcome, standing) if one}}.values())


def verdict_on(claim: Considered | None, standard: str, stance: Stance, start: int, end: int) -> Verdict:
    """What somebody did who says this of a claim: a change that changes nothing accepts it."""
    if claim is None:
        return "added"
    same = (claim.standard, claim.stance, claim.start, claim.end) == (standard, stance, start, end)
    return "accepted" if same else "changed"


def stance_named(value: str) -> Stance | None:
    return next((stance for stance in STANCES if stance == value), None)


def _subject(claim: Claim) -> Subject:
    return Subject(claim.passage_id, claim.standard, claim.stance)


def _taken_back(one: Decision, latest: dict[Subject, Decision]) -> bool:
    nothing = latest.get(Subject(one.subject.passage_id, None, None))
    return one.verdict == "added" and nothing is not None and (nothing.at, nothing.id) > (one.at, one.id)


def _outcome(one: Decision) -> Considered | None:
    if one.standard is None or one.stance is None or one.start is None or one.end is None:
        return None
    return Considered(
        passage_id=one.subject.passage_id,
        standard=one.standard,
        stance=one.stance,
        confidence=CERTAIN,
        start=one.start,
        end=one.end,
        reviewed=True,
    )
