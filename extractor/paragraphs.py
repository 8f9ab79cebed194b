"""Splits the text into title, lead, body and page furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.article import Paragraph
from extractor.furniture import bare, ends_as_caption, line_reason, runs_on
from extractor.line_shapes import (
    dateline_end,
    ends_sentence,
    is_headline,
    is_place_item,
    is_sentence,
    joining_words,
    may_continue,
    without_bullet,
)
from extractor.repeats import mark_repeats

_LINE = re.compile(r"\S[^\n]*")
_HEAD_LINES = 12  # lines among which the title and the lead are looked for
_LONG_SENTENCE = 150  # a paragraph this long before any dateline is the lead of an article without one
_LONGEST_TITLE = 250
_LONGEST_LINK = 200
_LONGEST_CAPTION = 120  # after the lead; longer lines with a photograph's credit are paragraphs
_WRAP_WIDTH = 130  # longer lines are whole paragraphs, not lines of a wrapped one
_SHORTEST_WRAPPED = 20
_MANY_WRAPPED = 3
_LIST_ITEM = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s")
# furniture after which, at the end of a page, nothing but furniture follows
_ENDS = frozenset({"byline", "copyright", "channel", "tags", "comment-form", "sign-off"})


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    words: str
    bare: str  # the words as the phrases expect them
    after_gap: bool  # a blank line stands before it
    reason: str | None = None


def find_paragraphs(text: str, title_end: int | None = None) -> tuple[list[Paragraph], bool]:
    """The paragraphs of the text in order, and whether the first that is not furniture is a title.

    `title_end` tells that `text[:title_end]` is the title; otherwise it is looked for. Lines that a hard line
    break parts inside a sentence are one paragraph. Every line with words is in exactly one paragraph.
    """
    lines = _lines(text)
    for line in lines:
        line.reason = _own_reason(line)
    title, lead = _find_head(lines, title_end)
    _mark_labelled(lines)
    if title is not None:
        _mark_title_again(lines, title)
    _mark_before(lines, title, lead)
    soft = _soft_breaks(lines, title)
    _mark_after(lines, len(lines) if lead is None else lead + 1, soft)
    paragraphs = _join(lines, title, lead, soft)
    mark_repeats(text, paragraphs)
    _mark_tail(text, paragraphs)
    return paragraphs, title is not None


def _own_reason(line: _Line) -> str | None:
    """Why the line is furniture wherever it stands; a link that runs on into a sentence is left for later."""
    reason = line_reason(line.bare, "line")
    return None if reason == "related-link" and runs_on(line.words) and is_sentence(line.words) else reason


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    last = 0
    for match in _LINE.finditer(text):
        words = match[0].rstrip()
        start = match.start()
        end = start + len(words)
        found.append(_Line(start, end, words, bare(words), text.count("\n", last, start) > 1))
        last = end
    return found


def _find_head(lines: Sequence[_Line], title_end: int | None) -> tuple[int | None, int | None]:
    """The indices of the title and of the lead; marks the page lines before them."""
    if title_end is not None and lines:
        lines[0].reason = None
        candidates = _head_candidates(lines, 1)
        return 0, _find_lead(lines, candidates)
    candidates = _head_candidates(lines, 0)
    title = _find_title(lines, candidates)
    if title is None:
        return None, _find_lead(lines, candidates)
    return title, _find_lead(lines, [index for index in candidates if index > title])


def _head_candidates(lines: Sequence[_Line], first: int) -> list[int]:
    found: list[int] = []
    for index in range(first, len(lines)):
        line = lines[index]
        if line.reason is not None:
            continue
        line.reason = line_reason(line.bare, "early")
        if line.reason is None:
            found.append(index)
            if len(found) >= _HEAD_LINES or _is_opening(line):
                break
    return found


def _is_opening(line: _Line) -> bool:
    """Whether no title or dateline can come after this line: it is a paragraph of the article."""
    if dateline_end(line.words) is not None and is_sentence(line.words):
        return True
    return len(line.words) > _LONG_SENTENCE and ends_sentence(line.words)


def _find_title(lines: Sequence[_Line], candidates: Sequence[int]) -> int | None:
    if not candidates:
        return None
    first = candidates[0]
    words = lines[first].words
    others = [lines[index].words for index in candidates[1:]]
    if not others:
        return first if is_headline(words, 3) else None
    if len(words) > _LONGEST_TITLE or _is_opening(lines[first]):
        return None
    if _dateline_goes_on(lines, first):
        return None
    if ends_sentence(words) and words[-1] not in '?!"”' and dateline_end(others[0]) is None:
        return None
    if _is_rubric(words) and others[0].count(" ") >= 3 and not is_sentence(others[0]):
        lines[first].reason = "before-title"
        return _find_title(lines, candidates[1:])
    return first


def _is_rubric(words: str) -> bool:
    spaces = words.count(" ")
    return (
        len(words) <= 30 and (spaces <= 1 or (spaces == 2 and words.isupper())) and not ends_sentence(words)
    )


def _find_lead(lines: Sequence[_Line], candidates: Sequence[int]) -> int | None:
    """The paragraph with the dateline, else the first sentence, else the first line."""
    for index in candidates:
        if _has_dateline(lines[index].words) or _dateline_goes_on(lines, index):
            return index
    for index in candidates:
        if _is_running_text(lines[index].words):
            return index
    return candidates[0] if candidates else None


def _has_dateline(words: str) -> bool:
    end = dateline_end(words)
    return end is not None and (is_sentence(words) or end == len(words) or len(words) > 100)


def _dateline_goes_on(lines: Sequence[_Line], index: int) -> bool:
    """Whether a dateline's sentence goes on in the next line."""
    if index + 1 == len(lines) or dateline_end(lines[index].words) is None:
        return False
    return not lines[index + 1].after_gap and _continues(lines[index].words, lines[index + 1].words)


