"""Every route says who may call it."""

from __future__ import annotations

from collections.abc import Iterator

from litestar import Litestar
from litestar.handlers import BaseRouteHandler
from litestar.routes import HTTPRoute

from deploy.parts import Parts
from deploy.settings import Settings
from deploy.web import make_app
from shared.kit.web.access import KEY
from tests.support.servers import SECRET


def _app() -> Litestar:
    """The whole web application; it never connects."""
    return make_app(Parts(Settings(database_url="postgresql://nobody@localhost/nothing", secret=SECRET)))


def _handlers(app: Litestar) -> Iterator[tuple[str, BaseRouteHandler]]:
    for route in app.routes:
        handlers = route.route_handlers if isinstance(route, HTTPRoute) else [route.route_handler]
        for handler in handlers:
            if "OPTIONS" not in getattr(handler, "http_methods", ()):
                yield f"{route.path} {handler.handler_name}", handler


def test_every_route_states_its_access_rule() -> None:
    assert [name for name, handler in _handlers(_app()) if not handler.opt.get(KEY)] == []


def test_every_staff_route_asks_for_more_than_being_there() -> None:
    """Signing in and out and accepting an invitation are for anybody; nothing else below /staff is."""
    public = {name.split()[0] for name, handler in _handlers(_app()) if handler.opt.get(KEY) == "public"}
    staff = {path for path in public if path.startswith("/staff")}
    assert {path for path in staff if not path.startswith(("/staff/sign-", "/staff/invitation"))} == set()


def test_the_routes_of_all_services_are_there() -> None:
    paths = {route.path for route in _app().routes}
    assert paths >= {"/q", "/q/{code:str}", "/receipt", "/staff", "/health/live", "/health/ready"}
