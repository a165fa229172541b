"""Settings from the environment."""

from __future__ import annotations

from typing import Annotated

import msgspec
import pytest

from deploy.settings import Settings
from shared.kit.settings import SettingError, about, derive_key, describe, load


class Some(msgspec.Struct, frozen=True, kw_only=True):
    many: Annotated[int, msgspec.Meta(ge=1), about("how many")] = 2
    url: Annotated[str | None, about("where", "OTHER_URL")] = None
    loud: Annotated[bool, about("say more")] = False


def test_a_setting_is_read_from_its_variable_in_its_type() -> None:
    read = load(Some, {"RESONANZ_MANY": "7", "OTHER_URL": "x", "RESONANZ_LOUD": "true"})
    assert read == Some(many=7, url="x", loud=True)


def test_an_empty_variable_is_no_setting() -> None:
    assert load(Some, {"RESONANZ_MANY": "", "OTHER_URL": ""}) == Some()


@pytest.mark.parametrize("value", ["many", "0", "1.5"])
def test_a_setting_that_cannot_be_read_is_named(value: str) -> None:
    with pytest.raises(SettingError, match=r"RESONANZ_MANY.*how many"):
        load(Some, {"RESONANZ_MANY": value})


def test_every_setting_says_what_it_is_for() -> None:
    described = list(describe(Settings))
    assert {setting.field for setting in described} == set(Settings.__struct_fields__)
    assert all(setting.about for setting in described)
    assert len({setting.variable for setting in described}) == len(described)


def test_keys_for_different_purposes_have_nothing_in_common() -> None:
    keys = {derive_key("secret", purpose) for purpose in ("one", "two")} | {derive_key("other", "one")}
    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}
