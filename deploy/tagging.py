"""`python -m deploy tag`: the tagger without the city around it."""

from __future__ import annotations

from pathlib import Path

import click
from rich.progress import Progress

from services.analysis.tagger.commands import tag_file


def tag_with_progress(source: Path, target: Path) -> None:
    with Progress(transient=True) as progress:
        task = progress.add_task("Tagging", total=None)
        try:
            tag_file(source, target, lambda done, total: progress.update(task, completed=done, total=total))
        except ValueError as error:
            raise click.ClickException(str(error)) from None
