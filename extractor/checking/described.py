"""What every rule tells of itself, whether it looks inside an article or between articles."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.report import Severity


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of a rule in another language."""

    summary: str
    explanation: str
    silence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A rule as its page shows it: `extract rule`, `docs/rules.md` and the help of SARIF come from here.

    `name` is two words with a hyphen, the same in every language; `severity` what it weighs at most; `summary` what it
    finds, in a line; `explanation` what it checks, `silence` when it says nothing. `fires` and `silent` are examples
    that the tests run.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    explanation: str
    silence: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    indonesian: Wording
