"""The text of a rule, as `extract rule EK201` prints it."""

from __future__ import annotations

from textwrap import fill, indent

from extractor.checking.messages import say
from extractor.checking.rules import RULES

_WIDTH = 96


def explain(code: str, lang: str = "en") -> str:
    """What a rule checks, when it is silent, and the examples that the tests run, as plain text.

    Raises KeyError for a code that no rule has. Codes and names are the same in every language.
    """
    if code not in RULES:
        raise KeyError(f"no rule {code}; there are {', '.join(RULES)}")
    rule = RULES[code]
    words = rule.indonesian if lang == "id" else rule
    parts = [
        f"{rule.code} {rule.name} ({say('severity', lang)}: {rule.severity})",
        fill(words.summary, _WIDTH),
        _section(say("what", lang), [words.explanation]),
        _section(say("silent", lang), [words.silence]),
        _section(say("fires-on", lang), rule.fires),
        _section(say("silent-on", lang), rule.silent),
    ]
    return "\n\n".join(parts) + "\n"


def _section(title: str, texts: tuple[str, ...] | list[str]) -> str:
    wrapped = ("\n".join(fill(line, _WIDTH - 4) for line in text.splitlines() if line) for text in texts)
    return title + "\n" + indent("\n\n".join(wrapped), "    ")
