"""What is installed is locked by content, and comes from wherever the machine gets its packages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests.support.source import HOUSE

LOCKS: Final = sorted((HOUSE / "deploy").glob("*.lock"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_of_a_lock_has_its_version_and_its_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", "\n".join(line for line in lock.read_text().split("\n") if "#" not in line[:5]))
    packages = [entry for entry in entries if entry.strip()]
    assert packages
    assert [
        entry for entry in packages if not re.match(r"\S+==\S+.*--hash=sha256:[0-9a-f]{64}", entry, re.DOTALL)
    ] == []


@pytest.mark.parametrize("file", [*LOCKS, HOUSE / "pyproject.toml"], ids=lambda file: file.name)
def test_no_lock_names_an_address(file: Path) -> None:
    """Neither a package index nor a machine: also not the one the lock was made on."""
    assert re.findall(r".*(?:://|127\.0\.0\.1|localhost|--(?:extra-)?index-url|--find-links).*", file.read_text()) == []


def test_the_lock_of_the_tests_holds_the_lock_of_the_product() -> None:
    product, tests = (_pins(HOUSE / "deploy" / name) for name in ("requirements.lock", "requirements-test.lock"))
    assert product - tests == set()


def _pins(lock: Path) -> set[str]:
    return set(re.findall(r"^([A-Za-z0-9_.\[\]-]+==[^\s;\\]+)", lock.read_text(), re.MULTILINE))
