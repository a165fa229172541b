"""Schema `intake`: campaigns, questionnaires, channels, responses."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit import storage
from shared.kit.guesses import GuessCount
from shared.kit.storage.migrations import Component


class Base(storage.Base):
    __abstract__ = True
    metadata = storage.make_metadata("intake")


class Campaign(Base):
    """One round of asking. `promise_on`: by when participants get an answer. `project`: the Vorhaben it is about.

    `closed_at`: when it was closed by hand, or archived; `closes_at` stays what was planned. `edition` grows with every
    change, so that two people who change the same campaign notice each other.
    """

    __tablename__ = "campaign"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str]
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[dict[str, Any]]
    intro: Mapped[dict[str, Any]]
    office: Mapped[str]
    level: Mapped[str]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    promise_on: Mapped[date]
    created_at: Mapped[datetime]
    project: Mapped[str]
    kind: Mapped[str]
    state: Mapped[str]
    closed_at: Mapped[datetime | None]
    edition: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    #: Rules of the participation concept that it does not keep → the public reason.
    overruled: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    #: The channel that its printed codes lead to when it is over.
    successor_id: Mapped[UUID | None] = mapped_column(ForeignKey("intake.channel.id", use_alter=True))

    __table_args__ = (
        CheckConstraint("state IN ('draft', 'published', 'closed', 'archived')", name="state"),
        CheckConstraint("(closed_at IS NULL) = (state IN ('draft', 'published'))", name="closed"),
        CheckConstraint("kind IN ('feedback', 'evaluation')", name="kind"),
        CheckConstraint("level IN ('information', 'anhoerung', 'beratung', 'mitbestimmung')", name="level"),
        CheckConstraint("opens_at < closes_at", name="dates"),
    )


class Concept(Base):
    """The participation concept that a district adopted last, as far as campaigns are held against it."""

    __tablename__ = "concept"

    district: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
    adopted_on: Mapped[date]
    body: Mapped[str]
    rules: Mapped[dict[str, Any]]
    told_at: Mapped[datetime]


class Questionnaire(Base):
    """One version of a campaign's questions; a published one never changes (a trigger sees to it).

    One that is not published is the draft: there is at most one. `before`: what it said before the last change.
    """

    __tablename__ = "questionnaire"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("intake.campaign.id"))
    version: Mapped[int]
    definition: Mapped[dict[str, Any]]
    published_at: Mapped[datetime | None]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    edition: Mapped[int]
    changed_at: Mapped[datetime | None]
    changed_by: Mapped[str]

    __table_args__ = (
        Index(None, "campaign_id", "version", unique=True),
        Index("uq_questionnaire_draft", "campaign_id", unique=True, postgresql_where=text("published_at IS NULL")),
    )


class Channel(Base):
    """How people arrive: one poster, place, group pack, kiosk or link. Its code stands in the QR.

    `department`: the responsible office's own link; what comes by it is the office's view, not a participant's.
    `begins_on` is a plan; after `ends_on` or `ended_at` the code leads on, to `successor_id` if somebody named one.
    `latitude` and `longitude`: in degrees, where somebody said where it is.
    """

    __tablename__ = "channel"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("intake.campaign.id"), index=True)
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    place: Mapped[str]
    group_name: Mapped[str]
    opened_at: Mapped[datetime]
    begins_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    ended_at: Mapped[datetime | None]
    successor_id: Mapped[UUID | None] = mapped_column(ForeignKey("intake.channel.id"))
    #: Of a group pack: only its passes open the form, the code alone does not.
    by_pass: Mapped[bool] = mapped_column(server_default=text("false"))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]

    __table_args__ = (
        CheckConstraint("kind IN ('poster', 'flyer', 'group', 'kiosk', 'link', 'department')", name="kind"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="position"),
    )

    @property
    def position(self) -> tuple[float, float] | None:
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)


class Visit(Base):
    """How often a channel's form was opened and begun on one day: numbers only, nothing about who it was."""

    __tablename__ = "visit"

    channel_id: Mapped[UUID] = mapped_column(ForeignKey("intake.channel.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    opened_count: Mapped[int]
    started_count: Mapped[int]


class Response(Base):
    """One completed questionnaire. The receipt itself is not kept, only a keyed digest of it.

    Without foreign keys: checking them locks the same campaign, channel and questionnaire rows for every response, and
    a crowd at one poster would queue behind them. Nothing ever deletes those rows; `deploy check` looks all the same.
    """

    __tablename__ = "response"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID]
    channel_id: Mapped[UUID]
    questionnaire_id: Mapped[UUID]
    language: Mapped[str]
    answers: Mapped[list[Any]]
    receipt_digest: Mapped[bytes] = mapped_column(unique=True)
    receipt_attempt: Mapped[int] = mapped_column(SmallInteger)
    received_at: Mapped[datetime]
    #: When it waited on a device without network.
    filled_at: Mapped[datetime | None]
    #: Of the answers and remarks as they are now; as it was received, it is the first.
    revision: Mapped[int] = mapped_column(server_default=text("1"))
    #: When it was taken back: from then on there are no answers, and the row says that there was a response.
    withdrawn_at: Mapped[datetime | None]
    #: Who put it into the form: the participant, or somebody who had it on paper, on the phone or in an interview.
    source: Mapped[str] = mapped_column(server_default=text("'form'"))

    __table_args__ = (
        Index(None, "campaign_id", "received_at"),
        CheckConstraint("source IN ('form', 'paper', 'phone', 'interview')", name="source"),
    )


class ResponseRevision(Base):
    """That a participant changed a response: when, and which questions. What stood there before is kept nowhere.

    `questions`: their keys; none where a remark was added.
    """

    __tablename__ = "response_revision"

    response_id: Mapped[UUID] = mapped_column(ForeignKey("intake.response.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    questions: Mapped[list[str]]
    made_at: Mapped[datetime]


class Remark(Base):
    """What a participant added to a response later. The id comes with the form."""

    __tablename__ = "remark"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    response_id: Mapped[UUID] = mapped_column(ForeignKey("intake.response.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    written_at: Mapped[datetime]


class Guess(GuessCount, Base):
    """Wrong codes of responses that are begun; see shared/kit/guesses.py."""

    __tablename__ = "guess"


class Crowd(Base):
    """How many sendings came from one network through one channel in one span: a digest whose key is the span's own.

    Counted by all web processes together; gone soon after the span (chores).
    """

    __tablename__ = "crowd"

    bucket: Mapped[bytes] = mapped_column(primary_key=True)
    span: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sending_count: Mapped[int]


class Begun(Base):
    """A response that somebody means to go on with: what was typed so far, by field, under a keyed digest of its code.

    `step`: where it goes on. `fields` belong to one version of the questionnaire; a later one takes over what it still
    asks. Gone when the response is sent, and after `expires_at`. `sealed_pass`: the pass it was opened with, which
    only the code opens: nobody can tell from the table which pass is begun.
    """

    __tablename__ = "begun"

    code_digest: Mapped[bytes] = mapped_column(primary_key=True)
    response_id: Mapped[UUID] = mapped_column(index=True)
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("intake.channel.id"))
    questionnaire_id: Mapped[UUID]
    language: Mapped[str]
    step: Mapped[str]
    fields: Mapped[dict[str, Any]]
    sealed_pass: Mapped[bytes | None]
    saved_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Barrier(Base):
    """A report of a barrier as somebody wrote it; nothing about who that was, or about their device.

    Open until somebody of the staff settles it. `page`: where it was, as far as it was told.
    """

    __tablename__ = "barrier"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    text: Mapped[str]
    page: Mapped[str]
    language: Mapped[str]
    reported_at: Mapped[datetime]
    note: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[UUID | None]

    __table_args__ = (CheckConstraint("(settled_at IS NULL) = (settled_by IS NULL)", name="settled"),)


class Sheet(Base):
    """One printing of passes for a group. The codes themselves are derived, not kept; see domain/passes.py."""

    __tablename__ = "sheet"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("intake.channel.id"), index=True)
    language: Mapped[str]
    large: Mapped[bool]
    pass_count: Mapped[int]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]


class Pass(Base):
    """One single-use code, under a keyed digest. No time and no response: nobody can tell whose voice came by it.

    `filling`: keyed digest of the page it was used from, so that the same filling, sent again, gets the same receipt.
    """

    __tablename__ = "pass"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    sheet_id: Mapped[UUID] = mapped_column(ForeignKey("intake.sheet.id"), index=True)
    state: Mapped[str]
    filling: Mapped[bytes | None]

    __table_args__ = (
        CheckConstraint("state IN ('open', 'used', 'void')", name="state"),
        CheckConstraint("(filling IS NOT NULL) = (state = 'used')", name="filling"),
    )


class Pin(Base):
    """What a facilitator types to enter sheets and to leave a kiosk, as a keyed digest, with how often it was wrong."""

    __tablename__ = "pin"

    channel_id: Mapped[UUID] = mapped_column(ForeignKey("intake.channel.id"), primary_key=True)
    digest: Mapped[bytes]
    failed_count: Mapped[int]
    locked_until: Mapped[datetime | None]
    set_at: Mapped[datetime]
    set_by: Mapped[UUID]


class Held(Base):
    """A response that nobody outside intake knows of yet: it waits for a person, or for the time in which a sheet that
    was typed in may be taken back (`release_at`). Released it is a row of `response`, and this one is gone.

    `reasons`: why it waits. `pass_digest`: of the pass on a typed sheet, to open it again.
    """

    __tablename__ = "held"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("intake.campaign.id"), index=True)
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("intake.channel.id"))
    questionnaire_id: Mapped[UUID]
    language: Mapped[str]
    source: Mapped[str]
    answers: Mapped[list[Any]]
    receipt_digest: Mapped[bytes] = mapped_column(unique=True)
    receipt_attempt: Mapped[int] = mapped_column(SmallInteger)
    received_at: Mapped[datetime]
    filled_at: Mapped[datetime | None]
    reasons: Mapped[list[str]]
    release_at: Mapped[datetime | None] = mapped_column(index=True)
    pass_digest: Mapped[bytes | None]
    set_aside_at: Mapped[datetime | None]
    set_aside_by: Mapped[UUID | None]
    note: Mapped[str | None]

    __table_args__ = (CheckConstraint("(set_aside_at IS NULL) = (set_aside_by IS NULL)", name="set_aside"),)


