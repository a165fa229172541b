"""`/health/live` says that the process answers; `/health/ready` that it can do its work."""

from __future__ import annotations

from typing import Any

from litestar import Response, get
from sqlalchemy import text

from shared.kit.storage import Database
from shared.kit.web.access import PUBLIC


@get("/health/live", opt=PUBLIC, sync_to_thread=False)
def live() -> dict[str, str]:
    return {"status": "ok"}


@get("/health/ready", opt=PUBLIC)
async def ready(database: Database) -> Response[dict[str, Any]]:
    try:
        async with database.transaction() as session:
            await session.execute(text("SELECT 1"))
    except Exception:  # any trouble means: not ready
        return Response({"status": "unavailable", "database": "away"}, status_code=503, headers={"Retry-After": "2"})
    return Response({"status": "ok", "database": "ok"})
