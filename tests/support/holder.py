"""Somebody who holds a receipt and does what its page offers."""

from __future__ import annotations

import re
from typing import Any, Final

import httpx

from shared.contracts.receipts import receipt_proof
from tests.support.city import City

#: Stands in what the holder writes, so that a test can look for it where it must not be.
MARK: Final = "Zwergpinscherlaterne"
_REMARK: Final = re.compile(r'name="remark" value="([^"]+)"')


class Holder:
    """`receipt`: eight characters; `proof`: as the page behind it has it in its forms."""

    def __init__(self, city: City, receipt: str, proof: str | None = None) -> None:
        self.city = city
        self.receipt = receipt
        self.proof = receipt_proof(city.secret, receipt) if proof is None else proof

    async def look(self, language: str = "de") -> httpx.Response:
        return await self.city.client.post("/receipt", data={"receipt": self.receipt, "language": language})

    async def post(self, action: str, **fields: Any) -> httpx.Response:
        """Asks, or with `go` acts. `language` is German unless it is told."""
        sent = {"receipt": self.receipt, "proof": self.proof, "language": "de", **fields}
        return await self.city.client.post(f"/receipt/{action}", data=sent)

    async def correct(self, answers: dict[str, Any]) -> httpx.Response:
        return await self.post("answers", go="save", questionnaire="", **answers)

    async def remark(self, text: str) -> httpx.Response:
        found = _REMARK.search((await self.post("remark")).text)
        assert found
        return await self.post("remark", go="send", remark=found[1], text=text)

    async def withdraw(self) -> httpx.Response:
        return await self.post("withdraw", go="withdraw")
