"""The chain behind the ledger: it grows in any order and any steps, and no change of it goes unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deploy.ledger import verify_file
from services.analysis.results.domain.chain import Link, Proof, Seal, extend, fingerprint_of, seal, start_of, verify
from services.analysis.storage.kept import Kept

CAMPAIGN = UUID("00000000-0000-4000-8000-000000000002")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
IDS = st.lists(st.uuids(version=4), min_size=1, max_size=12, unique=True)


def _proof(ids: Sequence[UUID], cuts: Sequence[int] = (), sealed: bool = True) -> Proof:
    """A chain that was made in several goes, and sealed after each."""
    links: list[Link] = []
    seals: list[Seal] = []
    for number, (begin, end) in enumerate(zip([0, *cuts], [*cuts, len(ids)], strict=True), 1):
        head = links[-1].hash if links else start_of(CAMPAIGN)
        links += extend(head, len(links), [fingerprint_of(one) for one in ids[begin:end]])
        before = seals[-1].hash if seals else start_of(CAMPAIGN)
        end_hash = links[-1].hash if links else start_of(CAMPAIGN)
        counts = {"tagged": end - end // 3, "unclear": end // 3}
        seals.append(seal(before, number, NOON + timedelta(days=number), end, end_hash, counts))
    return Proof(campaign=CAMPAIGN, links=links, seals=seals if sealed else [])


@given(IDS, st.data())
def test_a_chain_is_the_same_in_however_many_goes_it_is_made(ids: list[UUID], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(ids)), max_size=3)))
    assert _proof(ids, cuts).links == _proof(ids).links
    assert verify(_proof(ids, cuts)) == []


@given(IDS, st.data())
def test_whatever_is_done_to_a_link_is_found(ids: list[UUID], data: st.DataObject) -> None:
    proof = _proof(ids)
    links = list(proof.links)
    at = data.draw(st.integers(0, len(links) - 1))
    match data.draw(st.sampled_from(["delete", "double", "swap", "alter", "renumber", "rehash"])):
        case "delete":
            del links[at]
        case "double":
            links.insert(data.draw(st.integers(0, len(links))), links[at])
        case "swap":
            other = data.draw(st.integers(0, len(links) - 1))
            links[at], links[other] = links[other], links[at]
        case "alter":
            links[at] = replace(links[at], fingerprint=fingerprint_of(UUID(int=at)))
        case "renumber":
            links[at] = replace(links[at], position=links[at].position + 1)
        case "rehash":
            links[at] = replace(links[at], hash=fingerprint_of(UUID(int=at)))
    changed = links != list(proof.links)
    assert bool(verify(replace(proof, links=links))) == changed


@given(IDS, st.data())
def test_a_chain_that_was_made_anew_does_not_fit_what_was_published(ids: list[UUID], data: st.DataObject) -> None:
    """Whoever leaves a response out and works out all hashes again is found by the seal, and by nothing else."""
    left = [*ids]
    del left[data.draw(st.integers(0, len(ids) - 1))]
    anew = replace(_proof(left, sealed=False), seals=_proof(ids).seals)
    assert verify(replace(anew, seals=[])) == []
    assert {fault.kind for fault in verify(anew)} == {"missing"}
    more = replace(_proof([*left, UUID(int=1)], sealed=False), seals=_proof(ids).seals)
    assert {fault.kind for fault in verify(more)} == {"head"}


@given(IDS, st.data())
def test_a_published_state_cannot_be_rewritten(ids: list[UUID], data: st.DataObject) -> None:
    proof = _proof(ids, [len(ids) // 2])
    seals = list(proof.seals)
    at = data.draw(st.integers(0, 1))
    one = seals[at]
    seals[at] = data.draw(
        st.sampled_from(
            [
                replace(one, counts={**one.counts, "unclear": one.counts["unclear"] + 1}),
                replace(one, counts={"tagged": one.position}) if one.counts["unclear"] else replace(one, number=7),
                replace(one, sealed_at=one.sealed_at + timedelta(days=1)),
                replace(one, head=fingerprint_of(UUID(int=9))),
            ]
        )
    )
    assert verify(replace(proof, seals=seals))
    assert verify(replace(proof, seals=proof.seals[1:])), "and none may be left out"


def test_counts_that_do_not_add_up_are_found_even_where_they_were_sealed() -> None:
    made = _proof([UUID(int=1)], sealed=False)
    wrong = seal(start_of(CAMPAIGN), 1, NOON, 1, made.links[0].hash, {"tagged": 2, "unclear": -1})
    assert [fault.kind for fault in verify(replace(made, seals=[wrong]))] == ["counts"]


def test_anybody_can_work_it_out_with_sha_256_alone() -> None:
    """The recipe of deploy/decisions/0018-ledger.md, word by word."""

    def sha(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()

    first, second = UUID(int=1), UUID(int=2)
    proof = _proof([first, second])
    one = sha(f"{sha(str(CAMPAIGN))}|1|{sha(str(first))}")
    two = sha(f"{one}|2|{sha(str(second))}")
    assert [link.hash for link in proof.links] == [one, two]
    published = f"{sha(str(CAMPAIGN))}|1|2026-11-24T12:00:00Z|2|{two}|tagged=2,unclear=0"
    assert proof.seals[0].hash == sha(published)


async def test_what_is_large_and_took_a_second_is_kept_for_twenty_and_what_is_small_is_not() -> None:
    at, made = [0.0], []
    kept: Kept[int] = Kept(lambda value: value > 2, most=1, clock=lambda: at[0])

    async def make(takes: float) -> int:
        at[0] += takes
        made.append(at[0])
        return len(made)

    async def look(campaign: UUID, takes: float) -> int:
        return await kept.get(campaign, lambda: make(takes))

    assert [await look(CAMPAIGN, 0.01), await look(CAMPAIGN, 0.01)] == [1, 2]
    assert [await look(CAMPAIGN, 1.0), await look(CAMPAIGN, 1.0)] == [3, 3]
    at[0] += 20.5
    assert await look(CAMPAIGN, 1.0) == 4
    assert await look(UUID(int=7), 1.0) == 5
    assert await look(CAMPAIGN, 1.0) == 6, "only so many are remembered"


def test_a_downloaded_file_is_checked_and_says_what_is_wrong(tmp_path: Path) -> None:
    proof, file = _proof([UUID(int=1), UUID(int=2), UUID(int=3)]), tmp_path / "nachweis.json"
    file.write_bytes(msgspec.json.encode(proof))
    good, lines = verify_file(file, proof.seals[0].hash.upper())
    assert good and lines[-1] == "every link and every count holds"
    assert verify_file(file, "0" * 64)[1][-1] == "the published state that you kept is not in the file"
    file.write_bytes(msgspec.json.encode(replace(proof, links=proof.links[:2])))
    good, lines = verify_file(file)
    assert not good and lines[1:] == ["published state 1 knows links that are gone"]


@pytest.mark.parametrize("typed", [b"", b"{}", b"position;fingerprint"])
def test_another_file_is_refused_in_words(tmp_path: Path, typed: bytes) -> None:
    import click

    (tmp_path / "other").write_bytes(typed)
    with pytest.raises(click.ClickException, match="not the JSON of an integrity page"):
        verify_file(tmp_path / "other")
