from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract
from extractor.checking import check
from extractor.reading.mentions import DateMention, QuantityMention
from extractor.report import Finding
from tests.checking_marks import figures, findings

SPOKEN = dt.date(2024, 1, 16)
SLIP = """{4.183|unrecorded} Warga Belum Rekam e-KTP
Sebanyak {4.183|unrecorded} warga belum melakukan perekaman.
Dari {812.650|wktp} wajib KTP, {808.462|owned} orang atau {99,48|owned%} persen sudah memiliki e-KTP.
Sisanya {4.188|unrecorded} orang atau {0,52|unrecorded%} persen belum memiliki karena belum merekam."""


def told(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(f.severity, f.code, f.message) for f in found]


def values(marked: str, finding: Finding) -> list[list[str]]:
    text, made = figures(marked)
    printed = {f.id: text[f.quantity.start : f.quantity.end] for f in made}
    return [[printed[i] for i in group] for group in finding.blame]


def test_a_slip_in_title_and_lead_is_blamed_because_the_body_adds_up() -> None:
    (finding,) = findings(SLIP)
    assert told([finding]) == [
        ("error", "EK101", "two figures for the same quantity differ: 4.183 and 4.188")
    ]
    assert finding.name == "repeat-differs"
    assert finding.blame == [["f1", "f2"]]
    assert [(a.figure, a.low, a.high) for a in finding.allows] == [("f1", 4188, 4188)]
    assert finding.slip == "one-digit"
    assert finding.arithmetic == [
        "812.650 − 808.462 = 4.188",
        "100 × 808.462 / 812.650 = 99,48",
        "100 × 4.188 / 812.650 = 0,52",
    ]
    assert finding.figures == ["f1", "f2", "f3", "f4", "f5", "f6", "f7"]
    assert finding.spans == []


