"""Outlets and verdicts as JSON."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from collections.abc import Sequence
from typing import Any

from extractor.outlets.outlet import Outlet
from extractor.probe.evidence import evidence
from extractor.probe.show import home_names
from extractor.probe.verdict import STEPS, Verdict


def as_json(value: object) -> str:
    """The value as an indented text that ends in a line end."""
    return json.dumps(value, indent=2, ensure_ascii=False, default=_pattern) + "\n"


def _pattern(value: object) -> str:
    if isinstance(value, re.Pattern):
        return str(value.pattern)
    raise TypeError(f"{value!r} is no part of an outlet")


def outlet_data(outlet: Outlet) -> dict[str, Any]:
    """All of an outlet; the home area as codes and names."""
    names = home_names(outlet)
    home = [{"code": code, "name": name} for code, name in zip(outlet.home, names, strict=True)]
    return {**dataclasses.asdict(outlet), "home": home}


def probe_data(outlet: Outlet, verdicts: Sequence[Verdict], day: dt.date) -> dict[str, Any]:
    """What a probe said: each step with its title, and the evidence to paste into the outlet's file."""
    said = [{**dataclasses.asdict(each), "title": STEPS[each.step]} for each in verdicts]
    return {
        "outlet": outlet.name,
        "day": day.isoformat(),
        "verdicts": said,
        "evidence": evidence(verdicts, day),
    }
