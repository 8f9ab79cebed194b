"""Which pages with status 200 are no articles, and which articles are not taken for such pages."""

from __future__ import annotations

import pytest

from extractor.fetching.page_kind import no_article
from extractor.fetching.page_text import page_text

ARTICLE = "Warga yang belum merekam data e-KTP di Kudus tersisa 2.319 orang. " * 12


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Halaman tidak ditemukan - Kabar Kita", "Kembali ke beranda", "missing"),
        (
            "Maaf, halaman yang Anda cari tidak tersedia",
            ARTICLE,
            "missing",
        ),  # with a list of other stories below
        ("404 Not Found", "nginx", "missing"),
        ("Error 404 – Kabar Kita", "", "missing"),
        ("404", "", "missing"),
        ("Nothing Found", "Silakan cari lagi", "missing"),
        ("Kabar Kita", "Maaf, berita ini telah dihapus oleh redaksi.", "missing"),
        ("Just a moment...", "Enable JavaScript and cookies to continue", "challenge"),
        ("kabar.id", "Checking your browser before accessing kabar.id", "challenge"),
        ("Access denied", "Error 1020", "challenge"),
        ("Login", "Email Kata sandi", "login"),
        ("Masuk - Kabar Plus", "Email Kata sandi", "login"),
        ("Perekaman KTP di Kudus", "Silakan masuk untuk melanjutkan membaca.", "login"),
        ("404 Warga Kudus Belum Rekam e-KTP", ARTICLE, None),
        ("Masuk DPT, 300 Warga Belum Rekam e-KTP", ARTICLE, None),
        ("Berita Blangko Habis Tidak Benar", ARTICLE, None),
        ("Login Aplikasi IKD Gagal, Warga Mengeluh", ARTICLE, None),
        ("Perekaman di Kudus", ARTICLE + "Silakan masuk untuk melanjutkan membaca.", None),
        (None, ARTICLE, None),
    ],
)
def test_pages_without_an_article(title: str | None, text: str, kind: str | None) -> None:
    assert no_article(title, text) == kind


def test_a_page_tells_what_it_is_by_its_title_and_the_little_text_it_has() -> None:
    page = b"""<html><head><title>Just a
        moment...</title><style>p{}</style></head><body><nav>Menu Beranda</nav><script>var a=1</script>
        <p>Checking your browser</p></body></html>"""
    assert page_text(page) == ("Just a moment...", "Checking your browser")
    assert page_text(b"\x89PNG\r\n") == (None, "")
