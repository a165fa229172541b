"""Schema `notify`: campaigns as far as letters need them, journeys, contacts, subscriptions, notifications."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit import storage
from shared.kit.guesses import GuessCount
from shared.kit.storage.migrations import Component


class Base(storage.Base):
    __abstract__ = True
    metadata = storage.make_metadata("notify")


#: A subscription: asked for, confirmed by the owner of the address, ended.
ASKED: Final = "asked"
CONFIRMED: Final = "confirmed"
ENDED: Final = "ended"
#: A notification: to be sent, being sent, sent, refused by the mail server for good, no longer wanted.
WAITING: Final = "waiting"
SENDING: Final = "sending"
SENT: Final = "sent"
REFUSED: Final = "refused"
UNWANTED: Final = "unwanted"
#: Waits for the letter of the week; could not be handed over for days, so that a person must look.
GATHERED: Final = "gathered"
STRANDED: Final = "stranded"
#: Goes by post: waits for the next batch of letters on paper.
TO_PRINT: Final = "to_print"


class Campaign(Base):
    """What letters and pages say of a campaign. `version`: of the newest questionnaire heard of;
    `told_at` orders what is told of the same one."""

    __tablename__ = "campaign"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int]
    told_at: Mapped[datetime]
    district: Mapped[str]
    slug: Mapped[str] = mapped_column(index=True)
    title: Mapped[dict[str, Any]]
    office: Mapped[str]
    promise_on: Mapped[date]


class Place(Base):
    """Where a code hangs, for the poster that brings the answer there. `told_at` orders what is told of the same one.

    No foreign key to the campaign, which may be heard of later.
    """

    __tablename__ = "place"

    channel_id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(index=True)
    kind: Mapped[str]
    name: Mapped[str]
    told_at: Mapped[datetime]


class Journey(Base):
    """The way of one response, under a pseudonym: the response's id is not kept here.

    The facts may come in any order, so each of their columns may still be empty. `touched`: {revision, standards:
    [{standard, stance, passage_count}]}, or in rows from before revisions the list alone. No foreign key to the
    campaign, which may be heard of later.
    """

    __tablename__ = "journey"

    pseudonym: Mapped[bytes] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID]
    receipt_digest: Mapped[bytes | None] = mapped_column(unique=True)
    language: Mapped[str | None]
    received_at: Mapped[datetime | None]
    assessed_at: Mapped[datetime | None]
    touched: Mapped[dict[str, Any] | None]
    #: When the participant took the response back.
    withdrawn_at: Mapped[datetime | None]
    #: Why staff do not count it, None while it counts; and when that was last told.
    excluded_reason: Mapped[str | None]
    exclusion_told_at: Mapped[datetime | None]


class Guess(GuessCount, Base):
    """Receipts that nobody has; see shared/kit/guesses.py."""

    __tablename__ = "guess"


class Contact(Base):
    """An address, encrypted; the keyed digest finds it again. Gone as soon as no subscription needs it.

    `vault_key`: the name of the key it is under, empty in rows from before keys had names. `provider_digest`: stands
    for its mail domain, None until the first letter. `soft_bounce_count`: mails that came back and may pass. `kind`:
    what it is an address of (domain/media.py); of devices and of places, the encrypted address is JSON.
    """

    __tablename__ = "contact"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    address_digest: Mapped[bytes] = mapped_column(unique=True)
    address: Mapped[bytes]
    vault_key: Mapped[str] = mapped_column(server_default="")
    created_at: Mapped[datetime]
    provider_digest: Mapped[bytes | None]
    soft_bounce_count: Mapped[int] = mapped_column(server_default=text("0"))
    kind: Mapped[str] = mapped_column(server_default="mail")

    __table_args__ = (CheckConstraint("kind IN ('mail', 'push', 'sms', 'post')", name="kind"),)


class Provider(Base):
    """A mail domain that had trouble lately, or whose letters are counted; an empty digest is our own mail server.

    `name`: only of domains that many share, since a domain of one's own is a name. `rest_until`: nothing is sent there
    before. `minute_at`, `minute_count`: letters claimed in the minute that began then.
    """

    __tablename__ = "provider"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    fail_count: Mapped[int] = mapped_column(server_default=text("0"))
    rest_until: Mapped[datetime | None]
    error: Mapped[str | None]
    failed_at: Mapped[datetime | None]
    minute_at: Mapped[datetime | None]
    minute_count: Mapped[int] = mapped_column(server_default=text("0"))


class Suppression(Base):
    """An address that gets nothing until a day, known by its digest only: it could not be reached, or complained."""

    __tablename__ = "suppression"

    address_digest: Mapped[bytes] = mapped_column(primary_key=True)
    reason: Mapped[str]
    noted_at: Mapped[datetime]
    until_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("reason IN ('bounced', 'complained')", name="reason"),)


class Bounce(Base):
    """A mail that came back, by the digest of its content, so that it counts once. `status`: such as 5.1.1."""

    __tablename__ = "bounce"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    kind: Mapped[str]
    status: Mapped[str]
    heard_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("kind IN ('hard', 'soft', 'complaint', 'other')", name="kind"),)


class Subscription(Base):
    """The wish to hear what becomes of one response. An ended one has no contact any more.

    `language`: of its letters. `pace`: at once, or all of a week in one letter. No letter is sent from `quiet_start`
    to `quiet_end`, hours of the day where the readers live.
    """

    __tablename__ = "subscription"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    receipt_digest: Mapped[bytes]
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("notify.contact.id"), index=True)
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    language: Mapped[str]
    state: Mapped[str]
    consent_version: Mapped[int]
    asked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    pace: Mapped[str] = mapped_column(server_default="at_once")
    quiet_start: Mapped[int | None]
    quiet_end: Mapped[int | None]

    __table_args__ = (
        CheckConstraint("pace IN ('at_once', 'weekly')", name="pace"),
        CheckConstraint("num_nulls(quiet_start, quiet_end) IN (0, 2)", name="quiet"),
        CheckConstraint(f"state IN ('{ASKED}', '{CONFIRMED}', '{ENDED}')", name="state"),
        CheckConstraint(f"(state = '{ENDED}') = (contact_id IS NULL)", name="forgotten"),
        Index(None, "receipt_digest", "contact_id", unique=True),
    )


class ConsentText(Base):
    """The very words people agreed to, kept from the first time they were shown to somebody who did."""

    __tablename__ = "consent_text"

    kind: Mapped[str] = mapped_column(primary_key=True, server_default="mail")
    version: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[str]
    first_used_at: Mapped[datetime]


class Notification(Base):
    """One letter owed to one subscription. `occasion` keeps letters of one kind apart, so none is owed twice.

    `error`: stage and code of the last failure, never a server's words. `due_at`: not before; None: at once.
    `digest_id`: the letter of the week that tells of this one instead. `print_run_id`: the batch it went on paper with.
    """

    __tablename__ = "notification"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    subscription_id: Mapped[UUID] = mapped_column(ForeignKey("notify.subscription.id", ondelete="CASCADE"))
    letter: Mapped[str]
    occasion: Mapped[str]
    state: Mapped[str]
    queued_at: Mapped[datetime]
    claimed_until: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None]
    due_at: Mapped[datetime | None]
    attempt_count: Mapped[int] = mapped_column(server_default=text("0"))
    digest_id: Mapped[UUID | None]
    print_run_id: Mapped[UUID | None] = mapped_column(ForeignKey("notify.print_run.id"))

    __table_args__ = (
        CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'refused', 'unwanted', 'gathered', 'stranded', 'to_print')",
            name="state",
        ),
        Index(None, "subscription_id", "letter", "occasion", unique=True),
        Index("ix_notification_gathered", "subscription_id", postgresql_where=text("state = 'gathered'")),
        Index(None, "digest_id", postgresql_where=text("digest_id IS NOT NULL")),
        Index(None, "print_run_id", postgresql_where=text("print_run_id IS NOT NULL")),
        Index("ix_notification_to_print", "queued_at", postgresql_where=text("state = 'to_print'")),
    )


class SmsCode(Base):
    """The code that confirms a phone number: derived from the subscription and `number`, which counts the codes asked
    for. `guess_count`: wrong ones typed since this one was made."""

    __tablename__ = "sms_code"

    subscription_id: Mapped[UUID] = mapped_column(
        ForeignKey("notify.subscription.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int]
    guess_count: Mapped[int]
    made_at: Mapped[datetime]


class PrintRun(Base):
    """One batch of letters on paper. The id comes with the form, so that pressing twice prints once."""

    __tablename__ = "print_run"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str]
    printed_at: Mapped[datetime]
    printed_by: Mapped[UUID]
    printed_by_name: Mapped[str]
    letter_count: Mapped[int]


class Promise(Base):
    """One day by which a campaign promised an answer; the one that holds stands in the campaign.

    `settled_on`: the day of the first outcome, or the first day that was too late.
    """

    __tablename__ = "promise"

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("notify.campaign.id"), primary_key=True)
    promise_on: Mapped[date] = mapped_column(primary_key=True)
    heard_at: Mapped[datetime]
    state: Mapped[str]
    settled_on: Mapped[date | None]

    __table_args__ = (
        CheckConstraint("state IN ('open', 'kept', 'missed')", name="state"),
        CheckConstraint("(state = 'open') = (settled_on IS NULL)", name="settled"),
    )


class Reminder(Base):
    """One letter to staff about a promise. `addressee`: an account's id, or `coordination`; addresses are not kept."""

    __tablename__ = "reminder"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("notify.campaign.id"))
    promise_on: Mapped[date]
    occasion: Mapped[str]
    addressee: Mapped[str]
    state: Mapped[str]
    queued_at: Mapped[datetime]
    claimed_until: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None]

    __table_args__ = (
        CheckConstraint(
            f"state IN ('{WAITING}', '{SENDING}', '{SENT}', '{REFUSED}', '{UNWANTED}')",
            name="state",
        ),
        Index(None, "campaign_id", "promise_on", "occasion", "addressee", unique=True),
    )


