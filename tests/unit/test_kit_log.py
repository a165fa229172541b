"""Logs hold events, ids and counts, and nothing anybody wrote."""

from __future__ import annotations

import json
import logging
import subprocess
import sys

import pytest

WORDS = "Frau Yılmaz, Bahnhofstraße 7"
SET_UP = f"""
import logging, structlog
from shared.kit import log
log.configure()
WORDS = {WORDS!r}
def stumble():
    raise ValueError(WORDS)
"""


def _logged(code: str) -> dict[str, object]:
    """The only line that a process of its own logs when it runs this code."""
    done = subprocess.run([sys.executable, "-c", SET_UP + code], capture_output=True, text=True, check=True)
    (line,) = done.stderr.splitlines()
    found: dict[str, object] = json.loads(line)
    assert "Yılmaz" not in json.dumps(found, ensure_ascii=False)
    return found


def test_an_error_is_logged_as_its_class_and_place() -> None:
    line = _logged("try: stumble()\nexcept ValueError: structlog.get_logger().exception('work.failed', count=3)")
    assert (line["event"], line["count"]) == ("work.failed", 3)
    assert str(line["error"]).startswith("ValueError at ")


def test_an_error_that_a_library_logs_loses_its_message() -> None:
    line = _logged("try: stumble()\nexcept ValueError: logging.getLogger('other').exception('failed')")
    assert str(line["error"]).startswith("ValueError at ")


@pytest.mark.parametrize("level", [logging.WARNING, logging.ERROR])
def test_a_warning_of_a_library_is_logged_without_its_values(level: int) -> None:
    line = _logged(f"logging.getLogger('other').log({level}, 'cannot store %r', WORDS)")
    assert line["event"] == "other: cannot store %r"
