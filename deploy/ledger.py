"""Checking a downloaded proof of the ledger, away from the product that made it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click
import msgspec

from services.analysis.results.domain.chain import Fault, FaultKind, Proof, verify

SAID: Final[dict[FaultKind, str]] = {
    "place": "link {at} is not at its place",
    "double": "link {at} stands there twice",
    "hash": "link {at} does not hang on the one before",
    "number": "published state {at} is not at its place",
    "seal": "published state {at} was altered",
    "missing": "published state {at} knows links that are gone",
    "head": "published state {at} belongs to another chain",
    "counts": "the counts of published state {at} do not add up",
}


def verify_file(file: Path, sealed: str | None = None) -> tuple[bool, list[str]]:
    """Whether all is well, and what to tell. `sealed`: the hash of a published state that somebody kept."""
    try:
        proof = msgspec.json.decode(file.read_bytes(), type=Proof)
    except msgspec.DecodeError as error:
        raise click.ClickException(f"{file.name} is not the JSON of an integrity page: {error}") from None
    said = [_say(one) for one in verify(proof)]
    if sealed and sealed.strip().lower() not in {one.hash for one in proof.seals}:
        said.append("the published state that you kept is not in the file")
    head = proof.links[-1].hash if proof.links else "-"
    about = f"{len(proof.links)} responses, {len(proof.seals)} published states, end {head}"
    return not said, [f"campaign {proof.campaign}: {about}", *(said or ["every link and every count holds"])]


def _say(fault: Fault) -> str:
    return SAID[fault.kind].format(at=fault.at)
