"""Checks between articles: each rule on its own examples, copies of one story, ids."""

import datetime as dt
import re

import pytest

from extractor import Extractor
from extractor.across import RULES, Desk, Reference
from extractor.across.reference import COLUMNS
from extractor.across.rule import BREAK

ONE_ARTICLE = ("EK504", "EK505")  # against tables
EXTRACTOR = Extractor()
LEAD = "Perekaman KTP di Tuban\n\nTUBAN - Warga Kabupaten Tuban yang sudah merekam e-KTP per {day} sebanyak {recorded} orang."
REST = (
    "\n\nKepala dinas menambahkan bahwa layanan di kantor kecamatan dibuka setiap hari kerja sampai sore."
    "\n\nWarga yang belum merekam diminta datang membawa kartu keluarga dan tidak perlu surat pengantar."
)


def findings(*texts, lang="en"):
    """What is found between articles; a text that begins with the head of a reference table is one."""
    table = texts[0] if texts[0].startswith(",".join(COLUMNS)) else None
    desk = Desk(Reference.of(table) if table else None)
    for number, text in enumerate(texts[1:] if table else texts, start=1):
        desk.add(EXTRACTOR.read(text, source=f"{number}.txt"))
    return desk.findings(lang)


@pytest.mark.parametrize("code", RULES)
def test_each_rule_fires_on_its_examples_and_is_silent_on_the_others(code):
    rule = RULES[code]
    assert rule.code == code
    assert rule.fires
    assert rule.silent
    for example in rule.fires:
        found = findings(*example.split(BREAK))
        assert [(each.code, each.severity) for each in found] == [(code, rule.severity)]
        assert len({witness.source for witness in found[0].witnesses}) == (1 if code in ONE_ARTICLE else 2)
    for example in rule.silent:
        assert findings(*example.split(BREAK)) == []


@pytest.mark.parametrize("code", RULES)
def test_messages_and_explanations_come_in_both_languages(code):
    texts = RULES[code].fires[0].split(BREAK)
    english, indonesian = findings(*texts), findings(*texts, lang="id")
    assert english[0].message != indonesian[0].message
    assert english[0].id == indonesian[0].id


def test_witnesses_quote_their_articles():
    texts = RULES["EK503"].fires[0].split(BREAK)
    (found,) = findings(*texts)
    assert found.arithmetic == ["871.204 + 8.366 = 879.570", "879.950 − (871.204 + 8.366) = 380"]
    for witness in found.witnesses:
        text = texts[int(witness.source[0]) - 1]
        assert text[witness.span.start : witness.span.end] == witness.span.text
    assert [w.span.text for w in found.witnesses] == ["871.204", "8.366", "879.950"]


def test_ids_do_not_depend_on_the_order_of_the_inputs():
    texts = RULES["EK501"].fires[0].split(BREAK)
    assert [each.id for each in findings(*texts)] == [each.id for each in findings(*reversed(texts))]


def test_a_copy_of_a_story_counts_once():
    story = LEAD.format(day="1 Maret 2019", recorded="871.204") + REST
    copy = story + "\n\nBaca juga: Harga Cabai Naik"
    other = LEAD.format(day="1 Maret 2019", recorded="872.204")
    (found,) = findings(story, copy, other)
    assert found.code == "EK501"
    assert [w.source for w in found.witnesses] == ["1.txt", "3.txt"]
    assert found.witnesses[0].copies == ["2.txt"]


def test_one_story_under_another_date():
    one = LEAD.format(day="1 Maret 2019", recorded="871.204") + REST
    (found,) = findings(one, one.replace("1 Maret", "4 Maret"))
    assert (found.code, found.severity) == ("EK502", "note")


def test_figures_of_one_article_are_left_to_its_own_rules():
    text = LEAD.format(day="1 Maret 2019", recorded="871.204") + " Per 4 April 2019 terekam 869.204 orang."
    assert findings(text) == []


def test_an_article_that_tells_two_values_accuses_no_other():
    torn = LEAD.format(day="1 Maret 2019", recorded="871.204") + (
        " Sampai 1 Maret 2019 di Kabupaten Tuban sudah merekam 871.294 orang."
    )
    other = "Rekam Lagi\n\nTUBAN - Per 1 Maret 2019 di Kabupaten Tuban terekam 872.204 orang."
    assert findings(torn, other) == []


def test_figures_whose_place_is_guessed_make_a_note_only():
    texts = RULES["EK501"].fires[0].replace("Kabupaten Tuban", "daerah itu").split(BREAK)
    assert [each.severity for each in findings(*texts)] == ["note"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("33.99,2019-03-01,wktp,1,Dukcapil", "t.csv:2: '33.99' is no code of a place"),
        ("35.23,March,wktp,1,Dukcapil", "t.csv:2: not a date of publication: 'March'"),
        ("35.23,,wktp,1,Dukcapil", "t.csv:2: not a date"),
        ("35.23,2019-03-01,obliged,1,Dukcapil", "t.csv:2: 'obliged' is no indicator"),
        ('35.23,2019-03-01,wktp,"1,5",Dukcapil', "t.csv:2: '1,5' is no whole number in plain digits"),
        ("35.23,2019-03-01", "t.csv:2: '' is no indicator"),
    ],
)
def test_a_wrong_row_of_a_reference_table_is_named(row, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        Reference.of(",".join(COLUMNS) + "\n" + row + "\n", "t.csv")


def test_a_table_without_a_column_is_refused():
    with pytest.raises(ValueError, match="no column value, source"):
        Reference.of("code,date,indicator\n")


def test_of_several_rows_the_shortest_period_counts():
    table = Reference.of(
        ",".join(COLUMNS) + "\n35.23,2019,wktp,900000,a\n35.23,2019-03,wktp,902112,b\n35.23,2018,wktp,1,c\n"
    )
    day = dt.date(2019, 3, 1)
    assert table.at("35.23", "wktp", day, day).source == "b"
    assert table.at("35.23", "recorded", day, day) is None