def _is_running_text(words: str) -> bool:
    return is_sentence(words) and not ends_as_caption(words)


def _mark_labelled(lines: Sequence[_Line]) -> None:
    """Marks the headline under a line that only announces it ("Baca juga:"), and others with no gap between."""
    announced = under = False  # the line before announces, or is itself such a headline
    for line in lines:
        if line.reason in (None, "related-link") and line_reason(line.bare, "label") is not None:
            line.reason, announced, under = "related-link", True, False
            continue
        goes_on = announced or (under and not line.after_gap and not is_place_item(line.words))
        if goes_on and line.reason is None and not is_sentence(line.words):
            line.reason, under = "related-link", True
        else:
            under = False
        announced = False


def _mark_title_again(lines: Sequence[_Line], title: int) -> None:
    """Marks lines that print the title with tags or the outlet's name: "id 1.204 Warga … e-KTP,KTP,Tuban"."""
    words = lines[title].words.lower()
    if len(words) < _SHORTEST_WRAPPED:
        return
    for line in lines[title + 1 :]:
        fits = line.reason is None and len(words) < len(line.words) < len(words) + _LONGEST_LINK
        if fits and words in line.words.lower() and not is_sentence(line.words):
            line.reason = "repeated"


def _mark_before(lines: Sequence[_Line], title: int | None, lead: int | None) -> None:
    """Marks captions, links and rubrics between the title and the lead; standfirsts stay."""
    for index in range(len(lines) if lead is None else lead):
        line = lines[index]
        if index == title or line.reason is not None:
            continue
        heading = line_reason(line.bare, "list") or line_reason(line.bare, "close")
        if heading or _is_link(line.words):
            line.reason = heading or "related-link"
        elif ends_as_caption(line.words):
            line.reason = "caption"
        elif title is None or index < title or (line.words.count(" ") < 2 and not ends_sentence(line.words)):
            line.reason = "before-title" if title is None or index < title else "rubric"


def _is_link(words: str) -> bool:
    """A bulleted headline, or one that stood in a table of links ("… Masih Berproses |")."""
    if words.endswith("|"):
        cell = words.rstrip("| \t")
        return "|" not in cell and cell.count(" ") >= 2 and not is_sentence(cell) and not is_place_item(cell)
    item = without_bullet(words)
    return item is not None and is_headline(item, 3)


def _mark_after(lines: Sequence[_Line], first: int, soft: Sequence[bool]) -> None:
    """Marks furniture after the lead: lists of links, comment forms, promotions, related headlines."""
    in_links = False
    for index in range(first, len(lines)):
        line = lines[index]
        if line_reason(line.bare, "close") is not None:
            for rest in lines[index:]:
                rest.reason = rest.reason or "comment-form"
            return
        if line_reason(line.bare, "list") is not None:
            line.reason, in_links = "link-list", True
        elif line.reason is None:
            in_links = in_links and not (len(line.words) >= 80 and is_sentence(line.words))
            if in_links:
                line.reason = "link-list"
            elif not soft[index] and not (index + 1 < len(lines) and soft[index + 1]):
                line.reason = _late_reason(lines, index)


