"""Keeps child processes running: starts them, again when they die, and takes all of them along at the end."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Final

import structlog

log = structlog.get_logger()

FIRST_PAUSE_S: Final = 0.1
LONGEST_PAUSE_S: Final = 5.0
#: A child that ran this long before it died starts with a short pause again.
STEADY_S: Final = 10.0
PATIENCE_S: Final = 8.0
_libc = ctypes.CDLL(None)
_PR_SET_PDEATHSIG: Final = 1


class Child:
    """One process to be kept running."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        environment: Mapping[str, str] | None = None,
        *,
        uid: int | None = None,
        last_word: signal.Signals = signal.SIGTERM,
        orphan_word: signal.Signals = signal.SIGKILL,
        is_server: bool = False,
        sockets: Sequence[socket.socket] = (),
        log: Path | None = None,
    ) -> None:
        self.name = name
        self.command = command
        self.environment = environment
        self.uid = uid
        self.last_word = last_word
        self.orphan_word = orphan_word
        self.is_server = is_server
        self.sockets = sockets  # held here, so that they are open when the child is started again
        self.log = log
        self.process: asyncio.subprocess.Process | None = None
        self.starts = 0

    async def start(self) -> asyncio.subprocess.Process:
        self.starts += 1
        with open(self.log, "ab") if self.log else contextlib.nullcontext() as output:
            self.process = await self._spawn(output)
        return self.process

    async def _spawn(self, output: IO[bytes] | None) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self.command,
            env=self.environment,
            user=self.uid,
            cwd="/" if self.uid is not None else None,
            pass_fds=[one.fileno() for one in self.sockets],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone, which then ends things in order
            preexec_fn=self._die_with_parent,
        )

    def _die_with_parent(self) -> None:
        """Even kill -9 of the supervisor leaves nothing running: the kernel sends the orphan its word."""
        _libc.prctl(_PR_SET_PDEATHSIG, self.orphan_word)

    async def stop(self) -> None:
        if self.process is None or self.process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(self.last_word)
        try:
            await asyncio.wait_for(self.process.wait(), PATIENCE_S)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            await self.process.wait()


class Supervisor:
    """Keeps its children running until it is told to stop."""

    def __init__(self) -> None:
        self._children: list[tuple[Child, asyncio.Task[None]]] = []

    async def add(self, child: Child) -> None:
        """Starts the child and keeps it running from now on."""
        await child.start()
        self._children.append((child, asyncio.create_task(self._keep(child))))

    async def stop(self) -> None:
        """First what uses the servers, all at once; then the servers."""
        for _child, keeper in self._children:
            keeper.cancel()
        for servers in (False, True):
            await asyncio.gather(*(child.stop() for child, _ in self._children if child.is_server is servers))

    async def _keep(self, child: Child) -> None:
        pause = FIRST_PAUSE_S
        while True:
            assert child.process
            began = time.monotonic()
            code = await child.process.wait()
            pause = FIRST_PAUSE_S if time.monotonic() - began > STEADY_S else min(pause * 2, LONGEST_PAUSE_S)
            log.warning("child.ended", child=child.name, code=code, again_in_s=round(pause, 2))
            await asyncio.sleep(pause)
            await child.start()
