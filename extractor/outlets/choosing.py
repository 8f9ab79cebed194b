"""The outlets that a command line names."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractor.outlets.loading import outlet_named, outlets_in, shipped_outlets, wordpress_outlet
from extractor.outlets.outlet import Outlet, OutletError

_WORDPRESS = "wordpress:"


def add_outlets(parser: argparse.ArgumentParser) -> None:
    """Adds --outlet-files: outlets of the user's own."""
    parser.add_argument(
        "--outlet-files",
        metavar="FOLDER",
        help="folder with descriptions of outlets of your own; they win over ours of the same name",
    )


def all_outlets(folder: str | None) -> Mapping[str, Outlet]:
    """The outlets by name, ours and those of a folder. Raises OutletError, OSError."""
    own = {outlet.name: outlet for outlet in outlets_in(folder)} if folder is not None else {}
    return {**own, **{name: outlet for name, outlet in shipped_outlets().items() if name not in own}}


def need_listing(parser: argparse.ArgumentParser, outlet: Outlet) -> None:
    """Ends a run that would walk the listings of an outlet that has none."""
    if not outlet.listings:
        hint = "; name one of its hosts" if outlet.host_listings else ""
        parser.error(f"{outlet.name} has no listing to ask{hint}")


def outlet_called(name: str, outlets: Mapping[str, Outlet]) -> Outlet:
    """The outlet of a name or host; "wordpress:contoh.id" is any WordPress site. Raises OutletError."""
    if name.startswith(_WORDPRESS):
        try:
            return replace(wordpress_outlet(name.removeprefix(_WORDPRESS).lower()), name=name)
        except ValueError as error:
            raise OutletError(str(error)) from error
    outlet = outlet_named(name, outlets)
    if outlet is None:
        alike = difflib.get_close_matches(name, outlets, n=1)
        hint = (
            f"did you mean {alike[0]}?" if alike else f"a WordPress site is named like {_WORDPRESS}contoh.id"
        )
        raise OutletError(f"no outlet {name}; {hint}; 'extract outlets' lists them")
    return outlet


def chosen(names: Sequence[str], outlets: Mapping[str, Outlet]) -> list[Outlet]:
    """The outlets of these names or hosts, each once. Raises OutletError where there is none."""
    found: dict[str, Outlet] = {}
    for name in names:
        outlet = outlet_called(name, outlets)
        found[outlet.name] = outlet
    return list(found.values())