def _late_reason(lines: Sequence[_Line], index: int) -> str | None:
    line = lines[index]
    if len(line.words) > _LONGEST_LINK:
        return None
    reason = line_reason(line.bare, "late") or line_reason(line.words.lower(), "late")
    if reason is not None:
        return reason
    if (_is_link(line.words) or is_headline(line.words)) and not _in_table(lines, index):
        return "related-link"
    return "caption" if ends_as_caption(line.words) and len(line.words) <= _LONGEST_CAPTION else None


def _in_table(lines: Sequence[_Line], index: int) -> bool:
    """Whether the line is a row of a list that the article prints: after a colon or beside other rows."""
    before = lines[index - 1]
    if before.reason is None and before.words.endswith(":"):
        return True
    if not _is_row(lines[index]):
        return False
    following = next((line for line in lines[index + 1 : index + 3] if line.reason != "markup"), None)
    return _is_row(before) or (following is not None and _is_row(following))


def _is_row(line: _Line) -> bool:
    if line.reason is not None or is_sentence(line.words):
        return False
    return line_reason(line.words.lower(), "row") is not None


def _join(
    lines: Sequence[_Line], title: int | None, lead: int | None, soft: Sequence[bool]
) -> list[Paragraph]:
    """One paragraph per line, or per run of lines that soft breaks part."""
    found: list[Paragraph] = []
    dateline_only = lead is not None and dateline_end(lines[lead].words) == len(lines[lead].words)
    for index, line in enumerate(lines):
        if soft[index] and line.reason == found[-1].furniture:
            found[-1].end = line.end
            continue
        section = "title" if index == title else "lead" if index == lead else "body"
        if dateline_only and index != lead and found and found[-1].section == "lead" and line.reason is None:
            section, dateline_only = "lead", False
        found.append(Paragraph(line.start, line.end, section, line.reason))
    return found


def _soft_breaks(lines: Sequence[_Line], title: int | None) -> list[bool]:
    """For every line whether the break before it is one inside a sentence."""
    soft = [False] * len(lines)
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and not _apart(lines, index, title):
            continue
        _mark_run(lines, start, index, soft)
        start = index
    return soft


def _apart(lines: Sequence[_Line], index: int, title: int | None) -> bool:
    before, line = lines[index - 1], lines[index]
    return line.after_gap or before.reason is not None or line.reason is not None or title == index - 1


def _mark_run(lines: Sequence[_Line], start: int, end: int, soft: list[bool]) -> None:
    """Marks the soft breaks in a run of adjacent lines.

    A small letter or digit continues a line that no end mark closes. Where a run of short lines shows such a
    break, a capital continues too, if its word would not have fitted on the line before; where it shows many,
    lines end anywhere.
    """
    wrapped = 0
    for index in range(start + 1, end):
        soft[index] = _continues(lines[index - 1].words, lines[index].words)
        wrapped += soft[index]
    width = max(len(line.words) for line in lines[start:end]) if wrapped else 0
    if not 0 < width <= _WRAP_WIDTH:
        return
    for index in range(start + 1, end):
        before, words = lines[index - 1].words, lines[index].words
        if soft[index] or not may_continue(before) or _LIST_ITEM.match(words):
            continue
        needed = len(before) + 1 + len(words.split(maxsplit=1)[0])
        anywhere = (
            wrapped >= _MANY_WRAPPED and without_bullet(words) is None and without_bullet(before) is None
        )
        soft[index] = needed > width or anywhere


def _continues(before: str, words: str) -> bool:
    if len(before) < _SHORTEST_WRAPPED or not may_continue(before) or _LIST_ITEM.match(words):
        return False
    if words[0].islower() or (words[0] in "-–(" and words[1:2].islower()):
        return True
    last = before.rsplit(maxsplit=1)[-1]
    if last.lower() in joining_words():
        return True
    running = not last[0].isupper() or ". " in before  # a headline has no full stop inside
    return words[0].isdigit() and (before[-1] == "," or running)


def _mark_tail(text: str, paragraphs: Sequence[Paragraph]) -> None:
    """Marks what follows the article's end: the lines after the first piece of furniture that closes it."""
    last = len(paragraphs) - 1
    while last >= 0 and not _is_body(text, paragraphs[last]):
        last -= 1
    if last < 0:
        return
    ended = text[max(paragraphs[last].start, paragraphs[last].end - 80) : paragraphs[last].end].endswith(
        (")", "]")
    )
    for paragraph in paragraphs[last + 1 :]:
        if paragraph.furniture in _ENDS:
            ended = True
        elif ended and paragraph.furniture is None:
            paragraph.furniture = "after-end"


def _is_body(text: str, paragraph: Paragraph) -> bool:
    if paragraph.furniture is not None:
        return False
    return paragraph.section != "body" or is_sentence(text[paragraph.start : paragraph.end])
