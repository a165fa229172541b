"""The command line: `python -m deploy COMMAND`."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import click
import msgspec

from deploy.settings import Settings
from services.analysis.settings import voice_settings
from shared.kit import log
from shared.kit.settings import SettingError, load
from shared.staff.domain.roles import EVERYWHERE, ROLES, Role

T = TypeVar("T")


@click.group(context_settings={"max_content_width": 100})
@click.pass_context
def main(context: click.Context) -> None:
    """Resonanz: a city asks, residents answer, and then they hear what became of it."""
    try:
        settings = load(Settings)
        voice_settings()  # words must not go where they may not: better no start than a quiet one
    except SettingError as error:
        raise click.ClickException(str(error)) from None
    log.configure(settings.log_readable)
    context.obj = settings


@main.command()
@click.option("--demo", is_flag=True, help="With demo data for Sterkrade-Mitte.")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=int, help="Port to listen on.")
@click.option("--data", type=click.Path(path_type=Path), help="Folder for private servers, mails and the secret.")
@click.pass_obj
def up(settings: Settings, demo: bool, host: str | None, port: int | None, data: Path | None) -> None:
    """Run everything on this machine: private servers where none are set, web, relay, workers."""
    from deploy.up import TakenError
    from deploy.up import up as run

    changes = {"host": host, "port": port, "data": str(data) if data else None}
    settings = msgspec.structs.replace(settings, **{k: v for k, v in changes.items() if v is not None})
    try:
        asyncio.run(run(settings, demo=demo))
    except TakenError as error:
        raise click.ClickException(str(error)) from None


@main.command()
@click.option("--fd", type=int, help="A listening socket to serve, handed over by `up`.")
@click.pass_obj
def web(settings: Settings, fd: int | None) -> None:
    """Serve the pages."""
    from deploy.parts import Parts
    from deploy.web import listen, serve

    serve(Parts(_known(settings)), socket.socket(fileno=fd) if fd else listen(settings.host, settings.port))


@main.command()
@click.argument("services", nargs=-1)
@click.pass_obj
def worker(settings: Settings, services: tuple[str, ...]) -> None:
    """Do the deliveries of SERVICES (intake, analysis, notify); without any: of all."""
    from deploy.parts import Parts
    from deploy.worker import CONSUMERS, work

    unknown = [name for name in services if name not in CONSUMERS]
    if unknown:
        raise click.BadParameter(f"{unknown[0]} hears nothing; services that do: {', '.join(CONSUMERS)}")
    work(Parts(_known(settings)), services or tuple(CONSUMERS))


@main.command()
@click.pass_obj
def relay(settings: Settings) -> None:
    """Ring for deliveries that are due."""
    from deploy.parts import Parts
    from deploy.relay import run_relay

    run_relay(Parts(_known(settings)))


@main.command()
@click.pass_obj
def chores(settings: Settings) -> None:
    """Do what has to be done from time to time: forget what is over, remind of what is due."""
    from deploy.chores import do_chores
    from deploy.parts import Parts

    do_chores(Parts(_known(settings)))


@main.group()
def figures() -> None:
    """The figures of the dashboards, kept as responses arrive."""


@figures.command("keep")
@click.pass_obj
def keep_figures(settings: Settings) -> None:
    """Fold what responses say into the campaigns' figures as they come."""
    from deploy.figures import keep_figures as keep
    from deploy.parts import Parts

    keep(Parts(_known(settings)))


@figures.command("rebuild")
@click.pass_obj
def rebuild_figures(settings: Settings) -> None:
    """Make the figures of all campaigns anew from what responses say."""
    from deploy.figures import rebuild

    click.echo(_with_parts(settings, rebuild))


@main.command()
@click.pass_obj
def migrate(settings: Settings) -> None:
    """Bring the database's schemas, roles and rights up to date."""
    from deploy.migrate import bring_up_to_date
    from deploy.parts import Parts

    parts = Parts(_known(settings))
    asyncio.run(bring_up_to_date(parts.url, parts.secret))


@main.command()
@click.pass_obj
def vault(settings: Settings) -> None:
    """Say how many addresses are under which key, and whether an older key is still needed."""
    from deploy.parts import Parts
    from deploy.vault import say_keys

    click.echo(asyncio.run(say_keys(Parts(_known(settings)))))


