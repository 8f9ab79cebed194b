"""Checks between articles: each rule on its own examples, copies of one story, ids."""

import pytest

from extractor import Extractor
from extractor.across import RULES, Desk
from extractor.across.rule import BREAK

EXTRACTOR = Extractor()
LEAD = "Perekaman KTP di Tuban\n\nTUBAN - Warga Kabupaten Tuban yang sudah merekam e-KTP per {day} sebanyak {recorded} orang."
REST = (
    "\n\nKepala dinas menambahkan bahwa layanan di kantor kecamatan dibuka setiap hari kerja sampai sore."
    "\n\nWarga yang belum merekam diminta datang membawa kartu keluarga dan tidak perlu surat pengantar."
)


def findings(*texts, lang="en"):
    desk = Desk()
    for number, text in enumerate(texts, start=1):
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
        assert len({witness.source for witness in found[0].witnesses}) == 2
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
