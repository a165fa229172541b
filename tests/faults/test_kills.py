"""Whatever dies while 500 residents answer: each acknowledged voice is stored once, assessed once, answered once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest

from tests.support.crowd import ADDRESS_MARK, TEXT_MARK, Crowd, addressees
from tests.support.running import RunningCity, running_city

SIZE = 500


@pytest.fixture
async def running() -> AsyncIterator[RunningCity]:
    async with running_city() as city:
        yield city


async def hurt(city: RunningCity, fault: str) -> None:
    if fault == "flushall":
        await city.flush_redis()
    else:
        city.kill(fault)


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    "fault", ["web", "relay", "worker analysis", "worker notify", "valkey", "flushall", "postgres"]
)
async def test_no_voice_is_lost_or_doubled(running: RunningCity, fault: str) -> None:
    crowd = Crowd(running, SIZE)
    before = await _counts(running)
    answering = asyncio.create_task(crowd.answer())
    await running.until(lambda: _answered(crowd, SIZE // 4), "the crowd to be under way")
    await hurt(running, fault)
    await running.until(lambda: _answered(crowd, SIZE // 2), "the crowd to go on")
    await hurt(running, fault)
    await answering
    await crowd.confirm()
    await running.until(lambda: _settled(running), "everything to be assessed and answered")
    await crowd.close()
    await _assert_each_voice_counts_once(running, crowd, before)
    await _assert_nothing_personal_leaks(running, crowd)


async def _answered(crowd: Crowd, count: int) -> bool:
    return len(crowd.receipts) >= count


async def _settled(city: RunningCity) -> bool:
    waiting = await city.rows("SELECT count(*) FROM bus.delivery WHERE state = 'waiting'")
    return waiting[0][0] == 0 and len(city.letters()) >= 2 * SIZE


COUNTS = """
    SELECT (SELECT count(*) FROM intake.response), (SELECT count(DISTINCT receipt_digest) FROM intake.response),
           (SELECT count(*) FROM analysis.assessment), (SELECT count(DISTINCT response_id) FROM analysis.assessment)
"""


async def _counts(city: RunningCity) -> list[int]:
    """Responses, different receipts, assessments, different responses assessed."""
    return list((await city.rows(COUNTS))[0])


async def _assert_each_voice_counts_once(city: RunningCity, crowd: Crowd, before: list[int]) -> None:
    assert len(set(crowd.receipts.values())) == SIZE
    received, receipts, assessments, assessed = await _counts(city)
    assert received == receipts == assessments == assessed == before[0] + SIZE
    findings = await city.check()
    assert findings.good, findings.lines
    letters = Counter(addressees(city.letters()))
    expected = {(f"{ADDRESS_MARK}{number}@example.org", kind) for number in range(SIZE) for kind in ("confirm", "read")}
    assert set(letters) == expected
    assert set(letters.values()) == {1}


async def _assert_nothing_personal_leaks(city: RunningCity, crowd: Crowd) -> None:
    log = city.log_text() + (city.folder / "up.log").read_text("utf-8")
    errors = await city.rows("SELECT coalesce(string_agg(last_error, ' '), '') FROM bus.delivery")
    for place in (log, errors[0][0]):
        assert TEXT_MARK not in place
        assert ADDRESS_MARK not in place
        assert not [receipt for receipt in crowd.receipts.values() if receipt in place]