class StaffAddress(Base):
    """Where letters to one account go: encrypted as all addresses are, in the vault and nowhere else.

    `address` is the one its owner confirmed; `wanted` the one that link number `number` confirms, so that a mistyped
    one takes nothing away. `day_count`: links asked for within a day, counted on after the address was forgotten.
    `sent_number`: the newest link whose letter was handed over.
    """

    __tablename__ = "staff_address"

    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    address: Mapped[bytes | None]
    confirmed_at: Mapped[datetime | None]
    wanted: Mapped[bytes | None]
    vault_key: Mapped[str]
    number: Mapped[int]
    asked_at: Mapped[datetime]
    day_count: Mapped[int]
    claimed_until: Mapped[datetime | None]
    sent_number: Mapped[int] = mapped_column(server_default=text("0"))

    __table_args__ = (CheckConstraint("(address IS NULL) = (confirmed_at IS NULL)", name="confirmed"),)


class Outcome(Base):
    """What becomes of voices. `content`: what is being written (domain/outcomes.py), `published`: what is public.

    `number` counts what was kept in outcome_version; `published_number` is the one that is public. `asked_by`: who
    wants it published, and may not do so alone.
    """

    __tablename__ = "outcome"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("notify.campaign.id"), index=True)
    state: Mapped[str]
    number: Mapped[int]
    content: Mapped[dict[str, Any]]
    remark: Mapped[str]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    asked_by: Mapped[UUID | None]
    published: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    published_number: Mapped[int | None]
    published_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("state IN ('draft', 'asked', 'published')", name="state"),
        CheckConstraint("(state = 'asked') = (asked_by IS NOT NULL)", name="asked"),
        CheckConstraint("num_nulls(published, published_number, published_at) IN (0, 3)", name="published"),
    )


