"""Facts about campaigns and the ways into them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final, Literal
from uuid import UUID

import msgspec

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
    itself, the same in every campaign that evaluates one.
    """

    key: str
    kind: QuestionKind
    label: Translated
    choices: tuple[ChoiceFact, ...] = ()
    standard: str | msgspec.UnsetType = msgspec.UNSET
    rows: tuple[ChoiceFact, ...] = ()
    points: int = 5
    core: bool = False


class CampaignPublished(msgspec.Struct, frozen=True, tag="campaign.published.v1"):
    """A campaign, or a new version of its questionnaire, went public; or its dates, title or promise changed.

    `told_at` orders what is told of the same version.
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


class ChannelOpened(msgspec.Struct, frozen=True, tag="channel.opened.v1"):
    """A way into a campaign was opened: one poster, place, group pack, kiosk or link."""

    channel_id: UUID
    campaign_id: UUID
    code: str
    kind: str
    place: str
    opened_at: datetime
