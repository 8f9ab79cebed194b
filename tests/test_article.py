import hashlib
import time
from contextlib import suppress
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.article import UnreadableInput, blocks
from extractor.loading import article_from_text, looks_like_html, read_article
from extractor.web_address import day_period, outlet_from_url, published_from_url

TITLE = "Belasan Ribu Warga Tuban Belum Rekam e-KTP"
LEAD = "TUBAN, Kabartuban.id – Sebanyak 12.417 warga Kabupaten Tuban belum merekam data KTP elektronik."
BODY = "Dari 902.100 wajib KTP, yang sudah merekam 889.683 orang, kata kepala dinas, Selasa (5/3/2019)."


def parts(text):
    article = article_from_text(text)
    return [(p.furniture or p.section, article.text[p.start : p.end]) for p in article.paragraphs]


def sections(text):
    return [section for section, _ in parts(text)]


def test_title_lead_and_body():
    article = article_from_text(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n", source="tuban.txt")
    assert article.title == TITLE
    assert article.source == "tuban.txt"
    assert [p.section for p in article.paragraphs] == ["title", "lead", "body"]
    assert [article.text[s:e] for s, e in blocks(article)] == [TITLE, LEAD, BODY]


def test_text_is_kept_but_for_line_ends_and_mark():
    data = b"\xef\xbb\xbf" + f"{TITLE}\r\n\r\n{LEAD}\r{BODY}  \n".encode()
    article = read_article(data, source="x")
    assert article.text == f"{TITLE}\n\n{LEAD}\n{BODY}  \n"
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()
    assert article.source_sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "before",
    [
        "POLITIK",
        "Berita Tuban",
        "SITUSKABAR.COM - ilustrasi",
        "ilustrasi",
        "Selasa, 5 Maret 2019 - 19:35 WIB",
        "Kabar.com - 05/03/2019, 06:00 WIB",
        "Thursday, 7 Mar 2019",
        "Tuesday, March 5, 2019",
        "24 C",
        "Beranda News",
        "Home > Daerah > Tuban",
        "Daerah / Selasa, 5 Maret 2019",
        "0",
        "1.562",
        "URL: https://kabartuban.id/belum-rekam",
        "Skip to content",
    ],
)
def test_page_lines_before_the_title(before):
    found = parts(f"{before}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}")
    assert found[0][0] not in {"title", "lead", "body"}
    assert [section for section, _ in found[1:]] == ["title", "lead", "body"]


@pytest.mark.parametrize(
    "lead",
    [
        "TUBAN--Sebanyak 12.417 warga Kabupaten Tuban belum merekam data.",
        "Tuban (Kantor Kabar) - Sebanyak 12.417 warga Kabupaten Tuban belum merekam data.",
        "KABARTUBAN.COM, TUBAN - Sebanyak 12.417 warga Kabupaten Tuban belum merekam data.",
        "TUBAN,KTC-Menjelang pemilu, 12.417 warga Kabupaten Tuban belum merekam data.",
        "MUSI TUBAN– Sebanyak 12.417 warga Kabupaten Tuban belum merekam data.",
        "TUBAN (Harian): Sebanyak 12.417 warga Kabupaten Tuban belum merekam data.",
        "Kabartuban.com, Tuban: Sebanyak 12.417 warga Kabupaten Tuban belum merekam data.",
        "kabarpos – Sebanyak 12.417 warga Kabupaten Tuban belum merekam data.",
        "Sebanyak 12.417 warga Kabupaten Tuban belum merekam data KTP elektronik, ujar kepala dinas.",
        "“Masih 12.417 warga yang belum,” ujar kepala dinas kependudukan di kantornya.",
    ],
)
def test_datelines_and_leads_without_one(lead):
    assert sections(f"{TITLE}\n{lead}\n{BODY}") == ["title", "lead", "body"]
    assert sections(f"{lead}\n{BODY}") == ["lead", "body"]  # no title


def test_a_standfirst_before_the_dateline_is_body():
    standfirst = "Dinas menyisir pelajar di enam kecamatan"
    assert sections(f"{TITLE}\n{standfirst}\n{LEAD}\n{BODY}") == ["title", "body", "lead", "body"]


def test_a_dateline_alone_and_its_paragraph_are_the_lead():
    text = f"{TITLE}\n\nTuban, Kabartuban.com –\n\nSebanyak 12.417 warga belum merekam data.\n\n{BODY}"
    assert sections(text) == ["title", "lead", "lead", "body"]


