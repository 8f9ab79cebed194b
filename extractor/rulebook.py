"""All rules, those inside an article and those between articles: their list, and the page of each."""

from __future__ import annotations

from textwrap import fill, indent

from extractor.across.rules import RULES as ACROSS
from extractor.checking.described import Described, Wording
from extractor.checking.rule import SEVERITIES
from extractor.checking.rules import RULES as INSIDE
from extractor.messages import say

_WIDTH = 96


def _joined(inside: Described, across: Described) -> Described:
    mine, yours = inside.indonesian, across.indonesian
    return Described(
        code=inside.code,
        name=inside.name,
        severity=min(inside.severity, across.severity, key=SEVERITIES.index),
        summary=f"{inside.summary}; {across.summary}",
        explanation=_halves("en", inside.explanation, across.explanation),
        silence=_halves("en", inside.silence, across.silence),
        fires=inside.fires + across.fires,
        silent=inside.silent + across.silent,
        indonesian=Wording(
            summary=f"{mine.summary}; {yours.summary}",
            explanation=_halves("id", mine.explanation, yours.explanation),
            silence=_halves("id", mine.silence, yours.silence),
        ),
    )


def _halves(lang: str, inside: str, across: str) -> str:
    return f"{say('inside', lang)}: {inside} {say('between', lang)}: {across}"


def _all() -> dict[str, Described]:
    rules: dict[str, Described] = {**INSIDE}
    for code, rule in ACROSS.items():
        rules[code] = _joined(rules[code], rule) if code in rules else rule
    return dict(sorted(rules.items()))


RULES: dict[str, Described] = _all()


def explain(code: str, lang: str = "en") -> str:
    """What a rule checks, when it is silent, and the examples that the tests run, as plain text.

    Raises KeyError for a code that no rule has. Codes and names are the same in every language.
    """
    if code not in RULES:
        raise KeyError(f"no rule {code}; there are {', '.join(RULES)}")
    rule = RULES[code]
    words = _told(rule, lang)
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


def page(lang: str = "en") -> str:
    """All rules as one Markdown page: `docs/rules.md`, and `docs/aturan.md` in Indonesian."""
    index = [
        f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.severity} | {_told(rule, lang).summary} |"
        for rule in RULES.values()
    ]
    head = [
        f"# {say('rules', lang)}",
        say("rules-about", lang),
        "\n".join(["| | | |", "|---|---|---|", *index]),
    ]
    return "\n\n".join([*head, *(_chapter(rule, lang) for rule in RULES.values())]) + "\n"


def _chapter(rule: Described, lang: str) -> str:
    words = _told(rule, lang)
    parts = [
        f"## {rule.code} {rule.name}",
        f"**{words.summary}** ({say('severity', lang)}: {rule.severity})",
        f"{say('what', lang)}: {words.explanation}",
        f"{say('silent', lang)}: {words.silence}",
        _quoted(say("fires-on", lang), rule.fires),
        _quoted(say("silent-on", lang), rule.silent),
    ]
    return "\n\n".join(parts)


def _quoted(title: str, texts: tuple[str, ...]) -> str:
    return "\n\n".join([f"{title}:", *(f"```text\n{_wrapped(text)}\n```" for text in texts)])


def _told(rule: Described, lang: str) -> Described | Wording:
    return rule.indonesian if lang == "id" else rule


def _wrapped(text: str) -> str:
    return "\n".join(fill(line, _WIDTH) for line in text.splitlines() if line)
