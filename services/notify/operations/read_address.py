"""Reading the e-mail address somebody typed."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email


def read_address(typed: str) -> str | None:
    """The address in the form that every mail server takes, or None when it cannot be one.

    Only its form is looked at. Whether it exists, the letter that asks for confirmation will show.
    """
    try:
        return validate_email(typed, check_deliverability=False, allow_smtputf8=False).ascii_email
    except EmailNotValidError:
        return None