class OutcomeVersion(Base):
    """What an outcome was at a moment: added to, never changed."""

    __tablename__ = "outcome_version"

    outcome_id: Mapped[UUID] = mapped_column(ForeignKey("notify.outcome.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    verb: Mapped[str]
    content: Mapped[dict[str, Any]]
    remark: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[UUID]
    by_name: Mapped[str]

    __table_args__ = (CheckConstraint("verb IN ('saved', 'asked', 'sent_back', 'published')", name="verb"),)


class Step(Base):
    """How far a published outcome has come, in percent, from a day on. The id comes with the form."""

    __tablename__ = "step"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    outcome_id: Mapped[UUID] = mapped_column(ForeignKey("notify.outcome.id"), index=True)
    percent: Mapped[int]
    on: Mapped[date]
    text: Mapped[dict[str, Any]]
    told: Mapped[bool]
    at: Mapped[datetime]
    by: Mapped[UUID]
    by_name: Mapped[str]

    __table_args__ = (CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),)


class Attachment(Base):
    """A picture or a PDF of an outcome. Pictures were drawn anew: nothing the camera wrote is in them."""

    __tablename__ = "attachment"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    outcome_id: Mapped[UUID] = mapped_column(ForeignKey("notify.outcome.id"), index=True)
    media_type: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    content: Mapped[bytes] = mapped_column(deferred=True)
    size: Mapped[int]
    added_at: Mapped[datetime]
    added_by: Mapped[UUID]

    __table_args__ = (CheckConstraint("media_type IN ('image/webp', 'application/pdf')", name="media_type"),)


class Selection(Base):
    """Voices that staff chose in analysis; they get what the outcome says. No foreign key to the campaign.

    `response_count`: how many will have come when all parts of the message are there.
    """

    __tablename__ = "selection"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(index=True)
    outcome_id: Mapped[UUID | None] = mapped_column(ForeignKey("notify.outcome.id"), index=True)
    kind: Mapped[str]
    key: Mapped[str]
    label: Mapped[str]
    response_count: Mapped[int]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID]

    __table_args__ = (CheckConstraint("kind IN ('standard', 'topic', 'quotes')", name="kind"),)


class SelectionVoice(Base):
    """One voice of a selection, by the pseudonym of its journey."""

    __tablename__ = "selection_voice"

    selection_id: Mapped[UUID] = mapped_column(ForeignKey("notify.selection.id", ondelete="CASCADE"), primary_key=True)
    pseudonym: Mapped[bytes] = mapped_column(primary_key=True, index=True)


COMPONENT: Final = Component("notify", Base.metadata, Path(__file__).parent.parent / "migrations")