def test_the_id_of_a_finding_depends_on_text_code_and_spans_only() -> None:
    (english,), (indonesian,) = findings(SLIP), findings(SLIP, lang="id")
    assert english.id == indonesian.id
    assert len(english.id) == 8
    assert int(english.id, 16) >= 0
    (moved,) = findings("\n" + SLIP)
    assert moved.id != english.id


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "Wajib KTP {50.120|wktp} orang, sudah {47.033|recorded} dan belum {2.900|unrecorded}.",
            ("warning", "EK201", "47.033 + 2.900 = 49.933, not 50.120"),
            id="two zeros at the end may be rounding: one step lower",
        ),
        pytest.param(
            "Wajib KTP {50.120|wktp} orang, sudah {47.033|recorded} dan belum {2.911|unrecorded}.",
            ("error", "EK201", "47.033 + 2.911 = 49.944, not 50.120"),
            id="whole and parts",
        ),
        pytest.param(
            "Wajib KTP {50.120|wktp} orang, punya {47.033|owned} dan belum punya {2.911|not_owned}.",
            ("error", "EK201", "47.033 + 2.911 = 49.944, not 50.120"),
            id="cards owned and not owned",
        ),
        pytest.param(
            "Dari {47.033|recorded} yang direkam, tercetak {44.120|printed whole=1} dan belum "
            "{1.913|unprinted}.",
            ("error", "EK201", "44.120 + 1.913 = 46.033, not 47.033"),
            id="printed and unprinted of the recorded that the text divides",
        ),
        pytest.param(
            "Dari {50.120|wktp} wajib KTP, {47.033|recorded} atau {98,84|recorded%} persen sudah merekam.",
            ("error", "EK202", "47.033 of 50.120 is 93,84 percent, not 98,84"),
            id="share of the part",
        ),
        pytest.param(
            "Dari {50.120|wktp} wajib KTP {98,84|recorded%} persen sudah, {3.087|unrecorded} belum.",
            ("error", "EK202", "3.087 of 50.120 leaves 93,84 percent, not 98,84"),
            id="share by what is left",
        ),
        pytest.param(
            "Sekitar {31 ribu|unrecorded} dari {24 juta|wktp} belum. Jadi sudah {98|recorded% ~} persen.",
            ("error", "EK202", "31 ribu of 24 juta leaves 99,86 to 99,88 percent, not 98"),
            id="rounded figures clash even at one unit",
        ),
        pytest.param(
            "Terekam {45.120|recorded} atau {80,10|recorded%} persen, belum {2.880|unrecorded}.",
            ("error", "EK202", "45.120 of 45.120 + 2.880 is 94,00 percent, not 80,10"),
            id="the whole may be the sum of both parts",
        ),
        pytest.param(
            "Sudah {94,31|recorded%} persen. Sisanya {15|unrecorded% ~} persen belum.",
            ("error", "EK203", "94,31 + 15 = 109,31 percent, not 100"),
            id="shares of one whole",
        ),
        pytest.param(
            "Dari {412.906|wktp} wajib KTP, {340.112|recorded} merekam. Yang ber-KTP "
            "{83,54|owned% base=population} persen dari penduduk.",
            ("warning", "EK202", "340.112 of 412.906 is 82,37 percent, so 83,54 is too much"),
            id="more cards than recordings, of a population that is even larger",
        ),
        pytest.param(
            "{5.291|unrecorded} Belum Rekam\nYang belum merekam {5.219|unrecorded} orang.",
            ("error", "EK101", "two figures for the same quantity differ: 5.291 and 5.219"),
            id="swapped digits",
        ),
        pytest.param(
            "Wajib KTP {412.380|wktp} orang.\nKota itu sibuk.\nSaat ini wajib KTP {508.117|wktp}.",
            ("warning", "EK101", "two figures for the same quantity differ: 412.380 and 508.117"),
            id="a base that lasts half a year has two values",
        ),
        pytest.param(
            "{7.120|unrecorded} Belum Rekam\nYang belum merekam {8.431|unrecorded} orang.",
            ("warning", "EK101", "two figures for the same quantity differ: 7.120 and 8.431"),
            id="a title retells another number",
        ),
        pytest.param(
            "{5.291|not_owned} Warga Tak Ber-KTP\nKadis bicara.\nBelum merekam {5.219|unrecorded} orang.",
            ("warning", "EK101", "two figures for the same quantity differ: 5.291 and 5.219"),
            id="a title says owning where the body says recording, with a slip",
        ),
    ],
)
def test_what_does_not_fit(marked: str, expected: tuple[str, str, str]) -> None:
    assert told(findings(marked)) == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "Sudah {91,80|recorded%} persen dari {61.420|wktp}; sisanya {5 ribu|unrecorded} belum.",
            id="a rest told roughly",
        ),
        pytest.param(
            "{63 ribu|not_owned} Belum Punya\nBelum memiliki {63.418|not_owned} orang.", id="a title rounds"
        ),
        pytest.param(
            "{20 ribu|unrecorded} Belum Rekam\nYang belum merekam {23.456|unrecorded} orang.",
            id="a title rounds to tens of thousands",
        ),
        pytest.param(
            "Belum {31.218|unrecorded} orang.\nDahulu {52.218|unrecorded}.\nDirekam {21 ribu|added}.",
            id="another printed figure makes up the difference",
        ),
        pytest.param(
            "Belum merekam {9.214|unrecorded} orang.\nAngka itu turun menjadi {8.188|unrecorded}.",
            id="the words tell of a change",
        ),
        pytest.param(
            "Belum merekam {5.291|unrecorded 2023-12}.\nBelum merekam {5.219|unrecorded 2024-06}.",
            id="two dates",
        ),
        pytest.param(
            "Wajib KTP {50.120|wktp 2023-06} orang.\nKini wajib KTP {54.911|wktp 2023-12}.", id="two bases"
        ),
        pytest.param(
            "Dari {50.120|wktp}, {47.033|recorded} orang merekam.\nYakni {93,84|recorded%} persen. Pada awal "
            "program cuma {71,30|recorded%} persen.",
            id="an earlier percentage beside the one that fits",
        ),
        pytest.param(
            "Belum merekam {5.291|unrecorded} warga.\nYang lansia {5.219|unrecorded sub}.", id="a subgroup"
        ),
        pytest.param(
            "Belum merekam {5.291|unrecorded}.\nKabar {5.219|unrecorded disputed} itu keliru.", id="denied"
        ),
        pytest.param(
            "Belum merekam {5.291|unrecorded} di satu desa dan {5.219|unrecorded} di desa lain.",
            id="one sentence does not repeat itself",
        ),
        pytest.param("Stok {5.291|blanks} keping.\nMinta {5.219|blanks} keping.", id="stock and request"),
        pytest.param(
            "Dari {50.120|wktp}, {49.033|owned} memiliki e-KTP, di atas target {95,20|owned%} persen.",
            id="a target that was read as an attainment",
        ),
        pytest.param("Target {95|target%} persen.\nTarget {75|target%} persen.", id="two targets"),
        pytest.param(
            "Belum merekam {5.291|unrecorded}.\nBelum merekam {5.219|unrecorded @33.20}.", id="two places"
        ),
        pytest.param(
            "Belum merekam {5.291|unrecorded}.\nBelum merekam {5.219|unrecorded sure=0.4}.",
            id="a link that is likelier wrong than right",
        ),
        pytest.param(
            "Wajib KTP {50.120|wktp}, sudah {46.033|recorded}, belum {2.911|unrecorded}, "
            "ganda {1.176|other}.",
            id="a third class makes up the difference",
        ),
        pytest.param(
            "Wajib KTP {50.120|wktp}, sudah {46.033|recorded}, belum {2.911|unrecorded}, selebihnya pindah.",
            id="a third class is named",
        ),
        pytest.param(
            "Wajib KTP {50.120|wktp}, di luar negeri {1.176|other}.\nSudah {46.033|recorded}, "
            "belum {2.911|unrecorded}.",
            id="the difference of two wholes fits",
        ),
        pytest.param(
            "Wajib KTP {50.120|wktp}.\nSudah {46.033|recorded 2022-05}, belum {2.911|unrecorded 2024-01}.",
            id="parts of two dates",
        ),
        pytest.param(
            "Wajib KTP {50.120|wktp}. Yang punya {46.033|owned}. Yang belum merekam {2.911|unrecorded}.",
            id="owned does not stand for recorded unless the text gives the rest of it",
        ),
        pytest.param(
            "Tercetak {44.120|printed}, belum dicetak {1.913|unprinted}, terekam {47.033|recorded}.",
            id="printing has further states",
        ),
        pytest.param(
            "Terekam {80.100|recorded} atau {80,10|recorded% base=target} persen dari target; "
            "wajib KTP {120.410|wktp}.",
            id="a base that is not printed",
        ),
        pytest.param(
            "Penduduk {61.020|population}, wajib KTP {50.120|wktp}, terekam {47.033|recorded} atau "
            "{77,08|recorded%} persen.",
            id="the share fits another whole",
        ),
        pytest.param(
            "Terekam {50.120|recorded} dari {50.120|wktp}, yaitu {100,07|recorded%} persen.",
            id="more than 100 percent beside a restated whole",
        ),
        pytest.param(
            "Dari {184.217|wktp}, {175.311|recorded} atau {95,16|recorded%} persen sudah.",
            id="95,165 cut off",
        ),
        pytest.param(
            "Melati {310|unrecorded @33.19.01} atau {4,10|unrecorded% @33.19.01} persen.",
            id="a list of counts and shares without wholes",
        ),
        pytest.param(
            "Sudah {60|recorded%} persen, belum {30|unrecorded%} persen, ganda {10|other%} persen.",
            id="three classes",
        ),
        pytest.param(
            "Pemula {7.012|first_voters_unrecorded}.\nPemula {7.021|first_voters_unrecorded}.", id="cohorts"
        ),
        pytest.param(
            "Sehari {5.291|recorded_per_day low} hingga {5.219|recorded_per_day high}.", id="a range"
        ),
        pytest.param("Dari {0|wktp} wajib KTP, {0|recorded} atau {0|recorded%} persen.", id="nothing at all"),
    ],
)
def test_what_is_left_alone(marked: str) -> None:
    assert told(findings(marked)) == []