class Tally(Base):
    """Dots that people stuck to one answer at a workshop, counted by somebody. Dots are not people, nor responses."""

    __tablename__ = "tally"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    channel_id: Mapped[UUID] = mapped_column(ForeignKey("intake.channel.id"), index=True)
    questionnaire_id: Mapped[UUID]
    question: Mapped[str]
    choice: Mapped[str]
    dot_count: Mapped[int]
    counted_at: Mapped[datetime]
    counted_by: Mapped[UUID | None]

    __table_args__ = (CheckConstraint("dot_count > 0", name="dots"),)


class Kit(Base):
    """What somebody ordered to print. `codes`: the channels chosen. Its pages are gone after `expires_at`.

    `page_count`: rows of `kit_page`, the list of codes included. Of each campaign the last order stays to begin from; a
    campaign that was taken over or begun from a method has one without pages.
    """

    __tablename__ = "kit"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("intake.campaign.id"), index=True)
    formats: Mapped[list[Any]]
    languages: Mapped[list[Any]]
    codes: Mapped[list[Any]]
    large: Mapped[bool]
    page_count: Mapped[int]
    ordered_at: Mapped[datetime]
    ordered_by: Mapped[UUID]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class KitPage(Base):
    """One file of a kit, drawn or not yet. Number 0 is the list of all codes: it has no code, format or language."""

    __tablename__ = "kit_page"

    kit_id: Mapped[UUID] = mapped_column(ForeignKey("intake.kit.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[str]
    format: Mapped[str]
    language: Mapped[str]
    name: Mapped[str]
    pdf: Mapped[bytes | None]
    drawn_at: Mapped[datetime | None]

    __table_args__ = (CheckConstraint("(pdf IS NULL) = (drawn_at IS NULL)", name="drawn"),)


COMPONENT: Final = Component("intake", Base.metadata, Path(__file__).parent.parent / "migrations")
