import re

import pytest

from extractor.data import rows
from extractor.loading import article_from_text

TITLE = "Belasan Ribu Warga Tuban Belum Rekam e-KTP"
LEAD = "TUBAN, Kabartuban.id – Sebanyak 12.417 warga Kabupaten Tuban belum merekam data KTP elektronik."
BODY = "Dari 902.100 wajib KTP, yang sudah merekam 889.683 orang, kata kepala dinas, Selasa (5/3/2019)."
END = "Warga diminta datang ke kantor kecamatan pada jam kerja dengan membawa kartu keluarga asli."


def reasons(*lines, gap="\n\n"):
    """The furniture reasons of the lines put between the lead and the end of an article."""
    article = article_from_text(gap.join((TITLE, LEAD, *lines, END)))
    found = {article.text[p.start : p.end]: p.furniture for p in article.paragraphs}
    assert found[LEAD] is None
    assert found[END] is None
    return [found.get(line, "joined") for line in lines]


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: 3.000 Blangko Tiba di Lamongan",
        "BACA JUGA: Kota Sebelah Dapat 3.000 Blangko",
        "Baca : Harga Cabai Naik",
        "( Baca juga : Warga Temukan 40 Kartu di Sungai )",
        "Baca Juga:Â Tiket Kapal Dinilai Mahal",
        "Lihat juga video antrean warga",
        "Tonton video 'Debat 2 Calon':",
        "• Lamongan Gandeng Kampus",
        "• 6 Tanda Anda Mandiri, Sudah Punya?",
        "Bupati Resmikan 20 Jembatan Gantung di Hulu Sungai",
        "Pengajuan 3 Warisan Budaya Masih Berproses |",
        '[irp posts="812" name="9.000 Kartu Dimusnahkan"]',
        "Simak berita pilihan lain di Saluran WhatsApp kami",
        "Cek Berita dan Artikel yang lain di Google News",
    ],
)
def test_links_to_other_articles(line):
    assert reasons(line) == ["related-link"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("ADVERTISEMENT", "advert"),
        ("SCROLL TO CONTINUE WITH CONTENT", "advert"),
        ("Iklan", "advert"),
        ("Iklan - Geser ke atas untuk melanjutkan.", "advert"),
        ("You don't have javascript enabled. Good luck with that.", "page-line"),
        ("Promosi Bank Kota Buka 300 Lowongan", "promo"),
        ("Foto: Antrean warga di Lamongan, Kamis (17/1)", "caption"),
        ("(Foto: Dok. Pemkab)", "caption"),
        ("Featured-Image", "caption"),
        ("Gambar E-KTP", "caption"),
        ("Perekaman E-KTP/Foto: Arsip", "caption"),
        ("Suasana perekaman di kantor dinas sebelum libur. Foto-Istimewa", "caption"),
        ("Perekaman pelajar oleh petugas.-DOK/KT -", "caption"),
        ("![]() |", "caption"),
        ("---|", "markup"),
        ("Dibaca : 914 kali", "counter"),
        ("Copyright © KABAR 2019", "copyright"),
        ("Penulis: Budi | Editor: Sri", "byline"),
        ("Pewarta : Budi", "byline"),
        ("Laporan Wartawan Kabar Tuban, Budi", "byline"),
        ("Sumber: ANTARA", "source-credit"),
        ("TAGS", "tags"),
        ("#ektp #tuban", "tags"),
        ("Facebook Twitter WhatsApp", "share"),
        ("(Budi Santoso)", "sign-off"),
        ("Muat Lebih", "page-line"),
    ],
)
def test_pieces_of_the_page(line, reason):
    assert reasons(line) == [reason]


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "“Baca dulu syaratnya, lalu datang,” ujarnya.",
        "Fotonya diambil petugas di kantor kecamatan.",
        "Komentar serupa datang dari camat, yang mencatat 1.204 warga belum merekam.",
        "Iklan layanan masyarakat dipasang di 20 desa.",
        "Yang belum merekam 1.204 orang. (foto: ist) Sisanya sudah, ujar camat itu di kantornya kemarin.",
        "Kecamatan Jenu 5.120 jiwa",
        "2. Kecamatan Jenu Sudah Rekam 5.120 Jiwa",
        "Di Kecamatan Jenu",
        "“Yang belum 1.204 orang,” katanya (tanpa foto).",
    ],
)
def test_real_text_stays(line):
    assert reasons(line) == [None]


