"""What the start command says when everything runs."""

from __future__ import annotations

import io

import qrcode
from rich.console import Console

from deploy.parts import Parts
from deploy.sow import FIRST_CODE, SECOND_CODE, SLUG
from shared.staff.commands import sign_in_link

console = Console(highlight=False)


async def welcome(parts: Parts, *, seconds: float, demo: bool) -> None:
    """Prints the addresses, the first poster's QR code, and a link that signs in once."""
    address = parts.settings.address
    link = await sign_in_link(parts.database("staff"), parts.staff)
    console.print(f"\n[bold]Resonanz runs[/bold] (after {seconds:.1f} s). Ctrl-C ends everything.\n")
    if demo:
        form = f"{address}/q/{FIRST_CODE}"
        console.print(f"  Form        {form}", soft_wrap=True)
        console.print(f"  Second form {address}/q/{SECOND_CODE}  (every kind of question)", soft_wrap=True)
        console.print(f"  QR code     {address}/staff/channels/{FIRST_CODE}", soft_wrap=True)
        console.print(f"  Receipt     {address}/receipt", soft_wrap=True)
        console.print(f"  Results     {address}/ergebnisse/{SLUG}", soft_wrap=True)
        console.print(f"  Dashboard   {address}/staff/campaigns/{SLUG}", soft_wrap=True)
        console.print(f"  Sign in     {link}   (works once)\n", soft_wrap=True)
        console.print(_drawn(form))
    else:
        console.print(f"  {address}\n  Sign in     {link}   (works once)\n", soft_wrap=True)
    if not parts.settings.smtp_url:
        console.print(f"  No mail server is set: letters lie in {parts.notify.mail_folder}\n", soft_wrap=True)


def _drawn(address: str) -> str:
    """The QR code in half blocks: scannable from the terminal."""
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=4)
    code.add_data(address)
    drawn = io.StringIO()
    code.print_ascii(out=drawn, invert=True)
    return drawn.getvalue()
