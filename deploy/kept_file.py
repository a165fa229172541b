"""Taking in a file that a device saved because it got no network any more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec
from rich.console import Console
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.parts import Parts
from services.intake.domain.kept import OLDEST, Exported, File, Kept, NotTakenError
from services.intake.operations.receive_kept import kept_id, receive_kept
from services.intake.operations.unseal import unseal
from services.intake.operations.use_pass import response_id_of
from services.intake.settings import Settings
from services.intake.storage.forms import Form
from services.intake.storage.tables import Response
from services.intake.web.passes import wants_pass
from services.intake.web.shown import Forms
from shared.kit.clock import now
from shared.kit.ids import read_code
from shared.kit.texts import Texts

console = Console(highlight=False)


class Ledger(NamedTuple):
    """What became of the responses of a file: `new` + `known` + `refused` is all of them.

    `mended`: so many of those taken had an answer that could not be taken, or only its beginning.
    """

    new: int
    known: int
    refused: dict[str, int]
    mended: int


async def import_file(parts: Parts, path: Path) -> bool:
    """Prints the ledger; False when something was refused. Raises ValueError for a file that no device saved."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=File)
    except msgspec.MsgspecError as error:
        raise ValueError(f"{path} is no file that a device saved: {error}") from None
    ledger = await take_in(parts, file)
    console.print(f"{len(file.responses)} in the file: {ledger.new} new, {ledger.known} here already")
    if ledger.mended:
        console.print(f"{ledger.mended} of them taken without the answers that are not possible, such as a wrong date")
    texts = Texts(Path(__file__).parent.parent / "services/intake/texts")
    for reason, count in ledger.refused.items():
        console.print(f"{count} not taken: {texts.say('de', f'offline-refused-{reason}')}")
    return not ledger.refused


async def take_in(parts: Parts, file: File) -> Ledger:
    """Each response in a transaction of its own: one that cannot be taken holds up no other."""
    forms = Forms(parts.database("intake"), parts.intake)
    found = [await _outcome(forms, one) for one in file.responses]
    outcomes = Counter(outcome for outcome, _mended in found)
    new, known = outcomes.pop("new", 0), outcomes.pop("known", 0)
    return Ledger(new, known, dict(outcomes), sum(mended for _outcome, mended in found))


async def _outcome(forms: Forms, one: Exported) -> tuple[str, bool]:
    """What became of it, and whether some of its answers could not be taken."""
    at = now()
    kept = Kept(one.sealed, (at - one.filled_at).total_seconds(), one.questionnaire, one.language)
    form = await forms.find(read_code(one.code), at)
    if form is None or wants_pass(form):
        return "unknown", False

    async def work(session: AsyncSession) -> tuple[str, bool]:
        known = await session.get(Response, _stored_as(forms.settings, form, one))
        taken = await receive_kept(session, forms.settings, form, kept, at, OLDEST)
        return "known" if known else "new", bool(taken.faults)

    try:
        return await forms.database.run(work)
    except NotTakenError as refusal:
        return refusal.reason, False


def _stored_as(settings: Settings, form: Form, one: Exported) -> UUID:
    """Of a pass its own id. Raises NotTakenError."""
    if form.by_pass:
        return response_id_of(settings, form.code)
    return kept_id(settings, form, unseal(settings.kept_key, one.sealed))
