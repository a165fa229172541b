"""Postal addresses from signed sheets: entered one by one, or from a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.notify.domain.media import POST, PostalAddress, faults_of
from services.notify.operations.end_subscription import end_all
from services.notify.operations.reach_at_once import postal_wish, reach_at_once
from services.notify.operations.subscribe import TakenBack
from services.notify.settings import Settings
from services.notify.storage.tables import Campaign, Contact, Journey, Subscription
from shared.contracts.receipts import LENGTH, receipt_digest
from shared.kit.ids import read_code
from shared.kit.texts import FIRST, LANGUAGES
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

COLUMNS: Final = ("Beleg", "Name", "Zusatz", "Straße", "PLZ", "Ort", "Sprache", "Großdruck")
MOST_ROWS: Final = 500
_NAMED: Final = {one.name.casefold(): code for code, one in LANGUAGES.items()}
_YES: Final = ("1", "ja", "x", "yes", "true")


class Entry(NamedTuple):
    """One sheet as it was typed. `receipt`: however it was written."""

    receipt: str
    address: PostalAddress
    language: str


class TableError(Exception):
    """The file cannot be read at all; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


async def enter_address(
    session: AsyncSession, settings: Settings, entry: Entry, by: SignedIn, at: datetime
) -> dict[str, str]:
    """Field → reason; empty when it was taken. Sheets of receipts that nobody has, and of districts that are not
    this person's to work in, look the same."""
    faults = faults_of(entry.address)
    receipt = read_code(entry.receipt)
    digest = receipt_digest(settings.secret, receipt)
    if len(receipt) != LENGTH or not await _is_theirs(session, digest, by):
        faults = {"receipt": "receipt", **faults}
    if entry.language not in LANGUAGES:
        faults["language"] = "language"
    if faults:
        return faults
    try:
        made = await reach_at_once(session, settings, postal_wish(digest, entry.address, entry.language), at)
    except TakenBack:
        return {"receipt": "withdrawn"}
    if made:
        await record_change(session, by, "subscription.entered", made, {"kind": POST})
    return {}


async def end_post(session: AsyncSession, settings: Settings, receipt: str, by: SignedIn, at: datetime) -> int:
    """Ends the letters of a receipt and forgets the address. Returns how many were ended."""
    digest = receipt_digest(settings.secret, read_code(receipt))
    if not await _is_theirs(session, digest, by):
        return 0
    mine = (
        select(Subscription.id)
        .join(Contact, Contact.id == Subscription.contact_id)
        .where(Subscription.receipt_digest == digest, Contact.kind == POST)
    )
    ids = (await session.scalars(mine)).all()
    for subscription_id in ids:
        await record_change(session, by, "subscription.ended", subscription_id, {"kind": POST})
    return await end_all(session, select(Subscription.id).where(Subscription.id.in_(ids)), at)


def read_table(content: bytes) -> Sequence[Entry]:
    """Rows under the headings of COLUMNS, in any order, with semicolons, commas or tabs. Raises TableError."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1252")  # what office programs here save
        except UnicodeDecodeError:
            raise TableError("table") from None
    try:
        entries = _read_rows(text)
    except csv.Error:  # such as a quote that never ends
        raise TableError("table") from None
    if not 0 < len(entries) <= MOST_ROWS:
        raise TableError("rows")
    return entries


def _read_rows(text: str) -> Sequence[Entry]:
    first_line = text.split("\n", 1)[0]
    separator = max(";,\t", key=first_line.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    known = {name.strip().casefold(): name for name in rows.fieldnames or ()}
    if any(name.casefold() not in known for name in COLUMNS[:2] + COLUMNS[3:6]):
        raise TableError("column")
    return list(_entries(rows, known))


def _entries(rows: csv.DictReader[str], known: dict[str, str]) -> Iterator[Entry]:
    for row in rows:
        said = [" ".join((row.get(known.get(name.casefold(), "")) or "").split()) for name in COLUMNS]
        if any(said):
            receipt, name, extra, street, postcode, town, language, large = said
            address = PostalAddress(name, street, postcode, town, extra, large.casefold() in _YES)
            yield Entry(receipt, address, _NAMED.get(language.casefold(), language.casefold()) or FIRST)


async def _is_theirs(session: AsyncSession, digest: bytes, by: SignedIn) -> bool:
    query = (
        select(Campaign.district)
        .join(Journey, Journey.campaign_id == Campaign.id)
        .where(Journey.receipt_digest == digest)
    )
    district = await session.scalar(query)
    return district is not None and by.may("editor", district)
