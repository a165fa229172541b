"""Residents who answer, ask to be told, and confirm: stubborn as people on a bad network are."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path
from typing import Final

import httpx

from tests.support.running import RunningCity

#: Stand in every text and address of the crowd, so that a test can look for them where they must not be.
TEXT_MARK: Final = "Vertraulichesundnurfürdieanalyse"
ADDRESS_MARK: Final = "niemandesweltadresse"
AT_ONCE: Final = 16
TRIES: Final = 400
_TOKEN = re.compile(r'name="token" value="([^"]+)"')
_RECEIPT = re.compile(r'name="receipt" value="([^"]+)"')
_PROOF = re.compile(r'name="proof" value="([^"]+)"')
_CONFIRM = re.compile(r"https?://\S+(/subscription/[A-Za-z0-9_-]+)\s")


class Crowd:
    """`receipts`: what was acknowledged, by the resident's number."""

    def __init__(self, city: RunningCity, size: int) -> None:
        self.city = city
        self.size = size
        self.receipts: dict[int, str] = {}
        self._client = httpx.AsyncClient(
            base_url=city.address, timeout=20, headers={"Accept": "text/html", "Accept-Language": "de"}
        )

    async def answer(self) -> None:
        """Everybody answers and asks to be told; each step is tried until it is acknowledged."""
        numbers = iter(range(self.size))

        async def one_after_the_other() -> None:
            for number in numbers:
                await self._answer(number)

        await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))

    async def confirm(self) -> None:
        """Everybody opens the one letter they got and confirms."""
        await self.city.until(self._all_asked, "every confirmation letter")
        for letter in self.city.letters():
            if link := _confirmation(letter):
                await self._insist("POST", link, {"language": "de"})

    async def close(self) -> None:
        await self._client.aclose()

    async def _answer(self, number: int) -> None:
        page = await self._insist("GET", f"/q/{self.city.code}")
        fields = {
            "token": _found(_TOKEN, page),
            "language": "de",
            "a-visits": "weekly",
            "a-process": f"Die Einladung kam viel zu spät. {TEXT_MARK} {number}",
        }
        thanks = await self._insist("POST", f"/q/{self.city.code}", fields)
        self.receipts[number] = _found(_RECEIPT, thanks)
        await self._insist(
            "POST",
            "/receipt/subscribe",
            {
                "receipt": self.receipts[number],
                "proof": _found(_PROOF, thanks),
                "language": "de",
                "address": f"{ADDRESS_MARK}{number}@example.org",
            },
        )

    async def _insist(self, method: str, path: str, fields: dict[str, str] | None = None) -> str:
        outcomes: Counter[str] = Counter()
        for _ in range(TRIES):
            try:
                answer = await self._client.request(method, path, data=fields)
                if answer.status_code == 200:
                    return answer.text
                assert answer.status_code >= 500, (answer.status_code, path, answer.text[:500])
                outcomes[str(answer.status_code)] += 1
            except httpx.TransportError as error:
                outcomes[type(error).__name__] += 1
            await asyncio.sleep(0.3)
        raise AssertionError(f"{method} {path} was not answered: {outcomes}\n{self.city.log_text()[-3000:]}")

    async def _all_asked(self) -> bool:
        return len(self.city.letters()) >= self.size


def addressees(letters: list[Path]) -> list[tuple[str, str]]:
    """(address, kind) of each letter; the kind is `confirm` or `read`."""
    return [(_addressee(letter), "confirm" if _confirmation(letter) else "read") for letter in letters]


def _addressee(letter: Path) -> str:
    return str(message_from_bytes(letter.read_bytes(), policy=policy.default)["To"])


def _confirmation(letter: Path) -> str | None:
    """The path that confirms, if this letter asks for it."""
    plain = message_from_bytes(letter.read_bytes(), policy=policy.default).get_body(("plain",))
    assert plain
    found = _CONFIRM.search(plain.get_content())
    return found[1] if found else None


def _found(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    assert found, page[:2000]
    return found[1]
