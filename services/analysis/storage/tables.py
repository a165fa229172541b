"""Schema `analysis`: what was learned from facts, what was read in responses."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from shared.kit import storage
from shared.kit.storage.migrations import Component

#: What a text is searched by: words without their German endings. Other languages are found as they stand.
WORDS: Final = text("to_tsvector('german'::regconfig, text)")


class Base(storage.Base):
    __abstract__ = True
    metadata = storage.make_metadata("analysis")


class Campaign(Base):
    """A campaign as its newest published version tells it."""

    __tablename__ = "campaign"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str] = mapped_column(index=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[dict[str, Any]]
    office: Mapped[str]
    level: Mapped[str]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    promise_on: Mapped[date]
    version: Mapped[int]
    told_at: Mapped[datetime]
    #: Rules of the district's participation concept that it does not keep → the public reason.
    overruled: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))


class Question(Base):
    """One question of one questionnaire version; `place` is its position from 0.

    `standard`: the one that a scale rates, from 1 (not kept) to `points` (kept). `core`: asked in every evaluation.
    `about`: what it asks of the person (age, part, gender), with the same keys in all campaigns.
    """

    __tablename__ = "question"

    questionnaire_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    place: Mapped[int]
    kind: Mapped[str]
    label: Mapped[dict[str, Any]]
    choices: Mapped[list[Any]]
    standard: Mapped[str | None]
    points: Mapped[int]
    core: Mapped[bool]
    about: Mapped[str] = mapped_column(server_default=text("''"))


class Channel(Base):
    """A way into a campaign, as it was last told. No foreign key: it may be heard of before its campaign.

    `group_name`: whom it is for, where somebody said so. `latitude` and `longitude`: in degrees, both or none.
    """

    __tablename__ = "channel"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(index=True)
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    place: Mapped[str]
    group_name: Mapped[str]
    opened_at: Mapped[datetime]
    told_at: Mapped[datetime]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]


class Tally(Base):
    """Dots of one channel's workshops on one version's questions: [{question, choice, dots}]. Never a response.

    No foreign keys: it may be heard of before its channel and its campaign.
    """

    __tablename__ = "tally"

    channel_id: Mapped[UUID] = mapped_column(primary_key=True)
    questionnaire_id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(index=True)
    dots: Mapped[list[Any]]
    counted_at: Mapped[datetime]
    told_at: Mapped[datetime]


class Response(Base):
    """One completed questionnaire. Campaign and channel may be heard of later.

    `day` is the day of receipt in Europe/Berlin; `closed` holds the answers that are not free text. `revision`: how
    often others were told what counts of it. Whose it is, a participant's or the department's: storage/sides.py.
    """

    __tablename__ = "response"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID]
    channel_id: Mapped[UUID]
    language: Mapped[str]
    received_at: Mapped[datetime]
    day: Mapped[date]
    closed: Mapped[list[Any]]
    revision: Mapped[int]
    #: Of the answers, as the participant corrected them; as they were received, they are the first.
    heard_revision: Mapped[int] = mapped_column(server_default=text("1"))
    #: When the participant took it back: nothing is left of it but that it came.
    withdrawn_at: Mapped[datetime | None]
    #: Not known of what was withdrawn before anything else was heard of it, and of what came before it was kept.
    questionnaire_id: Mapped[UUID | None]
    source: Mapped[str] = mapped_column(server_default=text("'form'"))

    __table_args__ = (Index(None, "campaign_id", "day"),)


class Passage(Base):
    """One answer in free text, as it was written."""

    __tablename__ = "passage"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    response_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.response.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    text: Mapped[str]

    __table_args__ = (Index("ix_passage_words", WORDS, postgresql_using="gin"),)


class Assessment(Base):
    """One pass of one tagger version with one catalogue version over one response; the newest is current."""

    __tablename__ = "assessment"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    response_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.response.id", ondelete="CASCADE"))
    tagger_version: Mapped[str]
    catalogue_version: Mapped[int]
    state: Mapped[str]
    current: Mapped[bool]
    assessed_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("state IN ('tagged', 'topic', 'unclear', 'off_topic', 'excluded')", name="state"),
        Index(None, "response_id", "tagger_version", "catalogue_version", unique=True),
        Index("ix_assessment_current", "response_id", unique=True, postgresql_where=text("current")),
    )


class Tag(Base):
    """A claim that a passage bears on a standard. The quote is `passage.text[start:end]`, in code points."""

    __tablename__ = "tag"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.assessment.id", ondelete="CASCADE"), index=True)
    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), index=True)
    standard: Mapped[str]
    stance: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str]
    confidence: Mapped[float]
    doubt: Mapped[float]
    reason: Mapped[dict[str, Any]]

    __table_args__ = (
        CheckConstraint("stance IN ('met', 'not_met', 'suggestion')", name="stance"),
        CheckConstraint('0 <= start AND start < "end"', name="span"),
    )


class Catalogue(Base):
    """The catalogue of one district, or of the city (`*`), from which the districts inherit."""

    __tablename__ = "catalogue"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    district: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]


class CatalogueVersion(Base):
    """A draft, or a published version, which never changes (a trigger sees to it).

    `number`: one row of numbers for all catalogues, so that a number alone says which version made an assessment.
    `base`: the city's version that a district's was made on. `edition` counts the changes of a draft.
    """

    __tablename__ = "catalogue_version"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    catalogue_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.catalogue.id"))
    number: Mapped[int | None] = mapped_column(unique=True)
    base: Mapped[int | None]
    state: Mapped[str]
    content: Mapped[dict[str, Any]]
    note: Mapped[str]
    edition: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    published_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("state IN ('draft', 'published')", name="state"),
        CheckConstraint(
            "(state = 'published') = (number IS NOT NULL) AND (number IS NULL) = (published_at IS NULL)", name="number"
        ),
        Index("ix_catalogue_version_draft", "catalogue_id", unique=True, postgresql_where=text("state = 'draft'")),
        Index(None, "catalogue_id", "number"),
    )


class Reassessment(Base):
    """Reading all responses of a campaign again with another catalogue version; `done` of `total` are read."""

    __tablename__ = "reassessment"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"))
    catalogue_version: Mapped[int]
    total: Mapped[int]
    done: Mapped[int]
    state: Mapped[str]
    requested_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("state IN ('running', 'cancelled', 'finished')", name="state"),
        CheckConstraint("0 <= done AND done <= total", name="done"),
        Index("ix_reassessment_running", "campaign_id", unique=True, postgresql_where=text("state = 'running'")),
        Index(None, "campaign_id", "requested_at"),
    )


class ReassessmentItem(Base):
    """One response that a reassessment owes a reading; done once, however often it is asked for."""

    __tablename__ = "reassessment_item"

    reassessment_id: Mapped[UUID] = mapped_column(
        ForeignKey("analysis.reassessment.id", ondelete="CASCADE"), primary_key=True
    )
    response_id: Mapped[UUID] = mapped_column(
        ForeignKey("analysis.response.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    done_at: Mapped[datetime | None]


class StandingTag(Base):
    """What counts of a passage now: the tagger's claims and what people decided; see domain/reviewing.py.

    Written by settle_response alone, whenever an assessment, a review or an exclusion changes it.
    """

    __tablename__ = "standing_tag"

    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), primary_key=True)
    standard: Mapped[str] = mapped_column(primary_key=True)
    stance: Mapped[str] = mapped_column(primary_key=True)
    response_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.response.id", ondelete="CASCADE"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    confidence: Mapped[float]
    reviewed: Mapped[bool]


class Review(Base):
    """One decision of a person; added to, never changed, but for being undone. The id comes with the form.

    `claimed_*` is what it is about (none: that the passage bears on no standard), `standard` to `end` what counts.
    """

    __tablename__ = "review"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(index=True)
    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), index=True)
    tag_id: Mapped[UUID | None] = mapped_column(ForeignKey("analysis.tag.id", ondelete="SET NULL"), index=True)
    claimed_standard: Mapped[str | None]
    claimed_stance: Mapped[str | None]
    verdict: Mapped[str]
    standard: Mapped[str | None]
    stance: Mapped[str | None]
    start: Mapped[int | None]
    end: Mapped[int | None]
    by: Mapped[UUID]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("verdict IN ('accepted', 'changed', 'rejected', 'added')", name="verdict"),
        CheckConstraint("stance IN ('met', 'not_met', 'suggestion')", name="stance"),
        CheckConstraint('0 <= start AND start < "end"', name="span"),
        CheckConstraint(
            "CASE verdict WHEN 'rejected' THEN num_nulls(standard, stance, start, \"end\") = 4 "
            'ELSE num_nulls(standard, stance, start, "end", claimed_standard, claimed_stance) = 0 END',
            name="outcome",
        ),
    )


class SecondOpinion(Base):
    """Somebody wants another person to decide about a passage as well. The id comes with the form."""

    __tablename__ = "second_opinion"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), index=True)
    asked_by: Mapped[UUID]
    asked_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class ReviewLease(Base):
    """Somebody is looking at the passage: until then nobody else is given it."""

    __tablename__ = "review_lease"

    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[UUID] = mapped_column(index=True)
    ends_at: Mapped[datetime]


class ReviewSkip(Base):
    """Somebody would rather not decide about the passage; they are not given it again before then."""

    __tablename__ = "review_skip"

    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    ends_at: Mapped[datetime]


class Exclusion(Base):
    """A person took a response out of the counts, and why; added to, never changed, but for being undone."""

    __tablename__ = "exclusion"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(index=True)
    response_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.response.id", ondelete="CASCADE"))
    reason: Mapped[str]
    by: Mapped[UUID]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("reason IN ('spam', 'double', 'not_for_us')", name="reason"),
        Index("ix_exclusion_in_force", "response_id", unique=True, postgresql_where=text("undone_at IS NULL")),
    )


class Training(Base):
    """A training of the tagger from reviews; one at a time. `number` counts them and stands in the tagger's version.

    `claim` is the worker at it, until `claimed_until`; `done` of `total` steps are taken. `content` is the adaptation
    (tagger/adapt.py) of the model `base`, `report` how it did (domain/trainings.py), `failure` why there is none.
    """

    __tablename__ = "training"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    state: Mapped[str]
    requested_at: Mapped[datetime]
    requested_by: Mapped[UUID]
    claim: Mapped[UUID | None]
    claimed_until: Mapped[datetime | None]
    done: Mapped[int]
    total: Mapped[int]
    base: Mapped[str | None]
    version: Mapped[str | None] = mapped_column(unique=True)
    content: Mapped[bytes | None]
    report: Mapped[dict[str, Any] | None]
    failure: Mapped[str | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("state IN ('running', 'finished', 'failed', 'cancelled')", name="state"),
        CheckConstraint("0 <= done AND done <= total", name="done"),
        CheckConstraint("(state = 'running') = (ended_at IS NULL)", name="ended"),
        CheckConstraint(
            "CASE state WHEN 'finished' THEN num_nulls(base, version, content, report) = 0 "
            "ELSE num_nulls(version, content, report) = 3 END",
            name="outcome",
        ),
        CheckConstraint("octet_length(content) <= 1048576", name="small"),
        Index("ix_training_running", "state", unique=True, postgresql_where=text("state = 'running'")),
    )


class TaggerSwitch(Base):
    """What reads the texts from then on: the tagger with what a training taught, or (none) as it is shipped.

    Added to, never changed: the newest holds.
    """

    __tablename__ = "tagger_switch"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    training_id: Mapped[UUID | None] = mapped_column(ForeignKey("analysis.training.id"), index=True)
    by: Mapped[UUID]
    at: Mapped[datetime]


class Hearing(Base):
    """Whether the city's language model was heard about a reading, which belongs to one worker until `claimed_until`.

    `outcome`: heard, silent (no usable answer), withheld (the text is shown to nobody), late (another reading counts).
    """

    __tablename__ = "hearing"

    assessment_id: Mapped[UUID] = mapped_column(
        ForeignKey("analysis.assessment.id", ondelete="CASCADE"), primary_key=True
    )
    claimed_until: Mapped[datetime]
    outcome: Mapped[str | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("outcome IN ('heard', 'silent', 'withheld', 'late')", name="outcome"),
        CheckConstraint("num_nulls(outcome, ended_at) IN (0, 2)", name="ended"),
    )


class Screening(Base):
    """The passage was searched for what must not simply be shown; one without a screening is shown to nobody.

    held: until a person decides. released: shown, with masks. hidden: a person decided that it is not shown.
    """

    __tablename__ = "screening"

    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[str]
    screened_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("state IN ('clear', 'held', 'released', 'hidden')", name="state"),
        CheckConstraint(
            "CASE WHEN state IN ('released', 'hidden') THEN num_nulls(decided_at, decided_by) = 0 "
            "ELSE num_nulls(decided_at, decided_by) = 2 END",
            name="decided",
        ),
        Index("ix_screening_stopped", "state", "decided_at", postgresql_where=text("state <> 'clear'")),
    )


class Sensitive(Base):
    """A sensitive place of a passage, in code points; see domain/sensitive. Its value stands in the passage alone."""

    __tablename__ = "sensitive"

    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    start: Mapped[int] = mapped_column(primary_key=True)
    end: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str]

    __table_args__ = (CheckConstraint('0 <= start AND start < "end"', name="span"),)


class Selection(Base):
    """Voices that get an answer: who chose them, when, and by what. The id comes with the form.

    `key`: the standard or topic; of quotes the standard they stood under.
    """

    __tablename__ = "selection"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    key: Mapped[str]
    response_count: Mapped[int]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID]

    __table_args__ = (CheckConstraint("kind IN ('standard', 'topic', 'quotes')", name="kind"),)


class SelectionResponse(Base):
    """One voice of a selection."""

    __tablename__ = "selection_response"

    selection_id: Mapped[UUID] = mapped_column(
        ForeignKey("analysis.selection.id", ondelete="CASCADE"), primary_key=True
    )
    response_id: Mapped[UUID] = mapped_column(
        ForeignKey("analysis.response.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class PromiseSettled(Base):
    """What became of one promised day. No foreign key: it may be heard of before its campaign."""

    __tablename__ = "promise_settled"

    campaign_id: Mapped[UUID] = mapped_column(primary_key=True)
    promise_on: Mapped[date] = mapped_column(primary_key=True)
    state: Mapped[str]
    settled_on: Mapped[date]

    __table_args__ = (CheckConstraint("state IN ('kept', 'missed')", name="state"),)


class TopicReading(Base):
    """Which model and catalogue of topics read a response; written by keep_topics alone, and the newest stands."""

    __tablename__ = "topic_reading"

    response_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.response.id", ondelete="CASCADE"), primary_key=True)
    model_version: Mapped[str]
    catalogue_version: Mapped[int]
    read_at: Mapped[datetime]


class TopicTag(Base):
    """What a passage speaks of, apart from any standard; `start` to `end`, in code points, speaks most for it."""

    __tablename__ = "topic_tag"

    passage_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.passage.id", ondelete="CASCADE"), primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    response_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.response.id", ondelete="CASCADE"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    confidence: Mapped[float]
    reason: Mapped[dict[str, Any]]

    __table_args__ = (CheckConstraint('0 <= start AND start < "end"', name="span"),)


class ThemeSearch(Base):
    """Looking for themes in what touches no standard; `done` of `total` steps are taken. One at a time per campaign."""

    __tablename__ = "theme_search"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"))
    state: Mapped[str]
    done: Mapped[int]
    total: Mapped[int]
    text_count: Mapped[int]
    requested_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("state IN ('running', 'finished', 'failed')", name="state"),
        CheckConstraint("0 <= done AND done <= total", name="done"),
        Index("ix_theme_search_running", "campaign_id", unique=True, postgresql_where=text("state = 'running'")),
        Index(None, "campaign_id", "requested_at"),
    )


class Theme(Base):
    """What several passages have in common, as the machine proposed it and people decided.

    `centroid`: see tagger/clusters.py, of version `model_version`; passages that come later and are at least `reach`
    like it are proposed to it.
    """

    __tablename__ = "theme"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.campaign.id", ondelete="CASCADE"), index=True)
    state: Mapped[str]
    name: Mapped[str]
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("analysis.theme.id", ondelete="CASCADE"), index=True)
    words: Mapped[list[Any]]
    model_version: Mapped[str]
    centroid: Mapped[bytes]
    reach: Mapped[float]
    proposed_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("state IN ('proposed', 'named', 'refused', 'merged')", name="state"),
        CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name="merged"),
        CheckConstraint("state <> 'named' OR name <> ''", name="named"),
        CheckConstraint(
            "num_nulls(decided_at, decided_by) = CASE state WHEN 'proposed' THEN 2 ELSE 0 END", name="decided"
        ),
    )


class ThemePassage(Base):
    """A passage of a theme; one that came later is `proposed` until a person says whether it belongs to it."""

    __tablename__ = "theme_passage"

    theme_id: Mapped[UUID] = mapped_column(ForeignKey("analysis.theme.id", ondelete="CASCADE"), primary_key=True)
    passage_id: Mapped[UUID] = mapped_column(
        ForeignKey("analysis.passage.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    state: Mapped[str]
    likeness: Mapped[float]

    __table_args__ = (CheckConstraint("state IN ('member', 'proposed', 'refused')", name="state"),)


COMPONENT: Final = Component("analysis", Base.metadata, Path(__file__).parent.parent / "migrations")
