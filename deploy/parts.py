"""What every process is put together from: databases under their roles, and each service's settings."""

from __future__ import annotations

from deploy.migrate import service_database
from deploy.settings import Settings, ensure_secret
from services.analysis.settings import Settings as AnalysisSettings
from services.intake.settings import Settings as IntakeSettings
from services.notify.settings import Settings as NotifySettings
from shared.kit.storage import Database
from shared.staff.settings import Settings as StaffSettings


class Parts:
    """Made from settings in which `database_url` and `redis_url` are known."""

    def __init__(self, settings: Settings) -> None:
        assert settings.database_url, "processes get DATABASE_URL from `up` or from the environment"
        self.settings = settings
        self.url = settings.database_url
        self.secret = settings.secret or ensure_secret(settings.folder)
        self._databases: dict[str, Database] = {}

    def database(self, service: str) -> Database:
        """The database as this service sees it; one pool per service and process."""
        if service not in self._databases:
            self._databases[service] = service_database(self.url, self.secret, service)
        return self._databases[service]

    @property
    def intake(self) -> IntakeSettings:
        return IntakeSettings(
            secret=self.secret,
            address=self.settings.address,
            contact=self.settings.contact,
            sends_texts=self.settings.sms_url is not None,
        )

    @property
    def analysis(self) -> AnalysisSettings:
        return AnalysisSettings(
            secret=self.secret, address=self.settings.address, data_contributor=self.settings.data_contributor
        )

    @property
    def notify(self) -> NotifySettings:
        return NotifySettings(
            secret=self.secret,
            address=self.settings.address,
            smtp_url=self.settings.smtp_url,
            mail_from=self.settings.mail_from,
            mail_folder=str(self.settings.folder / "mail"),
            vault_keys=self.settings.vault_keys,
            coordination=self.settings.coordination,
            bounce_address=self.settings.bounce_address,
            bounce_folder=self.settings.bounce_folder,
            bounce_key=self.settings.bounce_key,
            dkim_key=self.settings.dkim_key,
            dkim_selector=self.settings.dkim_selector,
            dkim_domain=self.settings.dkim_domain,
            mail_per_minute=self.settings.mail_per_minute,
            sms_url=self.settings.sms_url,
            contact=self.settings.contact,
            post_from=self.settings.post_from,
        )

    @property
    def staff(self) -> StaffSettings:
        return StaffSettings(secret=self.secret, address=self.settings.address)

    async def close(self) -> None:
        for database in self._databases.values():
            await database.close()
