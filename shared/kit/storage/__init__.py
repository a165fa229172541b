"""PostgreSQL as the services see it: one `Database` per role, tables with UTC times, migrations under a lock."""

from shared.kit.storage.database import Database, is_disconnect
from shared.kit.storage.tables import Base, Moment, make_metadata

__all__ = ["Base", "Database", "Moment", "is_disconnect", "make_metadata"]