def test_a_title_of_one_line_and_a_sentence_of_one_line():
    assert sections("12.417 Warga Tuban Belum Rekam e-KTP") == ["title"]
    assert sections("Sebanyak 12.417 warga Tuban belum merekam e-KTP") == ["lead"]


def test_a_title_printed_twice():
    assert sections(f"{TITLE}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}") == ["title", "repeated", "lead", "body"]


@pytest.mark.parametrize("line", [f"id {TITLE},KTP,Disdukcapil,Tuban", f"{TITLE} - Kabar Tuban"])
def test_a_title_printed_with_tags_or_the_outlet(line):
    assert sections(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{BODY}") == ["title", "repeated", "lead", "body"]


def test_a_second_copy_of_the_body_that_breaks_off():
    text = "\n".join((TITLE, LEAD, BODY, "“Datang saja,” katanya di kantor.", LEAD, BODY[:70]))
    assert sections(text) == ["title", "lead", "body", "body", "repeated", "repeated"]
    text = "\n".join((TITLE, LEAD, BODY, "“Datang saja,” katanya di kantor.", LEAD, BODY[:14]))
    assert sections(text)[-1] == "repeated"  # "Dari 902.100 w": a number may be cut off too


def test_a_teaser_and_the_paragraph_it_announces():
    teaser = "KABARLAMA.COM, TUBAN – Sebanyak 12.417 warga Kabupaten Tuban belum merekam…"
    assert sections(f"{TITLE}\n\n{teaser}\n\n{LEAD}\n\n{BODY}") == ["title", "teaser", "lead", "body"]


def test_equal_rows_of_a_table_are_no_repeats():
    rows = "Kecamatan Jenu\nSudah rekam 4.000 jiwa\nKecamatan Semanding\nSudah rekam 4.000 jiwa"
    assert sections(f"{TITLE}\n{LEAD}\n{rows}")[2:] == ["body"] * 4


def test_hard_line_breaks_inside_sentences():
    wrapped = (
        "Kepala dinas menyebut warga yang belum\nmerekam tersebar di 20 kecamatan, paling\n"
        "banyak di Kecamatan Jenu dan Kecamatan\nSemanding. Sisanya di kota."
    )
    assert parts(f"{TITLE}\n\n{LEAD}\n\n{wrapped}")[2:] == [("body", wrapped)]


@pytest.mark.parametrize(
    "lines", ["Wajib KTP\n902.100", "Rincian wajib KTP per kecamatan\n1. Jenu 40.100\n2. Plumpang 61.300"]
)
def test_rows_are_not_joined(lines):
    assert len(parts(f"{TITLE}\n\n{LEAD}\n\n{lines}")) == 2 + lines.count("\n") + 1


def test_a_url_line_tells_outlet_and_day():
    article = article_from_text(
        f"{TITLE}\nURL: https://www.kabartuban.id/2019/03/05/rekam/\n\n{LEAD}\n\n{BODY}"
    )
    assert article.outlet == "kabartuban.id"
    assert article.published == day_period(2019, 3, 5, "url")
    assert article.paragraphs[1].furniture == "url-line"


def test_the_callers_word_wins():
    told = day_period(2020, 1, 2, "metadata")
    article = read_article(
        f"{TITLE}\n\n{LEAD}", source="x", published=told, outlet="contoh.id", url="https://k.id/2019/03/05/x"
    )
    assert (article.published, article.outlet, article.url) == (
        told,
        "contoh.id",
        "https://k.id/2019/03/05/x",
    )


@pytest.mark.parametrize(
    ("url", "start", "end", "precision"),
    [
        ("https://contoh.id/2018/09/18/rekam/", "2018-09-18", "2018-09-18", "day"),
        ("https://contoh.id/read/2013/2/10/0129/x", "2013-02-10", "2013-02-10", "day"),
        ("https://contoh.id/20180918/rekam", "2018-09-18", "2018-09-18", "day"),
        ("https://contoh.id/2018-09-18-rekam.html", "2018-09-18", "2018-09-18", "day"),
        ("https://contoh.id/2020/02/rekam", "2020-02-01", "2020-02-29", "month"),
        ("https://contoh.id/2020/02/31/rekam", "2020-02-01", "2020-02-29", "month"),
    ],
)
def test_day_in_the_address(url, start, end, precision):
    period = published_from_url(url)
    assert (str(period.start), str(period.end), period.precision, period.source) == (
        start,
        end,
        precision,
        "url",
    )


@pytest.mark.parametrize(
    "url", ["https://contoh.id/berita/12345678/x", "https://contoh.id/x?d=2018/09/18", "http://[x", ""]
)
def test_no_day_in_the_address(url):
    assert published_from_url(url) is None


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.kabartuban.id/x", "kabartuban.id"),
        ("http://m.kabartuban.id:80/x", "kabartuban.id"),
        ("https://jateng.kabar.co.id/x", "jateng.kabar.co.id"),
        ("https://m.id/x", "m.id"),
        ("tuban.txt", None),
        ("http://[x", None),
    ],
)
def test_outlet_of_an_address(url, outlet):
    assert outlet_from_url(url) == outlet


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!DOCTYPE html><html><p>x", True),
        ("\n<!-- cache -->\n<html lang=id>", True),
        ("<p>Satu.</p><p>Dua.</p>", True),
        (f"{TITLE}\n\n{LEAD} Antre di loket.<br /><br />{BODY}", False),
        (f"{TITLE}\n\n{LEAD} 3 < 4", False),
    ],
)
def test_pages_and_texts_are_told_apart(text, html):
    assert looks_like_html(text) is html


