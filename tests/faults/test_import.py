"""Contributions come in by the front door, and an import may be cut off and repeated."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from deploy.settings import HOUSE
from tests.support.running import RunningCity, running_city

SIZE = 300


def contributions(folder: Path) -> Path:
    file = folder / "contributions.jsonl"
    lines = [
        {
            "id": f"c{n}",
            "title": "Radweg" if n % 2 else "",
            "text": f"Breitere Radwege, Stelle {n}",
            "source": f"s{n % 3}",
        }
        for n in range(SIZE)
    ]
    file.write_text("\n".join(json.dumps(line) for line in lines))
    return file


async def start_import(city: RunningCity, file: Path) -> asyncio.subprocess.Process:
    environment = {
        **{k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")},
        "RESONANZ_DATA": str(city.folder),
        "RESONANZ_PORT": str(city.port),
        "PYTHONPATH": str(HOUSE),
    }
    command = [sys.executable, "-m", "deploy", "import-contributions", str(file)]
    return await asyncio.create_subprocess_exec(*command, env=environment, stderr=asyncio.subprocess.PIPE)


@pytest.mark.timeout(1800)
async def test_a_cut_off_import_is_repeated_without_doubling(tmp_path: Path) -> None:
    async with running_city() as city:
        before = (await city.rows("SELECT count(*) FROM intake.response"))[0][0]
        cut_off = await start_import(city, contributions(tmp_path))

        async def under_way() -> bool:
            return bool((await city.rows("SELECT count(*) FROM intake.response"))[0][0] > before + SIZE // 10)

        await city.until(under_way, "the import to be under way")
        cut_off.kill()
        await cut_off.wait()
        for _ in range(2):
            again = await start_import(city, contributions(tmp_path))
            _, said = await again.communicate()
            assert again.returncode == 0, said.decode()
            assert f"sent {SIZE} = received {SIZE} = assessed {SIZE}" in " ".join(said.decode().split())
        assert (await city.rows("SELECT count(*) FROM intake.response"))[0][0] == before + SIZE
        assert (await city.check()).good