def test_a_list_that_the_article_prints_stays():
    lines = [
        "Rinciannya sebagai berikut:",
        "- Wajib KTP Elektronik Sebanyak 90.400 Jiwa",
        "- Sudah Rekam 88.100 Jiwa",
    ]
    assert reasons(*lines, gap="\n") == [None, None, None]


def test_a_label_takes_the_headline_on_the_next_line():
    assert reasons("Baca Juga:", "Konflik lama kembali memanas di perbatasan") == ["related-link"] * 2
    assert reasons("Baca Juga:", BODY) == ["related-link", None]


def test_a_list_of_links_ends_where_the_article_goes_on():
    lines = ["Berita Populer", "9.000 kartu rusak dimusnahkan", "Jadwal listrik padam", BODY]
    assert reasons(*lines) == ["link-list", "link-list", "link-list", None]


def test_nothing_but_furniture_follows_a_comment_form():
    lines = [
        "Tinggalkan Balasan",
        "Alamat email Anda tidak akan dipublikasikan.",
        "Saya kira yang belum 40.000 orang.",
    ]
    article = article_from_text("\n".join((TITLE, LEAD, BODY, *lines)))
    assert [p.furniture for p in article.paragraphs] == [None, None, None, *["comment-form"] * 3]


def test_lines_after_the_sign_off_are_no_news():
    article = article_from_text(
        "\n".join((TITLE, LEAD, BODY + " (red)", "Anugerah 2025", "Kisah 40 Teladan"))
    )
    assert [p.furniture for p in article.paragraphs][3:] == ["after-end", "after-end"]


@pytest.mark.parametrize(
    ("paragraph", "piece", "reason"),
    [
        (
            "Yang belum 1.204 orang. Baca juga: 3.000 Blangko Tiba",
            "Baca juga: 3.000 Blangko Tiba",
            "related-link",
        ),
        ("Warga (Foto: Ist/Budi) antre sejak pagi di kantor.", "(Foto: Ist/Budi)", "caption"),
        ("Dinas Kependudukan dan [advert] Catatan Sipil melayani.", "[advert]", "advert"),
        ("Warga datang ke loket.<br /> Kata camat, itu biasa.", "<br />", "markup"),
        ("Sisanya menunggu blangko, katanya. (bud/sri)", "(bud/sri)", "sign-off"),
        (
            "“Datang saja,” katanya. (Kabar Network | Budi – Kabar.id)",
            "(Kabar Network | Budi – Kabar.id)",
            "sign-off",
        ),
    ],
)
def test_furniture_inside_a_paragraph(paragraph, piece, reason):
    article = article_from_text("\n".join((TITLE, LEAD, paragraph, END)))
    assert [(article.text[s:e], why) for s, e, why in article.furniture] == [(piece, reason)]


def test_a_sentence_glued_to_a_link_stays():
    glued = (
        "Baca juga: Warga Keluhkan Antrean Panjang di Loket Sejak Pagi, Petugas SesuaiKepala dinas menyebut "
        "yang belum merekam tinggal 1.204 orang dan semuanya pelajar."
    )
    article = article_from_text("\n".join((TITLE, LEAD, glued, END)))
    ((start, end, reason),) = article.furniture
    assert reason == "related-link"
    assert article.text[start:end].endswith("Sesuai")


def test_a_link_glued_to_the_word_before_it():
    glued = "Yang belum merekam 1.204 warga TubanBaca juga : warga keluhkan antrean " + "di loket " * 20
    article = article_from_text("\n".join((TITLE, LEAD, glued, END)))
    assert [article.text[s:e] for s, e, _ in article.furniture] == [glued[glued.index("Baca") :].strip()]


def test_a_bracketed_figure_at_the_end_is_no_sign_off():
    article = article_from_text("\n".join((TITLE, LEAD, "Sisanya sudah. (Belum 1.204 orang)", END)))
    assert article.furniture == []


def test_patterns_are_sound():
    for where, reason, longest, pattern in rows("indonesian/furniture.tsv"):
        assert re.compile(pattern).groups == 0, pattern  # groups are counted to find the pattern that fits
        assert longest.isdigit()
        assert reason or where == "challenge"
