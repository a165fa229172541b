"""Text messages, through whatever service Apprise knows: short, without a word of the response."""

from __future__ import annotations

import asyncio
import hmac
import logging
import re
import threading
from datetime import timedelta
from typing import Final
from urllib.parse import quote

from apprise import Apprise, AppriseAsset, PersistentStoreMode

from services.notify.domain.letters import CONFIRM
from services.notify.operations.compose_letter import Letter
from services.notify.operations.hand_over import Delayed, Refused
from services.notify.settings import Settings
from services.notify.wording import TEXTS, known_language
from shared.kit.ids import keyed_digest
from shared.kit.settings import SettingError, derive_key

#: Where the number goes in the setting's address.
PLACE: Final = "{number}"
#: For one message: Apprise waits four seconds for a connection and four for an answer, some services take several.
PATIENCE_S: Final = 30.0
CODE_DIGITS: Final = 6
#: What a service answers when this very message can never be sent.
PERMANENT: Final = (400, 404, 410, 413, 422)
_STATUS: Final = re.compile(r"error=(\d{3})\b")
_SAMPLE: Final = "4915112345678"
_ASSET: Final = AppriseAsset(
    app_id="Resonanz", app_desc="Resonanz", async_mode=False, storage_mode=PersistentStoreMode.MEMORY
)


class _Statuses(logging.Handler):
    """Apprise says yes or no; why, only its log tells, and that names addresses. So it is heard here and nowhere else:
    of each line, the status is kept."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._of_thread = threading.local()

    def emit(self, record: logging.LogRecord) -> None:
        if found := _STATUS.search(record.getMessage()):
            self._of_thread.status = int(found[1])

    def forget(self) -> None:
        self._of_thread.status = None

    @property
    def status(self) -> int | None:
        status: int | None = getattr(self._of_thread, "status", None)
        return status


STATUSES: Final = _Statuses()


def hush() -> None:
    """Lets nothing that Apprise and what is under it log out of the house: their lines have numbers in them."""
    logger = logging.getLogger("apprise")
    logger.handlers[:] = [STATUSES]
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logging.getLogger("urllib3").setLevel(logging.ERROR)


class TextService:
    """`url`: an address as Apprise has them, with `{number}` where the phone number goes."""

    lease = timedelta(seconds=PATIENCE_S + 10)

    def __init__(self, settings: Settings, url: str) -> None:
        hush()
        self._settings, self._url = settings, url
        if PLACE not in url or _service(url, _SAMPLE) is None:
            raise SettingError(f"RESONANZ_SMS_URL must be an address that Apprise knows, with {PLACE} in it")

    async def send(self, letter: Letter) -> None:
        """Raises Refused for good, Delayed for now."""
        text = text_for(self._settings, letter)
        try:
            async with asyncio.timeout(PATIENCE_S):
                failed = await asyncio.to_thread(self._send, letter.recipient, text)
        except TimeoutError:
            raise Delayed("sms timeout", "domain") from None
        if failed in PERMANENT:
            raise Refused(f"sms {failed}")
        if failed is not None:
            raise Delayed(f"sms {failed or 'failed'}", "domain")

    def _send(self, number: str, text: str) -> int | None:
        """None when it was taken; else the status, or 0 when nobody said one."""
        hush()
        STATUSES.forget()
        service = _service(self._url, number.removeprefix("+"))
        if service is None:
            return PERMANENT[0]
        return None if service.notify(body=text) else STATUSES.status or 0


def text_for(settings: Settings, letter: Letter) -> str:
    """A code, or that there is something new: in one message where the language's letters allow."""
    language = known_language(letter.language)
    if letter.kind == CONFIRM.letter:
        return TEXTS.say(language, "sms-code", code=code_of(settings, letter.token, letter.occasion))
    end = f"{settings.address}/e/{settings.link_token(letter.token, letter.medium)}"
    return TEXTS.say(language, "sms-news", link=f"{settings.address}/receipt", end=end)


def code_of(settings: Settings, token: str, occasion: str) -> str:
    """Six digits that only somebody who gets the message can know. `occasion`: which of several codes."""
    digest = keyed_digest(derive_key(settings.secret, "notify sms code"), f"{occasion}\n{token}".encode())
    return str(int.from_bytes(digest) % 10**CODE_DIGITS).zfill(CODE_DIGITS)


def is_code(settings: Settings, token: str, occasion: str, typed: str) -> bool:
    return hmac.compare_digest(code_of(settings, token, occasion).encode(), typed.encode())


def _service(url: str, digits: str):  # type: ignore[no-untyped-def] # Apprise's plugins have no common public type
    try:
        return Apprise.instantiate(url.replace(PLACE, quote(digits)), asset=_ASSET, suppress_exceptions=False)
    except TypeError:  # what it raises for an address or a number that cannot be one
        return None
