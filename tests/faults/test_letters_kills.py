"""A worker that dies with bags of letters in its hands: nobody gets none, and nobody two but for the gap that is told.

The gap (decision 13): what the mail server took and the database did not hear of yet, one letter per connection and
those of a moment. Such a letter comes again under the same Message-ID.
"""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Final

import asyncpg
import pytest
from aiosmtpd import smtp
from sqlalchemy import make_url

from deploy.bench.sow_readers import OUTCOME, sow_readers
from services.notify.operations.hand_over import CONNECTIONS
from services.notify.operations.send_letters import COLLECT_S
from services.notify.operations.tell_outcome import owe_letters
from shared.kit.clock import now
from tests.support.running import RunningCity, running_city

READERS: Final = 300
KILLS: Final = 3
#: How long the server thinks about a letter; so each connection hands over one in the time that is written at once.
THINKS_S: Final = COLLECT_S
_ID: Final = re.compile(rb"^Message-ID: (<.*>)\r$", re.MULTILINE)


class GatedOffice:
    """A mail server that stops taking addresses while its gate is shut. `taken`: Message-IDs by address."""

    def __init__(self) -> None:
        self.taken: dict[str, list[bytes]] = defaultdict(list)
        self.gate = asyncio.Event()
        self.gate.set()

    @property
    def count(self) -> int:
        return sum(map(len, self.taken.values()))

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: smtp.Envelope, address: str, _options: Any
    ) -> str:
        await self.gate.wait()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: smtp.Envelope) -> str:  # noqa: N802 - as above
        assert isinstance(envelope.content, bytes)
        found = _ID.search(envelope.content)
        assert found
        await asyncio.sleep(THINKS_S)
        if envelope.rcpt_tos[0].startswith("reader"):
            self.taken[envelope.rcpt_tos[0]].append(found[1])
        return "250 OK"


@pytest.fixture
async def office() -> AsyncIterator[GatedOffice]:
    made = GatedOffice()
    async with _served(made) as port:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("RESONANZ_SMTP_URL", f"smtp://127.0.0.1:{port}")
            yield made


@asynccontextmanager
async def _served(office: GatedOffice) -> AsyncIterator[int]:
    served = await asyncio.get_running_loop().create_server(lambda: smtp.SMTP(office), "127.0.0.1", 0)
    async with served:
        yield int(served.sockets[0].getsockname()[1])


async def owe(city: RunningCity) -> None:
    """One outcome with many readers, published at this moment."""
    async with city.parts() as parts:
        address = make_url(parts.url).render_as_string(hide_password=False)
        connection = await asyncpg.connect(address.replace("postgresql+asyncpg", "postgresql"))
        try:
            await sow_readers(connection, parts.notify, READERS, now())
        finally:
            await connection.close()
        async with parts.database("notify").transaction() as session:
            assert await owe_letters(session, OUTCOME, now()) == READERS


async def kill_worker(city: RunningCity) -> None:
    """And lets the time pass that a claim lasts, and a delivery."""
    city.kill("worker notify")
    held = await city.rows("SELECT count(*) FROM notify.notification WHERE state = 'sending'")
    assert held[0][0] > 0, "a worker is to die with letters in its hands"
    await city.rows(
        "UPDATE notify.notification SET claimed_until = now() - interval '1 s' WHERE state = 'sending' RETURNING 1"
    )
    await city.rows("UPDATE bus.delivery SET next_at = now() WHERE state = 'waiting' RETURNING 1")


async def all_sent(city: RunningCity) -> bool:
    left = await city.rows("SELECT count(*) FROM notify.notification WHERE letter = 'outcome' AND state <> 'sent'")
    await city.rows("UPDATE bus.delivery SET next_at = now() WHERE state = 'waiting' RETURNING 1")
    return bool(left[0][0] == 0)


async def written_down(city: RunningCity, office: GatedOffice) -> bool:
    """Whatever was taken is known to be sent, and no more is taken: the next ones stand at the gate."""
    taken = office.count
    sent = await city.rows("SELECT count(*) FROM notify.notification WHERE letter = 'outcome' AND state = 'sent'")
    await asyncio.sleep(0.5)
    return bool(sent[0][0] == taken == office.count)


async def reached(office: GatedOffice, count: int) -> bool:
    return office.count >= count


@pytest.mark.timeout(1800)
async def test_killed_between_two_letters_nobody_gets_two_and_nobody_none(office: GatedOffice) -> None:
    async with running_city() as city:
        await owe(city)
        for number in range(1, KILLS + 1):
            wanted = READERS * number // (KILLS + 1)
            await city.until(partial(reached, office, wanted), "letters to be under way")
            office.gate.clear()
            await city.until(partial(written_down, city, office), "letters to be written down")
            await kill_worker(city)
            office.gate.set()
        await city.until(lambda: all_sent(city), "every letter to be sent")
        assert {address: len(ids) for address, ids in office.taken.items()} == dict.fromkeys(office.taken, 1)
        assert len(office.taken) == READERS


@pytest.mark.timeout(1800)
async def test_killed_at_any_moment_only_the_gap_comes_twice_and_under_the_same_id(office: GatedOffice) -> None:
    async with running_city() as city:
        await owe(city)
        for number in range(1, KILLS + 1):
            wanted = READERS * number // (KILLS + 1)
            await city.until(partial(reached, office, wanted), "letters to be under way")
            await kill_worker(city)
        await city.until(lambda: all_sent(city), "every letter to be sent")
        assert len(office.taken) == READERS
        assert all(len(set(ids)) == 1 for ids in office.taken.values())
        twice = office.count - READERS
        assert twice <= KILLS * 3 * CONNECTIONS, f"{twice} letters came twice"