@main.command()
@click.argument("schema")
@click.argument("about")
@click.pass_obj
def revision(settings: Settings, schema: str, about: str) -> None:
    """Draft a migration of SCHEMA from its tables, named ABOUT."""
    from deploy.migrate import draft_revision

    asyncio.run(draft_revision(_known(settings).database_url or "", schema, about))


@main.command()
@click.pass_obj
def seed(settings: Settings) -> None:
    """Make the demo campaign, unless it is there."""
    from deploy.sow import sow

    _with_parts(settings, sow)


@main.command()
@click.option("--name", default="Verwaltung", show_default=True, help="Account the link is for.")
@click.pass_obj
def sign_in(settings: Settings, name: str) -> None:
    """Print a link that signs somebody in once. `Verwaltung`, an administrator, is made if it is missing."""
    from shared.staff.commands import sign_in_link

    click.echo(_with_parts(settings, lambda parts: sign_in_link(parts.database("staff"), parts.staff, name)))


@main.group()
def account() -> None:
    """Who may sign in, and as what."""


@account.command("add")
@click.argument("name")
@click.argument("full_name")
@click.pass_obj
def add_account(settings: Settings, name: str, full_name: str) -> None:
    """Make an account NAME for FULL_NAME; it may do nothing yet (`account grant`)."""
    from shared.staff import commands

    _with_parts(settings, lambda parts: commands.create_account(parts.database("staff"), name, full_name))


@account.command("grant")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@click.option("--district", default=EVERYWHERE, show_default=True, help="A district's key, or * for all.")
@click.pass_obj
def grant_role(settings: Settings, name: str, role: Role, district: str) -> None:
    """Give NAME a role in a district."""
    from shared.staff import commands

    _with_parts(settings, lambda parts: commands.grant_role(parts.database("staff"), name, district, role))


@account.command("withdraw")
@click.argument("name")
@click.option("--district", default=EVERYWHERE, show_default=True, help="A district's key, or * for all.")
@click.pass_obj
def withdraw_role(settings: Settings, name: str, district: str) -> None:
    """Take back NAME's role in a district."""
    from shared.staff import commands

    _with_parts(settings, lambda parts: commands.withdraw_role(parts.database("staff"), name, district))


@account.command("close")
@click.argument("name")
@click.pass_obj
def close_account(settings: Settings, name: str) -> None:
    """Sign NAME out for good."""
    from shared.staff import commands

    _with_parts(settings, lambda parts: commands.close_account(parts.database("staff"), name))


@main.command()
@click.option("--retry", "retried", help="Delivery to put back in the queue, or `all`.")
@click.option("--discard", "discarded", type=UUID, help="Delivery to give up for good.")
@click.pass_obj
def shelf(settings: Settings, retried: str | None, discarded: UUID | None) -> None:
    """List deliveries a person must look at, retry them, or give one up."""
    from deploy import shelves

    click.echo(_with_parts(settings, lambda parts: shelves.tend(parts, retried, discarded)))


@main.command()
@click.argument("message")
@click.argument("consumer")
@click.option("--since", type=click.DateTime(), default="2000-01-01", help="Only messages published since then (UTC).")
@click.pass_obj
def replay(settings: Settings, message: str, consumer: str, since: datetime) -> None:
    """Tell CONSUMER every MESSAGE again, e.g. response.received.v1 analysis.assess_response."""
    from deploy import shelves

    at = since.replace(tzinfo=UTC)
    click.echo(_with_parts(settings, lambda parts: shelves.tell_again(parts, message, consumer, at)))


@main.command()
@click.pass_obj
def check(settings: Settings) -> None:
    """Check that the parts answer and that nothing is lost or doubled; exit 1 if not."""
    from deploy.check import check as run

    findings = _with_parts(settings, run)
    click.echo("\n".join(findings.lines))
    sys.exit(0 if findings.good else 1)


@main.group()
def ledger() -> None:
    """The public proof that no response was lost."""


@ledger.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--seal", "sealed", help="Hash of a published state that you kept: it must be in FILE.")
def verify_ledger(file: Path, sealed: str | None) -> None:
    """Check FILE, the JSON that a campaign's integrity page hands out; exit 1 if a link or a count was altered."""
    from deploy.ledger import verify_file

    good, lines = verify_file(file, sealed)
    click.echo("\n".join(lines))
    sys.exit(0 if good else 1)