@pytest.mark.parametrize("text", ["", "  \n ", "\r\n"])
def test_empty_text_is_refused(text):
    with pytest.raises(UnreadableInput, match="empty"):
        article_from_text(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Warga Tuban. " * 80_000, r"1,040,000 characters of text; the limit for one article is 1,000,000"),
        ("Tuban 1.234.567 " * 2001, "more than 2,000 numbers: no article"),
        ("a\n" * 100_001, "more than 100,000 lines: no article"),
        ("<p>" + "x" * 5_000_000, "5,000,003 characters; the limit is 5,000,000"),
    ],
)
def test_more_than_any_article_is_refused(text, reason):
    with pytest.raises(UnreadableInput, match=reason):
        read_article(text, source="x")


def test_a_count_for_every_regency_and_its_percentage_is_read():
    rows = [f"{n}. Kabupaten ke {n}: {n}.417 jiwa ({n / 10} persen)" for n in range(1, 500)]
    assert read_article("\n".join([TITLE, "", *rows]), source="x").title == TITLE


def test_thirty_thousand_lines_take_no_more_than_their_share():
    def seconds(lines):
        start = time.process_time()
        article_from_text("\n".join(lines))
        return time.process_time() - start

    words = ["".join(letters) for letters in product("abcdefghij", repeat=5)][:30_000]
    many = [f"Warga {word} belum merekam." for word in words]
    few = many[:3_000]
    assert seconds(many) < 40 * seconds(few) + 1


PIECES = st.sampled_from(
    [
        *(" ", "\n", "\n\n", ".", "•", "|", "…", "“", "”", "[", "\r", "\u00a0", "\ud800", "0", "2.315"),
        *("Baca juga:", "Tuban", "(red)", "Komentar", "<br>", "foto:", "Penulis:", "Rekomendasi"),
        *("TUBAN – Warga belum merekam.", "warga yang belum merekam data"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=200)
def test_paragraphs_hold_every_word_once_and_in_order(text):
    try:
        article = article_from_text(text)
    except UnreadableInput:
        assert not text.strip()
        return
    last = 0
    for paragraph in article.paragraphs:
        assert last <= paragraph.start < paragraph.end <= len(article.text)
        assert not article.text[last : paragraph.start].strip()
        last = paragraph.end
    assert not article.text[last:].strip()
    told = blocks(article)
    assert all(s1 < e1 <= s2 < e2 for (s1, e1), (s2, e2) in pairwise(told))
    for start, end, _ in article.furniture:
        assert all(e <= start or end <= s for s, e in told)


@given(
    st.binary(max_size=200)
    | st.text(max_size=100).map(lambda text: b"<html>" + text.encode("utf-8", "replace"))
)
@settings(deadline=None, max_examples=60)
def test_any_bytes_give_an_article_or_a_reason(data):
    with suppress(UnreadableInput):
        assert read_article(data, source="x").text.strip()
