"""The web server: the pages of all services in one application."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import uvicorn
from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.static_files import create_static_files_router

from deploy.discussions import IntakeDiscussions
from deploy.offers import offers_of
from deploy.parts import Parts
from deploy.transfer import IntakeQuestionnaires
from deploy.voice import voice_of
from services.analysis.main import make_router as make_analysis
from services.analysis.results.main import make_open_routers, tell_programs
from services.intake.main import make_router as make_intake
from services.notify.main import make_router as make_notify
from shared.kit.web import health
from shared.kit.web.access import PUBLIC, refuse_other_sites, refuse_unwritable
from shared.kit.web.errors import show_error
from shared.kit.web.reading import note_reading
from shared.staff.main import make_router as make_staff

HOUSE: Final = Path(__file__).resolve().parent.parent
STATIC: Final = {
    "kit": HOUSE / "shared/kit/web/static",
    "analysis": HOUSE / "services/analysis/static",
    "district": HOUSE / "services/analysis/district/static",
    "results": HOUSE / "services/analysis/results/static",
    "intake": HOUSE / "services/intake/static",
    "notify": HOUSE / "services/notify/static",
}
#: Else browsers keep a script for a tenth of its age, days beside the pages of a newer release.
NOT_STALE: Final = CacheControlHeader(max_age=600)
#: Behind a proxy or not, a form page stays below one congestion window when compressed.
COMPRESSION: Final = CompressionConfig(backend="gzip", minimum_size=800, gzip_compress_level=6)


def make_app(parts: Parts) -> Litestar:
    """The application; it closes its connections when it ends."""
    return Litestar(
        route_handlers=[
            make_intake(parts.database("intake"), parts.intake, offers_of(parts)),
            make_analysis(
                parts.database("analysis"), parts.analysis, IntakeQuestionnaires(parts), IntakeDiscussions(parts)
            ),
            *make_open_routers(parts.database("analysis"), parts.analysis),
            make_notify(parts.database("notify"), parts.notify, voice_of(parts), offers_of(parts)),
            make_staff(parts.database("staff"), parts.staff),
            _health(parts),
            *_static(),
        ],
        guards=[refuse_unwritable, refuse_other_sites, note_reading],
        exception_handlers={Exception: tell_programs(parts.analysis, show_error)},
        compression_config=COMPRESSION,
        openapi_config=None,
        logging_config=None,  # the process has its own, which keeps values out
        lifespan=[_closing(parts)],
    )


def serve(parts: Parts, listener: socket.socket) -> None:
    """Serves until told to stop. No access log: it would hold addresses of people."""
    config = uvicorn.Config(
        make_app(parts), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
    uvicorn.Server(config).run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """A socket that several processes can serve together, so that one of them may die unnoticed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(2048)
    listener.set_inheritable(True)
    return listener


def _health(parts: Parts) -> Router:
    database = parts.database("relay")  # sees no more than the bus
    return Router(
        "/",
        route_handlers=[health.live, health.ready],
        dependencies={"database": Provide(lambda: database, sync_to_thread=False)},
    )


def _static() -> list[Router]:
    return [
        create_static_files_router(f"/static/{name}", [folder], opt=PUBLIC, cache_control=NOT_STALE)
        for name, folder in STATIC.items()
        if folder.exists()
    ]


def _closing(parts: Parts):  # type: ignore[no-untyped-def] # Litestar's own type is a union of four
    @asynccontextmanager
    async def lifespan(_app: Litestar) -> AsyncIterator[None]:
        yield
        await parts.close()

    return lifespan