@main.command("import-contributions")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--url", help="Front door to use; empty: RESONANZ_PUBLIC_URL or http://HOST:PORT.")
@click.pass_obj
def import_contributions(settings: Settings, file: Path, url: str | None) -> None:
    """Send the contributions of FILE (JSON Lines: id, title, text, source) through the front door."""
    from deploy.contributions import import_file

    good = _with_parts(settings, lambda parts: import_file(parts, file, url or settings.address))
    sys.exit(0 if good else 1)


@main.command("import-queue")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def import_queue(settings: Settings, file: Path) -> None:
    """Take in FILE, which a device saved because it got no network any more; as often as you like."""
    from deploy.kept_file import import_file

    sys.exit(0 if _with_parts(settings, lambda parts: import_file(parts, file)) else 1)


@main.command()
@click.option("--in", "source", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--out", "target", type=click.Path(dir_okay=False, path_type=Path), required=True)
def tag(source: Path, target: Path) -> None:
    """Tag texts against the minimum standards: JSON Lines in, JSON Lines out, no database."""
    from deploy.tagging import tag_with_progress

    tag_with_progress(source, target)


@main.group()
def bench() -> None:
    """Measure; nothing here is part of the tests."""


@bench.command("intake")
@click.option("--connections", default=32, show_default=True)
@click.option("--seconds", default=10.0, show_default=True)
def bench_intake(connections: int, seconds: float) -> None:
    """Full GET + POST journeys over loopback beside a bare floor."""
    from deploy.bench.intake import run

    asyncio.run(run(connections, seconds))


@bench.command("form")
def bench_form() -> None:
    """Weight, requests and first paint of a ten-question form on a slow phone and a slow network."""
    from deploy.bench.form import run

    asyncio.run(run())


@bench.command("inventory")
@click.option("--rounds", default=25, show_default=True)
def bench_inventory(rounds: int) -> None:
    """Every page of an inventory of ten thousand facts."""
    from deploy.bench.inventory import run

    asyncio.run(run(rounds))


@bench.command("recovery")
def bench_recovery() -> None:
    """How long the deliveries of a killed worker wait."""
    from deploy.bench.recovery import run

    asyncio.run(run())


@bench.command("notify")
@click.option("--readers", default=100_000, show_default=True)
def bench_notify(readers: int) -> None:
    """Letters about one outcome to very many readers: queued, and handed to a mail server beside."""
    from deploy.bench.notify import run

    asyncio.run(run(readers))


@bench.command("results")
@click.option("--responses", "sizes", type=int, multiple=True, default=(100_000, 1_000_000), show_default=True)
@click.option("--rate", default=200, show_default=True, help="Forms per second; 0: do not send any.")
@click.option("--seconds", default=30.0, show_default=True)
def bench_results(sizes: tuple[int, ...], rate: int, seconds: float) -> None:
    """A dashboard with very many responses: how fast, how large, and how soon a response is in it."""
    from deploy.bench.results import run

    asyncio.run(run(sizes, rate, seconds))


@bench.command("tagger")
@click.option("--in", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Labelled texts.")
@click.option("--kind", type=click.Choice(["best", "model", "lexicon"]), default="best", show_default=True)
@click.option("--voice", is_flag=True, help="With the city's language model (RESONANZ_MODEL_ADDRESS) heard as well.")
def bench_tagger(file: Path | None, kind: str, voice: bool) -> None:
    """Quality per standard, stance and language with confidence intervals; texts per second; memory."""
    from deploy.bench.tagger import run

    run(file, kind, voice=voice)


def _known(settings: Settings) -> Settings:
    """Settings with both servers named, or those of the `up` that runs with the same data folder."""
    from deploy.running import with_running_servers

    try:
        return with_running_servers(settings)
    except LookupError as error:
        raise click.ClickException(str(error)) from None


def _with_parts(settings: Settings, work: Callable[..., Awaitable[T]]) -> T:
    from deploy.parts import Parts

    async def run() -> T:
        parts = Parts(_known(settings))
        try:
            return await work(parts)
        except (LookupError, ValueError) as error:  # said by a command to the person at the keyboard
            raise click.ClickException(str(error)) from None
        finally:
            await parts.close()

    return asyncio.run(run())


if __name__ == "__main__":
    main()
