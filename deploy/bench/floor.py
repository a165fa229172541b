"""The floor: a bare Litestar application that sends a page and inserts one row. `python -m deploy.bench.floor FD URL`."""

from __future__ import annotations

import socket
import sys
from uuid import uuid4

import asyncpg
import uvicorn
from jinja2 import Template
from litestar import Litestar, MediaType, Request, get, post

PAGE = Template('<!doctype html><html lang="de"><body>{{ filling }}<input name="token" value="{{ token }}"></body></html>')


def make_floor(url: str, page_bytes: int) -> Litestar:
    """`page_bytes`: how large the page is to be, so that both sides send the same."""
    filling = "x" * page_bytes
    pool: asyncpg.Pool[asyncpg.Record]

    @get("/q/floor", media_type=MediaType.HTML)
    async def show() -> str:
        return str(PAGE.render(filling=filling, token=uuid4().hex))

    @post("/q/floor", media_type=MediaType.HTML, status_code=200)
    async def send(request: Request) -> str:  # type: ignore[type-arg]
        body = await request.body()
        await pool.execute("INSERT INTO public.floor (id, body) VALUES ($1, $2)", uuid4(), body)
        return "<!doctype html><html lang=de><body>Danke"

    async def open_pool(_app: Litestar) -> None:
        nonlocal pool
        pool = await asyncpg.create_pool(url, min_size=5, max_size=20)
        await pool.execute("CREATE TABLE IF NOT EXISTS public.floor (id uuid PRIMARY KEY, body bytea)")

    return Litestar([show, send], on_startup=[open_pool], openapi_config=None)


def main() -> None:
    listener = socket.socket(fileno=int(sys.argv[1]))
    config = uvicorn.Config(make_floor(sys.argv[2], int(sys.argv[3])), log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
