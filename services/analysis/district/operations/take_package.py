"""Making a package of a district, and taking over one that somebody brought."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.packages import (
    LONGEST_SLUG,
    Asked,
    Change,
    Home,
    Package,
    Sheet,
    Signed,
    changes,
    is_taken,
)
from services.analysis.district.domain.papers import Rules
from services.analysis.district.operations.keep_method import keep_method
from services.analysis.district.operations.keep_paper import begin_paper
from services.analysis.district.storage.methods import find_own, read_methods
from services.analysis.district.storage.package_tables import BroughtPackage
from services.analysis.district.storage.packages import drop_waiting, find_inherited, list_free, package_of
from services.analysis.district.storage.paper_tables import Paper
from services.analysis.district.storage.papers import (
    find_adopted,
    find_concept,
    find_paper,
    layout_of,
    rules_of,
    whole_of,
)
from services.analysis.domain.document import Document, Standard, plain
from services.analysis.operations.draft_catalogue import change_draft, open_draft
from services.analysis.storage.catalogue import CITY, find_effective, find_newest, read_document_of
from shared.contracts.routes import publish
from shared.contracts.transfers import KitWanted, QuestionnaireTaken
from shared.kit.ids import random_id
from shared.kit.settings import derive_key
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

#: Far above any concept with all its questionnaires.
LARGEST = 5_000_000
#: Of the digest that tells addresses apart that had to be cut.
DIGEST_SIGNS = 8


class PackageError(ValueError):
    """`package-fault-<reason>` is the text for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


async def make_package(session: AsyncSession, district: str, sheets: Sequence[Sheet], today: date) -> Package:
    """What the district hands on: of the concept the adopted version, or else what stands there now."""
    adopted, concept = await find_adopted(session, district), await find_concept(session, district)
    document = (await find_effective(session, district)).document
    whole = whole_of(adopted) if adopted else None
    rules = (whole.rules if whole else None) or (rules_of(concept) if concept else Rules())
    return Package(
        district=district,
        number=adopted.number if adopted else 0,
        made_on=today,
        adopted=f"{adopted.adopted_on}, {adopted.adopted_by}" if adopted else "",
        rules=rules,
        words=_words(concept) if concept else {},
        standards={one.id: plain(one) for one in document.standards},
        methods=tuple(one for one in await read_methods(session, district) if one.own_of),
        sheets=tuple(sheets),
    )


def _words(concept: Paper) -> dict[str, str]:
    """Of the sections that every concept has; chapters that a district added stay with it."""
    own = layout_of(concept).own
    return {key: text for key, text in concept.words.items() if key not in own}


def sign(package: Package, secret: str) -> bytes:
    """The file. The same package of the same house is the same bytes."""
    key = Ed25519PrivateKey.from_private_bytes(derive_key(secret, "packages"))
    content = msgspec.json.encode(package, order="deterministic").decode()
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    signed = Signed(content, public.hex(), key.sign(content.encode()).hex())
    return msgspec.json.format(msgspec.json.encode(signed), indent=1)


def own_key(secret: str) -> str:
    """By which other houses know this one, in hexadecimal."""
    key = Ed25519PrivateKey.from_private_bytes(derive_key(secret, "packages"))
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def read_package(content: bytes) -> tuple[Package, str]:
    """The package and the key that signed it. Raises PackageError."""
    if len(content) > LARGEST:
        raise PackageError("too-large")
    try:
        signed = msgspec.json.decode(content, type=Signed)
        key = bytes.fromhex(signed.key)
        Ed25519PublicKey.from_public_bytes(key).verify(bytes.fromhex(signed.signature), signed.content.encode())
        return _checked(msgspec.json.decode(signed.content, type=Package)), key.hex()
    except InvalidSignature:
        raise PackageError("signature") from None
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise PackageError("unreadable") from None


def _checked(package: Package) -> Package:
    """Its standards as they are kept here: a signature says who made a package, not that it is well made."""
    standards = {key: msgspec.convert(one, Standard) for key, one in package.standards.items()}
    if any(key != one.id for key, one in standards.items()):
        raise ValueError("a standard stands under another's id")
    for sheet in package.sheets:
        msgspec.json.decode(sheet.document, type=Asked)
    return msgspec.structs.replace(package, standards={key: plain(one) for key, one in standards.items()})


async def bring_package(
    session: AsyncSession, district: str, package: Package, origin: str, by: SignedIn, at: datetime
) -> UUID:
    """To be looked at: nothing changes yet. What was brought before and not taken makes room."""
    await drop_waiting(session, district)
    package_id = random_id()
    row = {"id": package_id, "district": district, "origin": origin, "content": msgspec.to_builtins(package)}
    await session.execute(insert(BroughtPackage).values(**row, brought_at=at, brought_by=by.name))
    await record_change(
        session, by, "package.brought", package_id, {"from": package.district, "number": package.number}
    )
    return package_id


class Preview(NamedTuple):
    """`package`: addressed to the district. `changes`: what taking it would do."""

    package: Package
    home: Home
    changes: tuple[Change, ...]


async def preview_package(session: AsyncSession, row: BroughtPackage, slugs: Sequence[str]) -> Preview:
    """`slugs`: of the district's campaigns. Raises PackageError for one that can no longer be read."""
    before, brought = await find_inherited(session, row.district, row.origin), package_of(row)
    if brought is None:
        raise PackageError("outdated")
    home, package = await read_home(session, row.district, slugs), addressed(brought, row.district)
    return Preview(package, home, changes(package, home, package_of(before) if before else None))


