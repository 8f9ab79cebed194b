"""Outlets from the files of `patterns/outlets` and of a folder of the user's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from extractor.data import names, read_text, rows
from extractor.outlets.article_key import serving_host
from extractor.outlets.outlet import Outlet, OutletError, outlet_of

_SUFFIX = ".toml"
_ANY_HOST = "{host}"  # the host of a template: a description of any site of its make
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")  # RFC 1123, section 2.1


@cache
def shipped_outlets() -> Mapping[str, Outlet]:
    """The outlets that come with the package, by name; without templates, which are of no host."""
    return {name: outlet for name, outlet in _shipped().items() if outlet.hosts != (_ANY_HOST,)}


@cache
def _shipped() -> Mapping[str, Outlet]:
    found = {}
    for file in names("outlets", _SUFFIX):
        name = file.removesuffix(_SUFFIX)
        found[name] = _read(name, read_text(f"outlets/{file}"), f"outlets/{file}")
    return found


def outlets_in(folder: str) -> Iterator[Outlet]:
    """The outlets described in a folder. Raises OutletError where a file describes none, OSError as it comes."""
    for path in sorted(Path(folder).iterdir()):
        if path.suffix == _SUFFIX:
            yield _read(path.stem, path.read_text(encoding="utf-8"), str(path))


def _read(name: str, text: str, where: str) -> Outlet:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OutletError(f"{where}: {error}") from error
    return outlet_of(name, table, where)


def outlet_of_host(host: str, outlets: Mapping[str, Outlet]) -> Outlet | None:
    """The outlet that a host belongs to: one that names it, else one that covers it; None where none does.

    Of a family in which each host is an outlet of its own, it is the one of this host.
    """
    owning = [outlet for outlet in outlets.values() if outlet.owns(host)]
    named = [outlet for outlet in owning if host in outlet.hosts or host in outlet.mirrors]
    found = next(iter(named or owning), None)
    return None if found is None else _narrowed(found, host)


def outlet_named(name: str, outlets: Mapping[str, Outlet]) -> Outlet | None:
    """The outlet of a name, which is a file's ("tribunnews") or a host ("jateng.tribunnews.com"), or None."""
    return outlets.get(name) or outlet_of_host(name.lower(), outlets)


def wordpress_outlet(host: str) -> Outlet:
    """Any WordPress site, by the template `wordpress`. Raises ValueError on what is no name of a host.

    >>> wordpress_outlet("contoh.id").listings[0].url.partition("?")[0]
    'https://contoh.id/wp-json/wp/v2/posts'
    """
    if len(host) > 253 or not _HOST.fullmatch(host):
        raise ValueError(f"'{host}' is no name of a host, as in contoh.id")
    return _at(_shipped()["wordpress"], host)


def _narrowed(outlet: Outlet, host: str) -> Outlet:
    if not outlet.host_listings:
        return outlet
    own = serving_host(host, outlet)
    if own == outlet.host:
        return outlet
    return replace(_at(outlet, own), mirrors=() if own == host else (host,))


def _at(family: Outlet, host: str) -> Outlet:
    from extractor.reading.outlet_homes import outlet_homes  # noqa: PLC0415 - reads the names of all places

    home = outlet_homes(host)
    zones = {_zones().get(code[:2], family.zone) for code in home}
    return family.at(host, home, zones.pop() if len(zones) == 1 else family.zone)


@cache
def _zones() -> Mapping[str, str]:
    return {code: zone for code, zone, *_ in rows("places/zones.tsv")}
