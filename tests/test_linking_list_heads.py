"""Lists whose items have no cue: what they count is told by the headline, by the passage, and by their size."""

from __future__ import annotations

import pytest

from tests.told import located

_HEADS = [
    "Terbanyak di Kecamatan Wedi {0} orang, disusul Cawas {1} dan Trucuk {2}.",
    "Rinciannya, Kecamatan Wedi {0} jiwa, Cawas {1} dan Trucuk {2}.",
    "Adapun sebarannya per kecamatan, Wedi {0} jiwa, Cawas {1} dan Trucuk {2}.",
    "Per kecamatan, Wedi {0}, Cawas {1}, dan Trucuk {2}.",
    '"Wedi {0}, Cawas {1}, dan Trucuk {2}," rincinya.',
    "Kecamatan Wedi ada {0} orang, lalu Cawas {1} dan Trucuk {2}.",
    "Paling banyak Wedi, {0} orang. Disusul Cawas {1} dan Trucuk {2}.",
    "Menurut kecamatan, yang tertinggi Wedi dengan {0} orang, kemudian Cawas {1} dan Trucuk {2}.",
]
_PLACES = ("Kecamatan Wedi", "Kecamatan Cawas", "Kecamatan Trucuk")


@pytest.mark.parametrize("head", _HEADS)
@pytest.mark.parametrize(
    ("title", "body", "counts", "indicator"),
    [
        pytest.param(
            "27.319 Warga Klaten Belum Rekam e-KTP",
            "Wajib KTP di Klaten 998.450 jiwa. Yang sudah merekam 971.131 jiwa.",
            ("2.984", "2.417", "1.956"),
            "unrecorded",
            id="who lack by the headline",
        ),
        pytest.param(
            "31.407 Warga Klaten Belum Punya e-KTP",
            "Penduduk Klaten 1.180.904 jiwa, dan yang wajib KTP 998.450 jiwa.",
            ("3.184", "2.617", "2.056"),
            "not_owned",
            id="without a card by the headline, after the obliged",
        ),
        pytest.param(
            "971.131 Warga Klaten Sudah Rekam e-KTP",
            "Yang sudah merekam 971.131 jiwa dari 998.450 wajib KTP. Yang belum merekam 27.319 jiwa.",
            ("1.984", "1.417", "1.056"),
            "unrecorded",
            id="who lack as told last",
        ),
        pytest.param(
            "971.131 Warga Klaten Sudah Rekam e-KTP",
            "Yang sudah merekam 971.131 jiwa. Wajib KTP di Klaten 998.450 jiwa.",
            ("47.984", "45.417", "41.956"),
            "recorded",
            id="who recorded, after the obliged",
        ),
    ],
)
def test_a_list_counts_what_headline_passage_and_size_agree_on(
    title: str, body: str, counts: tuple[str, str, str], indicator: str, head: str
) -> None:
    told = located(f"{title}\n\nKLATEN - {body}\n\n{head.format(*counts)}\n")
    assert told[-3:] == [(count, indicator, place) for count, place in zip(counts, _PLACES, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Warga Lampung Timur yang belum merekam terbanyak di Kecamatan Bumi Agung 1.874 orang, disusul Way Jepara "
            "1.121 dan Pekalongan 1.084.",
            [
                ("1.874", "unrecorded", "Kecamatan Bumi Agung"),
                ("1.121", "unrecorded", "Kecamatan Way Jepara"),
                ("1.084", "unrecorded", "Kecamatan Pekalongan"),
            ],
            id="a regency's name inside a district's",
        ),
        pytest.param(
            "Warga Muna yang belum merekam di Kecamatan Batalaiworu ada 1.045 orang, lalu Bone 692 dan Lohia 611.",
            [
                ("1.045", "unrecorded", "Kecamatan Batalaiworu"),
                ("692", "unrecorded", "Kecamatan Bone"),
                ("611", "unrecorded", "Kecamatan Lohia"),
            ],
            id="a regency of the same name elsewhere",
        ),
        pytest.param(
            "Warga Wonosobo yang belum merekam menurut kecamatan, Kertek 3.907, Kepil 2.815, Wonosobo 1.957, Leksono 1.100.",
            [
                ("3.907", "unrecorded", "Kecamatan Kertek"),
                ("2.815", "unrecorded", "Kecamatan Kepil"),
                ("1.957", "unrecorded", "Kecamatan Wonosobo"),
                ("1.100", "unrecorded", "Kecamatan Leksono"),
            ],
            id="the regency's own name in the row",
        ),
        pytest.param(
            "Wajib KTP di Klaten 998.450 jiwa, yang sudah rekam 971.131 jiwa.\n\nIa membacakan beberapa kecamatan. Wedi, wajib KTP 12.406 jiwa, belum rekam "
            "2.118. Cawas 8.911 jiwa dan 1.790 di antaranya belum.",
            [
                ("998.450", "wktp", "Kabupaten Klaten"),
                ("971.131", "recorded", "Kabupaten Klaten"),
                ("12.406", "wktp", "Kecamatan Wedi"),
                ("2.118", "unrecorded", "Kecamatan Wedi"),
                ("8.911", "wktp", "Kecamatan Cawas"),
                ("1.790", "unrecorded", "Kecamatan Cawas"),
            ],
            id="a whole whose part follows",
        ),
        pytest.param(
            "Warga Ngada yang belum merekam 17.226 orang. Bajawa sebagai kecamatan kota menempati tempat pertama, 3.012. Lalu "
            "Riung 1.941. Kecamatan Golewa walau jauh hanya 866.",
            [
                ("17.226", "unrecorded", "Kabupaten Ngada"),
                ("3.012", "unrecorded", "Kecamatan Bajawa"),
                ("1.941", "unrecorded", "Kecamatan Riung"),
                ("866", "unrecorded", "Kecamatan Golewa"),
            ],
            id="a sentence for each",
        ),
        pytest.param(
            "Kabupaten Gorontalo 221.806 jiwa sudah rekam, 40.304 jiwa belum. Pohuwato 78.221 dan masih tertinggal 15.785 jiwa.",
            [
                ("221.806", "recorded", "Kabupaten Gorontalo"),
                ("40.304", "unrecorded", "Kabupaten Gorontalo"),
                ("78.221", "recorded", "Kabupaten Pohuwato"),
                ("15.785", "unrecorded", "Kabupaten Pohuwato"),
            ],
            id="a rest beside it",
        ),
        pytest.param(
            "Di Minahasa Tenggara yang belum rekam 1.863 orang. Dari 12 kecamatan, Ratatotok dan Belang yang masih agak "
            "tertinggal, masing-masing sekitar 402 dan 377 orang.",
            [
                ("1.863", "unrecorded", "Kabupaten Minahasa Tenggara"),
                ("402", "unrecorded", "Kecamatan Ratatotok"),
                ("377", "unrecorded", "Kecamatan Belang"),
            ],
            id="two districts in one breath",
        ),
    ],
)
def test_items_are_of_the_districts_that_the_row_names(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert located(text) == expected