async def take_package(
    session: AsyncSession, row: BroughtPackage, slugs: Sequence[str], by: SignedIn, at: datetime
) -> tuple[Change, ...]:
    """Does what the preview says. Standards become a draft of the catalogue that people publish themselves.

    Raises PackageError when somebody changes a part at the same time, or it can no longer be read: then nothing is to
    be committed.
    """
    await _lock_concept(session, row.district, by, at)  # before it is compared: what is written until then stays
    package, _, previewed = await preview_package(session, row, slugs)
    found = [one for one in previewed if is_taken(one) or one.verb == "gone"]
    taken = {part: {one.key for one in found if one.part == part} for part in ("words", "method", "questionnaire")}
    rules = None if any(one.part == "rules" and one.verb == "own" for one in previewed) else package.rules
    words = {key: text for key, text in package.words.items() if key in taken["words"]}
    await take_concept(session, row.district, rules, words, by, at)
    standards = [one for one in found if one.part == "standard"]
    if standards:
        brought = [package.standards[one.key] for one in standards if is_taken(one)]
        gone = {one.key for one in standards if one.verb == "gone"}
        await take_standards(session, row.district, brought, by, at, gone)
    for method in package.methods:
        if method.key in taken["method"]:
            own = await find_own(session, row.district, method.key)
            _sure(await keep_method(session, row.district, method, own.edition if own else 0, by, at))
    for sheet in package.sheets:
        if sheet.slug in taken["questionnaire"]:
            await publish(session, _told(sheet, row.district, by, at))
    row.taken_at = at
    await session.flush()
    await record_change(session, by, "package.taken", row.id, {"from": package.district, "number": package.number})
    return tuple(found)


def _told(sheet: Sheet, district: str, by: SignedIn, at: datetime) -> QuestionnaireTaken:
    named = (district, sheet.slug, sheet.title, sheet.level, sheet.kind, sheet.document)
    kit = sheet.prints
    prints = KitWanted(kit.formats, kit.languages, kit.large) if kit else None
    return QuestionnaireTaken(*named, at, by.account_id, sheet.intro, prints)


def addressed(package: Package, district: str) -> Package:
    """Campaigns are found by their addresses, which are one city's: a taken questionnaire has the district's in it."""
    sheets = tuple(msgspec.structs.replace(one, slug=_addressed(one.slug, district)) for one in package.sheets)
    return msgspec.structs.replace(package, sheets=sheets)


def _addressed(slug: str, district: str) -> str:
    """`slug` and the district, at most 50 signs; what is cut is told apart by a digest of the whole."""
    room = LONGEST_SLUG - len(f"-{district}")
    if len(slug) > room:
        digest = sha256(slug.encode()).hexdigest()[:DIGEST_SIGNS]
        slug = f"{slug[: room - len(f'-{digest}')].rstrip('-')}-{digest}"
    return f"{slug}-{district}"


async def read_home(session: AsyncSession, district: str, slugs: Sequence[str]) -> Home:
    concept = await find_concept(session, district)
    document = (await find_newest(session, district)).document
    return Home(
        rules=rules_of(concept) if concept else Rules(),
        standards={one.id: plain(one) for one in document.standards},
        words=concept.words if concept else {},
        methods={one.key: one for one in await read_methods(session, district) if one.own_of},
        slugs=slugs,
        free=[(one.part, one.key) for one in await list_free(session, district)],
        firm=[one.id for one in (await find_effective(session, CITY)).document.standards if one.locked],
    )


async def take_concept(
    session: AsyncSession, district: str, rules: Rules | None, words: Mapping[str, str], by: SignedIn, at: datetime
) -> None:
    """`rules`: None leaves them as they are."""
    paper = await _lock_concept(session, district, by, at)
    if rules is not None:
        paper.rules = msgspec.to_builtins(rules)
    paper.words = {**paper.words, **words}
    paper.edition, paper.changed_at = paper.edition + 1, at
    await session.flush()


async def _lock_concept(session: AsyncSession, district: str, by: SignedIn, at: datetime) -> Paper:
    """The district's concept, begun where there is none."""
    paper = await find_paper(session, await begin_paper(session, "concept", district, "", by, at), lock=True)
    assert paper
    return paper


async def take_standards(
    session: AsyncSession,
    district: str,
    brought: Iterable[Mapping[str, Any]],
    by: SignedIn,
    at: datetime,
    gone: Collection[str] = (),
) -> None:
    """Into the draft: inherited ones replace, the district's own stay, those in `gone` may be given up here, too.

    Raises PackageError when somebody changes the draft at the same time.
    """
    new = {one.id: one for one in (msgspec.convert(one, Standard) for one in brought)}
    draft, _ = await open_draft(session, district, (await find_newest(session, district)).document, by, at)
    document = await read_document_of(session, draft)
    stay = [new.pop(one.id, one) for one in document.standards if one.id not in gone]
    merged = msgspec.structs.replace(document, standards=(*stay, *new.values()))
    _sure(await change_draft(session, draft, draft.edition, _sourced(merged), by, at))


def _sure(taken: bool) -> None:
    if not taken:
        raise PackageError("conflict")


def _sourced(document: Document) -> Document:
    """Without references to sources that stayed behind."""
    standards = tuple(
        msgspec.structs.replace(one, sources=tuple(key for key in one.sources if key in document.sources))
        for one in document.standards
    )
    return msgspec.structs.replace(document, standards=standards)
