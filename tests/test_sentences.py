import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.sentences import find_sentences


def split(text, blocks=None):
    return [text[start:end] for start, end in find_sentences(text, blocks)]


@pytest.mark.parametrize(
    "marked",
    [
        # one sentence per "|"
        "Wajib KTP 71.204 jiwa.| 68.115 di antaranya sudah rekam.",
        "Pada 2019.| 68.115 jiwa sudah rekam.",
        "Dari 512. 304 wajib KTP, sisanya 8. 217 orang.",
        "Dari 7. 512. 304 jiwa baru 60, 12 persen.",
        "Ia ditemui di Tuban, Kamis.7/3 pagi.",
        "Ia menunggu KTP.|Kepala dinas tidak.",
        "Ia lahir 2003.|Dia pulang.",
        "Perekaman KTP Elektronik.|yang naik.",
        "Sisanya 40 jiwa.|57.220 di antaranya sudah.",
        "Kapasitasnya 98%.|Sisanya nanti.",
        "Dikutip Contohkota.id dan Kabar.com dari www.contoh.co.id/x.y kemarin.",
        "Surel ke dinas.kota@contoh.id atau berkas formulir.pdf saja.",
        "TUBAN, KABARTUBAN.COM - Warga antre.| Petugas datang.",
        "Sudah tuntas..| Jika belum, datang.",
        "Belum tahu... mungkin besok.",
        "Pelayanan sampai pukul 20.30 WIB.| Petugas bergiliran.",
        "Dendanya Rp. 50.000 dan Rp2,5 juta.",
        "Warga Kab. Tuban, Kec. Jenu, Ds. Beji, Jl. Melati No. 12 antre.",
        "Kata H. Slamet, S.Sos, dan Ny. Rini di kantor Dirjen. Dukcapil.",
        "Kepala dinas, A.A Gd. Putra, bersama H.Y Lamo dan Yoseph B. Kala hadir.",
        "Berlaku s.d. Desember.| Setelah itu tidak.",
        "Membawa KK, akta, dll.| Petugas memeriksa.",
        "Membawa KK, dll. yang asli.",
        "Ada 3 tahap: 1. Daftar 2. Foto.| Selesai.",
        "1. Kecamatan Jenu 5.120 jiwa.",
        "Camat Sutarno S.| Dia mengatakan demikian.",
        "Yang diblokir ?10 persen.| Sisanya tidak.",
        "Wah!| Lewat calo?| Jangan.",
        "data masuk.| sedangkan sisanya belum.",
    ],
)
def test_where_sentences_end(marked):
    expected = [piece.strip() for piece in marked.split("|")]
    assert split(marked.replace("|", "")) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "“Masih 1.204 orang,” katanya, “belum merekam.”| Ia optimistis.",
        "“Kami datangi sekolah.| Kami tunggu juga,” katanya.",
        "“Semua sudah rampung.” katanya di Tuban.| Petugas pulang.",
        "“Semua sudah rampung.” Ujar camat itu.",
        '"Semua sudah rampung." Camat itu pulang.'.replace('." C', '."| C'),
        '"Sudah belum?" tanya camat.| Warga diam.',
        'Ia membawa KTP.|"Sudah lama," katanya.',
        "Warga pulang (tanpa KTP.)| Petugas juga.",
    ],
)
def test_quotations_stay_with_their_speaker(marked):
    expected = [piece.strip() for piece in marked.split("|")]
    assert split(marked.replace("|", "")) == expected


def test_lines_end_sentences_unless_a_block_spans_them():
    text = "Dari 9.000 wajib KTP baru\n8.100 yang merekam. Sisanya belum."
    assert split(text) == ["Dari 9.000 wajib KTP baru", "8.100 yang merekam.", "Sisanya belum."]
    whole = [(0, len(text))]
    assert split(text, whole) == ["Dari 9.000 wajib KTP baru\n8.100 yang merekam.", "Sisanya belum."]


def test_only_blocks_are_read():
    text = "Judul\nBaca juga: X. Y.\nIsi berita. Sisanya."
    assert split(text, [(0, 5), (23, len(text))]) == ["Judul", "Isi berita.", "Sisanya."]


PIECES = st.sampled_from([*"aB1 .,?!”“\"'()…\n", "KTP", "2.315", "Kab.", "dll.", "www.", "katanya"])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_sentences_are_ordered_trimmed_and_lose_no_word(text):
    found = find_sentences(text)
    last = 0
    for start, end in found:
        assert last <= start < end <= len(text)
        assert text[last:start].strip() == ""
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        last = end
    assert text[last:].strip() == ""
