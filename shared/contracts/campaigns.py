"""Facts about campaigns and the ways into them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final, Literal
from uuid import UUID

import msgspec

from shared.contracts.person import About

#: The kinds of question that ask something.
QuestionKind = Literal[
    "single",
    "multiple",
    "scale",
    "smiley",
    "matrix",
    "ranking",
    "number",
    "date",
    "short_text",
    "long_text",
    "place",
    "consent",
]
#: When what was told before messages said so was told.
NEVER: Final = datetime.fromtimestamp(0, UTC)
#: A text in several languages: language code → text.
Translated = dict[str, str]


class ChoiceFact(msgspec.Struct, frozen=True):
    key: str
    label: Translated


class QuestionFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """`standard`: the one a scale rates, from 1 (not kept) to `points` (kept); left out where there is none.

    `rows`: what a matrix asks; its columns are the choices. `core`: one of the city's questions on the participation
    itself, the same in every campaign that evaluates one. `about`: what it asks of the person, with the keys of
    shared/contracts/person.py.
    """

    key: str
    kind: QuestionKind
    label: Translated
    choices: tuple[ChoiceFact, ...] = ()
    standard: str | msgspec.UnsetType = msgspec.UNSET
    rows: tuple[ChoiceFact, ...] = ()
    points: int = 5
    core: bool = False
    about: About = ""


class CampaignPublished(msgspec.Struct, frozen=True, tag="campaign.published.v1"):
    """A campaign, or a new version of its questionnaire, went public; or its dates, title or promise changed.

    `told_at` orders what is told of the same version. `overruled`: rules of the district's participation concept that
    it does not keep → the reason, in German, which is public.
    """

    campaign_id: UUID
    district: str
    slug: str
    title: Translated
    office: str
    level: str
    opens_at: datetime
    closes_at: datetime
    promise_on: date
    questionnaire_id: UUID
    version: int
    questions: tuple[QuestionFact, ...]
    told_at: datetime = NEVER
    overruled: dict[str, str] = {}


class ChannelOpened(msgspec.Struct, frozen=True, tag="channel.opened.v1"):
    """A way into a campaign was opened, or is called otherwise now: one poster, place, group pack, kiosk or link.

    `group`: whom it is for, empty where nobody said so. `told_at` orders what is told of the same channel.
    `position`: latitude and longitude in degrees (WGS 84), where somebody said so.
    """

    channel_id: UUID
    campaign_id: UUID
    code: str
    kind: str
    place: str
    opened_at: datetime
    group: str = ""
    told_at: datetime = NEVER
    position: tuple[float, float] | None = None


class DotFact(msgspec.Struct, frozen=True):
    """`choice`: the key of a choice, or a number of a scale."""

    question: str
    choice: str
    dots: int


class TallyCounted(msgspec.Struct, frozen=True, tag="tally.counted.v1"):
    """All dots that count at one channel on the questions of one version: people stuck them to posters at a workshop.

    Says everything that holds now, also after something was taken back; `told_at` orders it. Dots are no responses.
    """

    channel_id: UUID
    campaign_id: UUID
    questionnaire_id: UUID
    dots: tuple[DotFact, ...]
    counted_at: datetime
    told_at: datetime


class ChannelVisits(msgspec.Struct, frozen=True):
    """Openings, not people: who opens a form twice is counted twice."""

    channel_id: UUID
    opened_count: int
    started_count: int


class VisitsCounted(msgspec.Struct, frozen=True, tag="visits.counted.v1"):
    """How often the forms of a campaign's channels were opened and begun so far; `told_at` orders it."""

    campaign_id: UUID
    channels: tuple[ChannelVisits, ...]
    told_at: datetime