def test_a_share_of_the_year_before_is_not_held_against_the_counts_of_now() -> None:
    marked = (
        "Dari {50.120|wktp} wajib KTP, {49.033|owned} atau {97,83|owned%} persen memiliki e-KTP.\n"
        "Tahun 2022 lalu {93,10|owned% 2022} persen."
    )
    assert findings(marked, spoken=SPOKEN) == []


def test_figures_dated_half_a_year_apart_may_be_held_together_but_only_warn() -> None:
    marked = (
        "Wajib KTP semester I {50.120|wktp 2023-06}. Per Oktober terekam {47.033|recorded 2023-10-29}, "
        "belum {2.911|unrecorded 2023-10-29}."
    )
    assert told(findings(marked)) == [("warning", "EK201", "47.033 + 2.911 = 49.944, not 50.120")]


@pytest.mark.parametrize(
    ("tags", "severity"),
    [
        ("", "error"),
        ("sure=0.95", "error"),
        ("sure=0.7", "warning"),
        ("sure=0.3", "note"),
        ("guess", "warning"),
    ],
)
def test_the_weaker_the_link_the_lighter_the_finding(tags: str, severity: str) -> None:
    marked = f"Dari {{50.120|wktp}}, {{47.033|recorded {tags}}} merekam, {{2.911|unrecorded}} belum."
    assert [f.severity for f in findings(marked)] == [severity]


