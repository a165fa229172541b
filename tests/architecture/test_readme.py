"""The README names every setting and every command."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from deploy.__main__ import main
from deploy.settings import Settings
from shared.kit.settings import describe
from tests.support.source import HOUSE, modules


def _readme() -> str:
    return (HOUSE / "README.md").read_text("utf-8")


def _commands(group: click.Group, before: str = "") -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield before + name


@pytest.mark.parametrize("variable", [setting.variable for setting in describe(Settings)])
def test_every_setting_is_in_the_readme(variable: str) -> None:
    assert f"`{variable}`" in _readme()


@pytest.mark.parametrize("command", list(_commands(main)))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"`(python -m deploy )?{command}\b|python -m deploy {command}\b", _readme())


def test_every_variable_that_code_reads_is_in_the_readme() -> None:
    readme = _readme()
    read = {
        name for path, _ in modules() for name in re.findall(r"\bRESONANZ_[A-Z_]+[A-Z]", (HOUSE / path).read_text())
    }
    assert {name for name in read | {"RESONANZ_CHROMIUM"} if name not in readme} == set()
