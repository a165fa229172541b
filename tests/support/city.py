"""A city of its own for one test: a fresh database, all services in this process, and nobody else."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import httpx
import msgspec
import uvicorn
from litestar import Litestar
from sqlalchemy import text

from deploy.parts import Parts
from deploy.settings import Settings
from deploy.web import listen, make_app
from deploy.worker import make_deliverer
from services.analysis.results.operations.fold_figures import fold_due
from services.intake.operations.publish_campaign import Plan
from shared.kit.messaging.deliver import Deliverer
from shared.kit.messaging.relay import Relay
from shared.kit.storage import Database
from tests.support import demo
from tests.support.demo import CODE, Demo
from tests.support.servers import SECRET

#: Every test's database has this name, one after the other, so the services' roles are made only once.
NAME: Final = "city"
_TOKEN: Final = re.compile(r'name="token" value="([^"]+)"')
_RECEIPT: Final = re.compile(r'class="code"[^>]*>([A-Z0-9]{4} [A-Z0-9]{4})<')


class Ground:
    """What the cities of one run stand on, one after the other: making the web application takes half a second."""

    def __init__(self, url: str, redis_url: str, folder: Path) -> None:
        self.listener = listen("127.0.0.1", 0)
        self.settings = Settings(
            database_url=url,
            redis_url=redis_url,
            data=str(folder),
            secret=SECRET,
            port=self.listener.getsockname()[1],
        )
        self.parts = Parts(self.settings)
        self.owner = Database(url, pool_size=2)

    @cached_property
    def app(self) -> Litestar:
        return make_app(self.parts)

    async def clear(self) -> None:
        """Nobody is connected any more, and no file is left."""
        await self.parts.close()
        await self.owner.close()
        shutil.rmtree(self.settings.folder, ignore_errors=True)


class City:
    """`url` (as owner), `secret` and `redis_url` are all that another process needs to join in."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.settings, self.parts, self.owner = ground, ground.settings, ground.parts, ground.owner
        self.folder = self.settings.folder
        self.folder.mkdir()
        assert self.settings.database_url and self.settings.redis_url
        self.url, self.redis_url, self.secret = self.settings.database_url, self.settings.redis_url, SECRET

    def settle(self, **changes: Any) -> None:
        """Other settings than those of the ground; before anything is done."""
        self.settings = msgspec.structs.replace(self.settings, **changes)
        self.parts = Parts(self.settings)

    @property
    def address(self) -> str:
        """Where `served` answers, and what links in letters and codes begin with."""
        return self.settings.address

    def database(self, service: str) -> Database:
        """The database as this service sees it."""
        return self.parts.database(service)

    @cached_property
    def app(self) -> Litestar:
        return self.ground.app if self.parts is self.ground.parts else make_app(self.parts)

    @cached_property
    def client(self) -> httpx.AsyncClient:
        """Speaks to the whole web application without a network. Keeps cookies, follows no redirect."""
        transport = httpx.ASGITransport(self.app)  # type: ignore[arg-type] # two spellings of the same protocol
        return httpx.AsyncClient(transport=transport, base_url=self.address, headers={"Accept": "text/html"})

    def begin_web_anew(self) -> None:
        """As a restart of the web process: it remembers no form and no visit."""
        forms: Any = (
            self.app.route_handler_method_map["/q/{code:str}"]["GET"].resolve_dependencies()["forms"].dependency()
        )
        if forms.visits._writing:
            forms.visits._writing.cancel()
        forms.__init__(forms.database, forms.settings, forms.has_offers)

    @asynccontextmanager
    async def served(self) -> AsyncIterator[str]:
        """The web application behind a real port, for a real browser; yields its address."""
        config = uvicorn.Config(self.app, log_config=None, lifespan="off", access_log=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server._serve([self.ground.listener.dup()]))
        try:
            while not server.started:
                await asyncio.sleep(0.01)
            yield self.address
        finally:
            server.should_exit = True
            await serving

    async def publish_demo(self, plan: Plan | None = None, code: str = CODE) -> Demo:
        """The campaign of tests.support.demo, open now, with one channel behind the code."""
        wanted = plan or demo.plan()
        return await self.database("intake").run(lambda session: demo.publish_demo(session, wanted, code))

    async def open_form(self, code: str = CODE, language: str = "de") -> str:
        """Opens the form as a browser does; returns the token its page was born with."""
        page = await self.client.get(f"/q/{code}", params={"lang": language})
        assert page.status_code == 200, page.text
        return token_of(page)

    async def send_form(
        self, token: str, answers: Mapping[str, Any] | None = None, code: str = CODE, language: str = "de"
    ) -> httpx.Response:
        filled = demo.ANSWERS if answers is None else answers
        return await self.client.post(f"/q/{code}", data={"token": token, "language": language, **filled})

    async def respond(self, answers: Mapping[str, Any] | None = None, code: str = CODE, language: str = "de") -> str:
        """One participant, from opening to thank-you; returns the receipt, eight characters."""
        return receipt_of(await self.send_form(await self.open_form(code, language), answers, code, language))

    async def deliver_all(self) -> int:
        """Relay and deliverers, here and now, until nothing is owed, then the figures; returns how many deliveries.

        Raises AssertionError for a delivery that failed: it says which, and the error's class and place.
        """
        rung: list[tuple[str, UUID]] = []
        relay = Relay(self.database("relay"), lambda consumer, delivery_id: rung.append((consumer, delivery_id)))
        count = 0
        while await relay.move():
            for consumer, delivery_id in rung:
                await self.deliverer(consumer.split(".")[0]).deliver(delivery_id)
            count += len(rung)
            rung.clear()
        assert not (owed := await self._owed()), f"still owed: {owed}"
        await fold_due(self.database("analysis"))
        return count

    def deliverer(self, service: str) -> Deliverer:
        return make_deliverer(self.parts, service)

    async def all(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """Rows of a query in SQL, as the owner of the database sees them."""
        async with self.owner.transaction() as session:
            return [tuple(row) for row in await session.execute(text(query), values)]

    async def one(self, query: str, **values: Any) -> Any:
        """The only value of the only row."""
        ((value,),) = await self.all(query, **values)
        return value

    async def close(self) -> None:
        if "client" in self.__dict__:
            await self.client.aclose()
        if "app" in self.__dict__:
            self.begin_web_anew()
        if self.parts is not self.ground.parts:
            await self.parts.close()
        await self.ground.clear()

    async def _owed(self) -> list[tuple[Any, ...]]:
        return await self.all("SELECT consumer, state, last_error FROM bus.delivery WHERE state <> 'done'")


def token_of(page: httpx.Response) -> str:
    """The signed response id of a form page."""
    found = _TOKEN.search(page.text)
    assert found, f"no token in a page with status {page.status_code}"
    return found[1]


def receipt_of(page: httpx.Response) -> str:
    """The receipt of a thank-you page, eight characters without the space."""
    found = _RECEIPT.search(page.text)
    assert found, f"no receipt in a page with status {page.status_code}: {page.text}"
    return found[1].replace(" ", "")