def test_a_sum_with_an_earlier_value_accuses_nobody() -> None:
    marked = "Dari {50.120|wktp}, {47.033|recorded} merekam. Yang belum bulan lalu {4.311|unrecorded}."
    assert findings(marked) == []


def test_two_errors_in_one_place_are_two_findings_each_with_its_culprit() -> None:
    marked = (
        "Dari {118.250|wktp} wajib KTP, belum {8,74|unrecorded%} persen atau {10.733|unrecorded} jiwa.\n"
        "Yang sudah {107.913|recorded} jiwa ({91,56|recorded%} persen)."
    )
    found = findings(marked)
    assert told(found) == [
        ("error", "EK201", "107.913 + 10.733 = 118.646, not 118.250"),
        ("error", "EK202", "107.913 of 118.250 is 91,26 percent, not 91,56"),
    ]
    assert [values(marked, f) for f in found] == [[["10.733"]], [["91,56"]]]
    assert [f.slip for f in found] == [None, "one-digit"]


def test_ties_are_all_shown_with_what_each_would_need() -> None:
    marked = "Wajib KTP {50.120|wktp}, sudah {47.033|recorded}, belum {2.911|unrecorded}."
    (finding,) = findings(marked)
    assert values(marked, finding) == [["50.120"], ["47.033"], ["2.911"]]
    assert [(a.low, a.high) for a in finding.allows] == [(49944, 49944), (47209, 47209), (3087, 3087)]


def test_the_share_of_the_other_part_is_told_as_an_exchange() -> None:
    marked = (
        "Wajib KTP {640.210|wktp}, sudah {598.744|recorded}, belum {41.466|unrecorded}, setara "
        "{93,52|unrecorded%} persen."
    )
    (finding,) = findings(marked)
    assert (finding.code, finding.slip, values(marked, finding)) == (
        "EK202",
        "parts-exchanged",
        [["93,52"]],
    )


