"""The floor: a bare Litestar application that renders the same page and inserts one row by one statement.

`python -m deploy.bench.floor FD URL`
"""

from __future__ import annotations

import socket
import sys
from uuid import uuid4

import asyncpg
import uvicorn
from litestar import Litestar, MediaType, Request, get, post

from deploy.sow import CHANNELS, plan_of, questionnaire
from services.intake.storage.forms import Form
from services.intake.web.shown import Typed, typed_page
from shared.kit.clock import now
from shared.kit.ids import random_id


def make_floor(url: str) -> Litestar:
    form = _form()
    pool: asyncpg.Pool[asyncpg.Record]

    @get("/q/floor", media_type=MediaType.HTML)
    async def show() -> str:
        return typed_page(form, "de", uuid4().hex, Typed())

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


def _form() -> Form:
    plan, (_kind, place, code) = plan_of(now()), CHANNELS[0]
    values = {field: getattr(plan, field) for field in Form.__struct_fields__ if field in plan.__struct_fields__}
    return Form(
        code=code,
        place=place,
        channel_id=random_id(),
        campaign_id=random_id(),
        questionnaire_id=random_id(),
        questionnaire=questionnaire(),
        **values,
    )


def main() -> None:
    listener = socket.socket(fileno=int(sys.argv[1]))
    config = uvicorn.Config(make_floor(sys.argv[2]), log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
