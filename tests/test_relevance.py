"""Which links may lead to an article on the e-KTP, and which texts speak of the card."""

import pytest

from extractor.fetching.listings.found import Found
from extractor.fetching.listings.relevance import matters, may_matter

SITE = "https://contoh.id"


@pytest.mark.parametrize(
    "title",
    [
        "26 Ribu Warga Jateng Belum Rekam Data e-KTP",
        "Perekaman eKTP di Balikpapan Capai 98 Persen",
        "Blangko Kosong, Warga Kendal Diberi Suket",
        "DISDUKCAPIL KUDUS JEMPUT BOLA KE SEKOLAH",
        "Ribuan Pemilih Pemula Belum Ber-KTP",
        "Cetak KTPel Bisa di Kecamatan",
        "Kini Ada KTP‑el di Ponsel",  # a hyphen that keeps the line together
        "Aktivasi IKD Baru 4 Persen",
        "Belasan Ribu Warga Kaur Bisa Kehilangan Hak Suara",
        "Belum Merekam, 900 Lansia Didatangi",
        "KTP-nya Tertahan Dua Tahun",
        "Soal Kartu Tanda\nPenduduk, Bupati Minta Maaf",
    ],
)
def test_titles_on_the_card(title):
    assert may_matter(Found(f"{SITE}/read/1", title), ())


@pytest.mark.parametrize(
    "title",
    [
        "Harga Cabai di Pasar Johar Naik",
        "Rekaman CCTV Perampokan Disita",
        "Dinas Pendidikan Gelar Lomba",
        "BKTPX Raih Penghargaan",
        "Sukete dan Ikdam Juara",
        "Persebaya 2, PSIS 1",
    ],
)
def test_titles_on_something_else(title):
    assert not may_matter(Found(f"{SITE}/read/1", title), ())


@pytest.mark.parametrize(
    "path",
    ["/2018/06/30/harga-cabai-di-pasar-johar-naik/", "/read/1/rekaman.cctv.disita", "/a/b/lomba_anak%20desa"],
)
def test_addresses_on_something_else(path):
    assert not may_matter(Found(SITE + path), ())


@pytest.mark.parametrize(
    "path",
    [
        "/2018/09/18/26-ribu-warga-jateng-belum-rekam-data-e-ktp/",
        "/read/2013/02/10/01290537/Perekaman.eKTP.di.Balikpapan",
        "/news/d-4292962/warga_kudus_antre_blangko_ektp",
        "/?judul=blangko+habis+di+kudus",
        "/berita/warga%20belum%20punya%20ktp",
    ],
)
def test_the_address_tells_where_the_title_does_not(path):
    assert may_matter(Found(SITE + path), ())
    assert may_matter(Found(SITE + path, "Selengkapnya"), ())
    assert may_matter(Found(SITE + path, "Pilkada di Depan Mata"), ())


@pytest.mark.parametrize(
    "path", ["/", "/?p=123", "/berita/4292962", "/read/2018/06/30/17", "/kabar-daerah/a/1", "/d-42"]
)
def test_an_address_that_tells_nothing_may_matter_without_a_title(path):
    assert may_matter(Found(SITE + path), ())
    assert may_matter(Found(SITE + path, "Baca Selengkapnya »"), ())
    assert not may_matter(Found(SITE + path, "Harga Cabai Naik"), ())


def test_the_host_tells_nothing():
    assert not may_matter(
        Found("https://disdukcapil.contohkab.go.id/berita/lomba-akta-lahir-anak", "Lomba Akta"), ()
    )


def test_words_of_the_query():
    found = Found(f"{SITE}/read/1", "Antrean Kartu Identitas Anak (KIA) Mengular")
    assert not may_matter(found, ())
    assert not may_matter(found, ("akta", "e", "-", "--", ""))
    assert may_matter(found, ("akta", "kia"))
    assert may_matter(found, ("Identitas Anak",))
    assert may_matter(Found(f"{SITE}/read/1", "Soal KIAnak 50%"), ("ki-anak",))
    assert not may_matter(Found(f"{SITE}/read/1", "Xkia"), ("kia", "k.a"))


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 900 warga belum memiliki KTP.",
        "warga yang belum merekam data e-KTP",
        "(KTP-el)",
        "ktpel dan ektp",
        "kartu tanda penduduk\nelektronik",
        "ber-KTP",
        "KTP/SIM",
        "KTPnya",
    ],
)
def test_texts_that_speak_of_the_card(text):
    assert matters(text)
    assert matters(f"{'Semarang. ' * 10_000}{text}")


@pytest.mark.parametrize(
    "text",
    ["", "bKTPx", "KTPS", "SKTP", "kartu keluarga", "Disdukcapil menerbitkan akta", "kartu penduduk tanda"],
)
def test_texts_that_do_not(text):
    assert not matters(text)
