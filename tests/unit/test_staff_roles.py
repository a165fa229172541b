"""What roles may, and where."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.staff.domain.roles import EVERYWHERE, ROLES, Role, SignedIn


def person(**memberships: Role) -> SignedIn:
    return SignedIn(UUID(int=1), "Ada", memberships)


@pytest.mark.parametrize("held", ROLES)
@pytest.mark.parametrize("wanted", ROLES)
def test_a_role_may_what_lower_roles_may(held: Role, wanted: Role) -> None:
    assert person(Osterfeld=held).may(wanted, "Osterfeld") == (ROLES.index(held) >= ROLES.index(wanted))


def test_a_role_holds_in_its_district_only() -> None:
    ada = person(Osterfeld="lead", Ost="reader")
    assert ada.may("lead", "Osterfeld")
    assert not ada.may("editor", "Ost")
    assert not ada.may("reader", "Sterkrade-Nord")


def test_without_a_district_any_membership_counts() -> None:
    assert person(Osterfeld="lead").may("editor")
    assert not person(Osterfeld="reader").may("editor")


def test_a_membership_everywhere_holds_in_every_district() -> None:
    assert SignedIn(UUID(int=1), "Ada", {EVERYWHERE: "administrator"}).may("lead", "Osterfeld")


def test_the_higher_of_two_memberships_counts() -> None:
    ada = SignedIn(UUID(int=1), "Ada", {EVERYWHERE: "reader", "Ost": "lead"})
    assert ada.may("lead", "Ost")
    assert not ada.may("lead", "Osterfeld")


def test_without_membership_nothing_is_allowed() -> None:
    assert not person().may("reader")
