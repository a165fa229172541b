"""Taking in a picture or a PDF: pictures are drawn anew, so that nothing the camera wrote goes along."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from msgspec.structs import replace
from PIL import ExifTags, Image, UnidentifiedImageError
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.outcomes import HOME, MOST_ATTACHMENTS, Attached
from services.notify.operations.draft_outcome import save_content
from services.notify.storage.outcomes import content_of
from services.notify.storage.tables import Attachment, Outcome
from shared.staff.domain.roles import SignedIn

#: Of what is sent, in bytes.
MOST_BYTES: Final = 8 * 1024 * 1024
#: A picture of more than so many pixels is refused before it is unpacked; phones take about 50 million.
MOST_PIXELS: Final = 60_000_000
#: The longer side of what is kept, in pixels: sharp on a page of any phone, good enough for a poster.
LONGEST_SIDE: Final = 1600
FORMATS: Final = ("JPEG", "PNG", "WEBP")
#: What undoes each orientation that a camera notes. Source: Exif 3.0, tag 274.
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
PDF_BEGINS: Final = b"%PDF-"


class UnusableError(Exception):
    """`reason`: missing, type, size, broken, many."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Usable(NamedTuple):
    """Ready to be kept. A PDF has no size in pixels."""

    media_type: str
    content: bytes
    width: int = 0
    height: int = 0


def read_file(sent: bytes) -> Usable:
    """What was sent, by what it is and not by what it is called. Raises UnusableError. Takes a moment of CPU."""
    if not sent:
        raise UnusableError("missing")
    if len(sent) > MOST_BYTES:
        raise UnusableError("size")
    return Usable("application/pdf", sent) if sent.startswith(PDF_BEGINS) else _redrawn(sent)


async def attach_file(
    session: AsyncSession, outcome: Outcome, attachment_id: UUID, usable: Usable, alt: str, by: SignedIn, at: datetime
) -> None:
    """Adds it to the draft. Sent twice, it is there once. The row is locked. Raises UnusableError if there are many."""
    content = content_of(outcome.content)
    if any(one.id == attachment_id for one in content.attachments):
        return
    if len(content.attachments) >= MOST_ATTACHMENTS:
        raise UnusableError("many")
    row = Attachment(
        id=attachment_id,
        outcome_id=outcome.id,
        media_type=usable.media_type,
        width=usable.width,
        height=usable.height,
        content=usable.content,
        size=len(usable.content),
        added_at=at,
        added_by=by.account_id,
    )
    session.add(row)
    added = Attached(attachment_id, usable.media_type, alt, usable.width, usable.height)
    await save_content(session, outcome, replace(content, attachments=(*content.attachments, added)), by, at)


async def describe_file(
    session: AsyncSession, outcome: Outcome, attachment_id: UUID, alts: Mapping[str, str], by: SignedIn, at: datetime
) -> None:
    """Says in the draft what a picture shows, by language; German is never empty. The row is locked."""
    content = content_of(outcome.content)
    german = alts.get(HOME, "")
    others = {code: said for code, said in alts.items() if said and code != HOME}
    described = tuple(
        replace(one, alt=german or one.alt, alts=others) if one.id == attachment_id else one
        for one in content.attachments
    )
    await save_content(session, outcome, replace(content, attachments=described), by, at)


async def detach_file(session: AsyncSession, outcome: Outcome, attachment_id: UUID, by: SignedIn, at: datetime) -> None:
    """Takes it out of the draft; older versions still have it."""
    content = content_of(outcome.content)
    left = tuple(one for one in content.attachments if one.id != attachment_id)
    await save_content(session, outcome, replace(content, attachments=left), by, at)


def _redrawn(sent: bytes) -> Usable:
    try:
        with Image.open(io.BytesIO(sent), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UnusableError("size")
            drawn = _upright(_small(picture))
    except UnidentifiedImageError:
        raise UnusableError("type") from None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise UnusableError("broken") from None
    return Usable("image/webp", _encoded(drawn), drawn.width, drawn.height)


def _small(picture: Image.Image) -> Image.Image:
    """Made small before anything else: every copy of a large picture takes a quarter of a gigabyte."""
    if picture.mode not in ("RGB", "RGBA") or "transparency" in picture.info:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    picture.load()  # one that is small already was not read yet
    return picture


def _upright(picture: Image.Image) -> Image.Image:
    """As the camera was held. Nothing else of what it wrote is read: much of that is broken in honest pictures."""
    turn = _TURNS.get(picture.getexif().get(ExifTags.Base.Orientation, 1))
    return picture if turn is None else picture.transpose(turn)


def _encoded(drawn: Image.Image) -> bytes:
    """Only the pixels go over: no EXIF, no place, no comment, no colour profile with a serial number."""
    bare = Image.new(drawn.mode, drawn.size)
    bare.paste(drawn)
    written = io.BytesIO()
    bare.save(written, "WEBP", quality=82, method=4)
    return written.getvalue()
