"""The words between services: each has consumers and a golden sample, and none holds contact data."""

from __future__ import annotations

import importlib
import pkgutil
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, get_args

import msgspec
import pytest

import shared.contracts
from deploy.worker import CONSUMERS
from shared.contracts.routes import ROUTES
from shared.kit.messaging.publish import name_of
from tests.support.source import HOUSE

SAMPLES: Final = HOUSE / "shared" / "contracts" / "samples"
#: Words in the name of a field that would hold how to reach a person, or who it is.
PERSONAL: Final = {
    "address",
    "addresses",
    "contact",
    "email",
    "endpoint",
    "fax",
    "firstname",
    "ip",
    "lastname",
    "letterbox",
    "mail",
    "mobile",
    "name",
    "phone",
    "postcode",
    "recipient",
    "sender",
    "sms",
    "street",
    "surname",
    "telephone",
    "token",
    "user",
    "username",
}


def _stated() -> Iterator[type[msgspec.Struct]]:
    """Every message that shared.contracts defines."""
    for module in pkgutil.iter_modules(shared.contracts.__path__):
        for value in vars(importlib.import_module(f"shared.contracts.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, msgspec.Struct) and value.__struct_config__.tag:
                yield value


def _fields(kind: Any) -> Iterator[str]:
    """The names of all fields, also of the structs inside."""
    if isinstance(kind, type) and not isinstance(kind, types.GenericAlias) and issubclass(kind, msgspec.Struct):
        for field in msgspec.structs.fields(kind):
            yield field.name
            yield from _fields(field.type)
    for part in get_args(kind):
        yield from _fields(part)


def _said(value: Any) -> Any:
    """Without fields that say nothing: a message may leave them out, and an older one wrote them."""
    if isinstance(value, dict):
        return {key: _said(part) for key, part in value.items() if part not in ([], {}, "", None)}
    return [_said(part) for part in value] if isinstance(value, list) else value


MESSAGES: Final = sorted(set(_stated()), key=name_of)
each_message = pytest.mark.parametrize("kind", MESSAGES, ids=name_of)


@each_message
def test_a_message_has_consumers_in_the_services_that_hear_it(kind: type[msgspec.Struct]) -> None:
    consumers = ROUTES.consumers[name_of(kind)]
    assert consumers, "nobody hears it"
    for name in consumers:
        assert CONSUMERS[name.split(".")[0]][name].kind is kind


def test_no_service_hears_what_is_not_sent_to_it() -> None:
    heard = {(name_of(consumer.kind), consumer.name) for service in CONSUMERS.values() for consumer in service}
    assert heard == {(message, name) for message, names in ROUTES.consumers.items() for name in names}


@each_message
def test_a_golden_sample_is_read_and_written_the_same_for_ever(kind: type[msgspec.Struct]) -> None:
    sample = msgspec.json.decode((SAMPLES / f"{name_of(kind)}.json").read_bytes())
    message = ROUTES.read(name_of(kind), sample)
    assert type(message) is kind
    assert _said(msgspec.json.decode(msgspec.json.encode(message))) == _said(sample)
    assert all(field in sample for field in kind.__struct_encode_fields__), "the sample shows every field"


@pytest.mark.parametrize("file", sorted((SAMPLES / "earlier").glob("*.json")), ids=lambda file: file.stem)
def test_what_an_earlier_release_wrote_is_read_for_ever(file: Path) -> None:
    """Rows of the bus outlive releases: a field that came later has a default."""
    name = file.stem.rpartition(".")[0]
    assert name_of(type(ROUTES.read(name, msgspec.json.decode(file.read_bytes())))) == name


def test_no_sample_is_left_behind() -> None:
    """A sample whose message is gone still says what stands in old rows: the message has to stay readable."""
    assert {file.stem for file in SAMPLES.glob("*.json")} == {name_of(kind) for kind in MESSAGES}


@each_message
def test_no_field_of_a_message_holds_contact_data(kind: type[msgspec.Struct]) -> None:
    assert [name for name in _fields(kind) if PERSONAL.intersection(name.lower().split("_"))] == []


@each_message
def test_a_message_is_frozen_and_carries_its_version(kind: type[msgspec.Struct]) -> None:
    assert kind.__struct_config__.frozen
    noun, verb, version = name_of(kind).split(".")
    assert noun.isidentifier()
    assert verb.endswith(("ed", "t", "n", "made"))
    assert version.startswith("v")
