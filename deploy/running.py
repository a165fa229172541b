"""Finding the private servers that an `up` in the same data folder is running."""

from __future__ import annotations

import msgspec

from deploy.postgres import PrivatePostgres
from deploy.redis import PrivateValkey
from deploy.settings import Settings, ensure_secret


def with_running_servers(settings: Settings) -> Settings:
    """Settings in which both addresses are known.

    Raises LookupError when a private server would be needed and none runs.
    """
    secret = settings.secret or ensure_secret(settings.folder)
    database_url, redis_url = settings.database_url, settings.redis_url
    if database_url is None:
        postgres = PrivatePostgres(settings.folder, secret)
        if not (postgres.sockets / ".s.PGSQL.5432").exists():
            raise LookupError("No database: start Resonanz first (./deploy/start), or set DATABASE_URL.")
        database_url = postgres.url
    if redis_url is None:
        redis_url = PrivateValkey(settings.folder).url
    return msgspec.structs.replace(settings, secret=secret, database_url=database_url, redis_url=redis_url)