def test_a_lone_figure_that_drops_a_digit_of_a_history_told_elsewhere_is_noticed() -> None:
    marked = (
        "Di kecamatan itu belum merekam {3 ribu|unrecorded} orang.\nSemula {16 ribu|unrecorded #1} jadi "
        "{13 ribu|unrecorded #1}."
    )
    assert told(findings(marked)) == [
        ("warning", "EK101", "two figures for the same quantity differ: 3 ribu and 13 ribu")
    ]


def test_findings_come_errors_first_then_in_text_order() -> None:
    marked = (
        "Wajib KTP {50.120|wktp}.\nKini wajib KTP {61.333|wktp}.\n"
        "Di kota sebelah {9.214|unrecorded @33.20} belum.\nYakni {9.241|unrecorded @33.20} orang."
    )
    assert [(f.severity, f.figures[0]) for f in findings(marked)] == [("error", "f3"), ("warning", "f1")]


def test_messages_speak_indonesian_on_demand() -> None:
    marked = "Sekitar {31 ribu|unrecorded} dari {24 juta|wktp} belum. Sudah {98|recorded% ~} persen."
    (finding,) = findings(marked, lang="id")
    assert finding.message == "31 ribu dari 24 juta menyisakan 99,86 sampai 99,88 persen, bukan 98"


def words(text: str, **given: object) -> list[Finding]:
    dates = [given["date"]] if isinstance(given.get("date"), DateMention) else []
    numbers = [given["number"]] if isinstance(given.get("number"), QuantityMention) else []
    return check([], dates=dates, quantities=numbers, text=text, text_sha256="0" * 64).findings


def test_a_weekday_that_does_not_fit_lists_dates_that_would() -> None:
    day = dt.date(2021, 6, 10)
    date = DateMention(8, 26, day, day, "day", "statement", weekday=4, weekday_fits=False)
    (finding,) = words("katanya Jumat (10/6/2021).", date=date)
    assert told([finding]) == [
        (
            "error",
            "EK007",
            "10 June 2021 is a Thursday, printed as Jumat; Jumat fits 11 June 2021 or 10 June 2022",
        )
    ]
    assert [s.text for s in finding.spans] == ["Jumat (10/6/2021)."]


def test_an_impossible_date_is_pointed_at() -> None:
    date = DateMention(4, 16, None, None, "day", "as_of", impossible=True)
    (finding,) = words("per 31 Juni 2019 tercatat", date=date)
    assert told([finding]) == [("error", "EK005", "31 Juni 2019: no such day")]
    assert finding.figures == []


@pytest.mark.parametrize("kind", [{"impossible": True}, {"weekday": 4, "weekday_fits": False}])
def test_dates_of_the_page_are_left_alone(kind: dict[str, bool]) -> None:
    day = dt.date(2021, 6, 10)
    assert words("Jumat 10/6/2021", date=DateMention(0, 14, day, day, "day", "page", **kind)) == []


def test_a_doubled_unit_is_shown_as_read() -> None:
    number = QuantityMention(0, 14, 31207, 31207, 31207, "persons", repair="doubled-unit")
    (finding,) = words("31.207  ribu w warga", number=number)
    assert told([finding]) == [
        ("warning", "EK003", "31.207 ribu w: full digits followed by a scale word, read as 31.207")
    ]


def test_figures_without_a_decided_place_are_not_compared() -> None:
    text, made = figures("Belum {5.291|unrecorded} warga.\nBelum {5.219|unrecorded} warga.")
    for figure in made:
        figure.place = None
    assert check(made, dates=[], quantities=[], text=text, text_sha256="").findings == []


def test_a_finding_names_the_other_rules_that_its_figures_break() -> None:
    text = (
        "Perekaman di Sleman\n\nSLEMAN - Wajib KTP di Kabupaten Sleman 812.650 orang. Yang sudah merekam e-KTP 806.914 orang "
        "atau 99,92 persen, yang belum merekam 0,71 persen."
    )
    (found,) = extract(text).findings
    assert (found.code, found.also) == ("EK202", ["EK203"])
