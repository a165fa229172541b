"""How good and how fast the tagger is, on the labelled development texts."""

from __future__ import annotations

from pathlib import Path

import click

from services.analysis.operations.ask_voice import with_voice
from services.analysis.tagger import load_tagger
from services.analysis.tagger.evaluate import DEV, measure, table


def run(file: Path | None, kind: str, *, voice: bool = False) -> None:
    """Prints the table with its confidence intervals; `file` holds labelled texts as in tagger/data."""
    tagger = load_tagger(kind)  # type: ignore[arg-type] # click has checked it
    try:
        using = with_voice(tagger) if voice else tagger
    except LookupError as error:
        raise click.ClickException(str(error)) from None
    click.echo(table(measure(using, file or DEV)))
