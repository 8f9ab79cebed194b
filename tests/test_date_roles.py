from __future__ import annotations

import datetime as dt

import pytest

from extractor.reading.dates import find_dates

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Per [31 Juli 2019] tercatat 4.120 orang.", "as_of"),
        ("Posisi [30 April 2019] ada 4.120 orang.", "as_of"),
        ("Wajib KTP hingga [bulan November 2017] 80.210 jiwa.", "as_of"),
        ("Sampai dengan [30 Juni 2016] sudah 97 persen.", "as_of"),
        ("Data per [Kamis (6/9/2018)] memuat 4.120 orang.", "as_of"),
        ("Menurut DKB [semester II 2021] ada 40.210 jiwa.", "as_of"),
        ("[Tahun 2022 lalu] baru 97,1 persen.", "as_of"),
        ("Pada [Januari 2024] masih 4.120 orang.", "as_of"),
        ("Pada [2021] rekaman mencapai 96 persen.", "as_of"),
        ("Menurut catatannya, [Januari] 4.120 orang.", "as_of"),
        ("Sepanjang [tahun ini] 4.120 orang.", "as_of"),
        ("Data terakhir yang masuk pada [Jumat lalu], 4.120 orang.", "as_of"),
        ("Ia mencatat 4.120 orang, [Selasa (28/8/2018)].", "statement"),
        ("Ujar kepala dinas di Melati, [Kamis].", "statement"),
        ("Katanya kepada kami, [12 Maret 2018].", "statement"),
        ("Perekaman harus rampung [30 November 2019].", "deadline"),
        ("Paling lambat [30 September 2016] semua merekam.", "deadline"),
        ("Ditargetkan tuntas [akhir 2017].", "deadline"),
        ("KTP lama tidak berlaku per [31 Desember 2013].", "deadline"),
        ("Yang belum merekam hingga [31 Desember 2018] akan diblokir.", "deadline"),
        ("Layanan dibuka lagi [September mendatang].", "deadline"),
        ("Menyambut Pemilu [2024] loket dibuka.", "event"),
        ("Pilkada serentak [27 Juni 2018] makin dekat.", "event"),
        ("Rapat digelar tanggal [6-7 Maret 2019] di aula.", "event"),
        ("Warga yang lahir sebelum [9 Mei 2004] didata.", "birth"),
        ("Ada 4.120 orang berusia 17 tahun pada [27 November 2024].", "birth"),
        ("Menurut UU Nomor 24 [Tahun 2013] gratis.", "law"),
        ("Aturan itu berlaku sejak [31 Desember 2018].", "law"),
        ("Copyright © Kabar Melati [2019]", "page"),
        ("Kabar Melati\nKabar.id - [20/04/2021], 06:00 WIB\nWarga antre.", "page"),
        ("[Tuesday, March 4, 2025]\nWarga antre.", "page"),
        ("Sejak [26 Oktober 2020] undangan dikirim.", "plain"),
    ],
)
def test_roles(text: str, role: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    bare = text.replace("[", "").replace("]", "")
    found = [m for m in find_dates(bare, today=TODAY) if (m.start, m.end) == (start, end)]
    assert [m.role for m in found] == [role]


def test_what_was_to_be_done_is_a_date_of_figures_once_it_is_over() -> None:
    text = "Perekaman tuntas 98 persen per 31 Desember 2017, {}."
    after = find_dates(text.format("katanya, Selasa (2/1/2018)"), today=TODAY)
    before = find_dates(text.format("katanya, Selasa (5/12/2017)"), today=TODAY)
    assert (after[0].role, before[0].role) == ("as_of", "deadline")
