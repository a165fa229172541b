"""Fixtures on real parts. They fail, and never skip, when something is missing."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog
from hypothesis import HealthCheck, settings

from tests.support import servers
from tests.support.checks import FAILED

if TYPE_CHECKING:
    from tests.support.city import City, Ground

# Every run looks at the same examples, however slow the machine is and whatever earlier runs left behind.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What failed before the tests is said again where everybody looks."""
    if failed := os.environ.get(FAILED):
        terminalreporter.write_line(f"Failed before the tests, see above: {failed}", red=True, bold=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if os.environ.get(FAILED) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session", autouse=True)
def _quiet_logs() -> None:
    """Log lines of a failing test are shown by pytest; they go through the standard library for that."""
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, structlog.processors.KeyValueRenderer(key_order=["event"])],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


@pytest.fixture(scope="session")
async def house() -> AsyncIterator[Path]:
    """A folder for this run of the tests."""
    async with servers.house() as folder:
        yield folder


@pytest.fixture(scope="session")
async def postgres(house: Path) -> AsyncIterator[str]:
    """A private PostgreSQL; the address of its database `postgres`, as owner."""
    async with servers.postgres(house) as url:
        yield url


@pytest.fixture(scope="session")
async def valkey(house: Path) -> AsyncIterator[str]:
    """A private Valkey; its address."""
    async with servers.valkey(house) as url:
        yield url


@pytest.fixture(scope="session")
async def blueprint(postgres: str) -> str:
    """A migrated database with roles and rights, to be copied: a copy takes milliseconds, migrating takes seconds."""
    from deploy.migrate import bring_up_to_date
    from tests.support.city import NAME

    await servers.execute(postgres, f"CREATE DATABASE {NAME}")
    await bring_up_to_date(servers.on(postgres, NAME), servers.SECRET)
    await servers.execute(postgres, f"ALTER DATABASE {NAME} RENAME TO blueprint")
    return "blueprint"


@pytest.fixture(scope="session")
async def ground(postgres: str, valkey: str, house: Path) -> AsyncIterator[Ground]:
    from tests.support.city import NAME, Ground

    made = Ground(servers.on(postgres, NAME), valkey, house / NAME)
    yield made
    made.listener.close()


@pytest.fixture
async def city(postgres: str, blueprint: str, ground: Ground) -> AsyncIterator[City]:
    """A city of its own for this test: see tests.support.city."""
    from tests.support.city import NAME, City

    await servers.execute(
        postgres,
        f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)",
        f"CREATE DATABASE {NAME} TEMPLATE {blueprint} STRATEGY FILE_COPY",
    )
    place = City(ground)
    try:
        yield place
    finally:
        await place.close()
