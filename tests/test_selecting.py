"""What of an outlet's page is the article. All pages are composed; nobody named in them exists."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml.html import document_fromstring

from extractor.loading import article_from_text
from extractor.outlets.loading import outlet_named, shipped_outlets, wordpress_outlet
from extractor.outlets.outlet import outlet_of
from extractor.outlets.selecting import Selected, join_pages, next_page, select

TITLE = "1.204 Warga Tuban Jaya Belum Rekam e-KTP"
FIRST = "Sebanyak 1.204 warga Kabupaten Tuban Jaya belum merekam data KTP elektronik hingga akhir Mei 2019."
SECOND = "“Dari 902.100 wajib KTP, yang sudah merekam 900.896 orang,” kata kepala dinas, Selasa (5/3/2019)."
LAST = "Ia meminta warga yang belum merekam agar segera datang ke kantor kecamatan pada jam kerja."
BODY = "\n\n".join((FIRST, SECOND, LAST))

NAV = '<header><nav><a href="/">Beranda</a></nav><div class="hari-ini">Rabu, 1 Juli 2026</div></header>'
ASIDE = '<aside><h3>Terpopuler</h3><ol><li><a href="/a">3.000 Pelari Ramaikan Lomba</a></li></ol></aside>'


def tree_of(body, head=""):
    html = f"<!DOCTYPE html><html><head><title>x</title>{head}</head><body>{NAV}{body}{ASIDE}</body></html>"
    return document_fromstring(html)


def outlet(name):
    return outlet_named(name, shipped_outlets())


def contoh(**parts):
    table = {
        "title": "Kabar Contoh",
        "hosts": ["contoh.id"],
        "article": {"paths": ["/[a-z-]{4,}"], "next_page": ["a.lanjut", "link[rel=next]", ".halaman a"]},
        "select": {"title": ["h1"], "body": ["div.isi"], **parts},
    }
    return outlet_of("contoh", table, "contoh.toml")


def body_of(html, **parts):
    found = select(tree_of(f'<div class="isi">{html}</div>'), contoh(**parts))
    return found and found.body


def test_lingkarjateng():
    page = f"""
    <article><h1 class="entry-title">{TITLE}</h1><time class="entry-date" datetime="2019-03-05T07:00:00+07:00">5 Maret</time>
    <figure><img src="a.jpg"><figcaption>ANTRE: 250 warga di kantor dinas (Dok. Lingkar)</figcaption></figure>
    <div class="entry-content"><p>KUDUS, Lingkarjateng.id – {FIRST}</p>
    <div class="code-block">Iklan 50 persen</div>
    <p><strong>Baca juga: <a href="/x">3.000 Blangko Tiba di Kudus</a></strong></p>
    <p>{SECOND}</p><p><a href="/y">Pemkab Bangun 45 Jembatan Tahun Ini</a></p>
    <p>{LAST} (Lingkar Network | Rina Contoh – Lingkarjateng.id)</p>
    <div class="sharedaddy"><h3>Bagikan ini:</h3><ul><li><a href="#">Facebook</a></li></ul></div>
    <script>var jumlah = 500;</script><div class="jp-relatedposts"><p>2.718 Wajib KTP di Pati</p></div></div></article>"""
    assert select(tree_of(page), outlet("lingkarjateng.id")) == Selected(
        TITLE, f"KUDUS, Lingkarjateng.id – {BODY}", "2019-03-05T07:00:00+07:00"
    )


def tribun_page(body, paging=""):
    return tree_of(f"""
    <h1 id="arttitle">{TITLE}</h1><time datetime="2019-03-05T12:40+07:00">Selasa, 5 Maret 2019 12:40 WIB</time>
    <div class="side-article txt-article multi-fontsize editcontent">{body}
    <div id="penulis">Penulis: <a href="/penulis/rina">Rina Contoh</a></div>{paging}</div>
    <div class="side-article mb5"><h3>Sesuai Minatmu</h3><p>1.250 Sapi di Blora Selesai Divaksin</p></div>""")


def test_tribunnews():
    body = f"""
    <blockquote class="summary-article"><b>Ringkasan Berita:</b><ul><li>1.204 warga belum merekam</li></ul></blockquote>
    <p>Laporan Wartawan Tribun Jateng, Rina Contoh</p><p>TRIBUNJATENG.COM, TUBAN JAYA - {FIRST}</p>
    <p class="baca">Baca juga: <a href="/1">3.000 Blangko Tiba di Kudus</a></p>
    <div class="ads-placeholder">Iklan</div><p>• <a href="/2">Bupati Lepas 312 Calon Haji</a></p><p>{SECOND}</p>
    <p>Baca: Pemkab Bangun 45 Jembatan</p><p>{LAST}(*)</p>"""
    found = select(tribun_page(body), outlet("jateng.tribunnews.com"))
    assert found == Selected(TITLE, f"TRIBUNJATENG.COM, TUBAN JAYA - {BODY}", "2019-03-05T12:40+07:00")


def test_a_bare_headline_between_paragraphs_is_left_to_the_reading_of_the_text():
    headline = "Bupati Resmikan 20 Jembatan Gantung di Hulu Sungai"
    found = select(
        tribun_page("".join(f"<p>{p}</p>" for p in (FIRST, headline, SECOND, LAST))), outlet("tribunnews")
    )
    assert headline in found.body
    article = article_from_text(f"{found.title}\n\n{found.body}")
    marked = [article.text[p.start : p.end] for p in article.paragraphs if p.furniture == "related-link"]
    assert marked == [headline]


def test_kabarkalimantan1_with_a_table():
    page = f"""
    <article><h1 class="entry-title">{TITLE}</h1><div class="entry-content">
    <p>KABAR KALIMANTAN1, Sampit – {FIRST}</p>
    <figure class="wp-block-table"><table><thead><tr><th>Kecamatan</th><th>Wajib KTP</th><th>Belum rekam</th></tr></thead>
    <tbody><tr><td>Jati Sari</td><td>45.310</td><td>812</td></tr><tr><td>Bae Jaya</td><td>39.004</td><td>392</td></tr></tbody>
    </table><figcaption>Sumber: dinas</figcaption></figure><p>{LAST}</p><p>&nbsp;</p><p>Sumber: CONTOH</p>
    <div class="tags-links">Tag: 5 berita</div></div></article>"""
    table = "Kecamatan | Wajib KTP | Belum rekam\nJati Sari | 45.310 | 812\nBae Jaya | 39.004 | 392"
    found = select(tree_of(page), outlet("kabarkalimantan1.com"))
    assert found.body == f"KABAR KALIMANTAN1, Sampit – {FIRST}\n\n{table}\n\n{LAST}"


def test_asatu_with_a_list_and_a_comment_form():
    page = f"""
    <article><h1 class="entry-title">{TITLE}</h1><div class="entry-content">
    <p>SEMARANG (Asatu.id) – {FIRST}</p><p>Rinciannya:</p><ul><li>Jati Sari 812 orang</li><li>Bae Jaya <b>392</b> orang</li></ul>
    <p>{LAST}<br>(ard/mia)</p><div id="respond"><h3>Tinggalkan Komentar</h3><p>Alamat email Anda aman.</p></div>
    <p>Mungkin Anda juga menyukai</p></div></article>"""
    found = select(tree_of(page), outlet("asatu.id"))
    listed = "- Jati Sari 812 orang\n- Bae Jaya 392 orang"
    assert found.body == f"SEMARANG (Asatu.id) – {FIRST}\n\nRinciannya:\n\n{listed}\n\n{LAST}"


def test_solopos():
    page = f"""
    <div class="single-post"><div class="post-header-area"><h1 class="post-title title-lg">{TITLE}</h1>
    <p>Ringkasan.</p><ul class="post-meta"><li class="social-share"><a href="#">Bagikan</a></li></ul></div>
    <div class="post-content-area"><div class="post-media"><span><p>SOLOPOS.COM - Ilustrasi 500 e-KTP (Dok)</p></span></div>
    <p>Solopos.com, TUBAN JAYA – {FIRST}</p><div class="iklan mt-3"><ins class="adsbygoogle"></ins>Iklan</div>
    <p>Promosi<a href="/p">Lebaran Zaman Now, Saatnya Bagi-bagi 100 Emas dari Contoh</a></p>
    <p>Promosi Jalur Mudik Makin Adem Berkat 1.000 Trembesi</p><p>{SECOND}</p><p>Ekspedisi Mudik 2024</p>
    <p>Advertisement</p><p>{LAST}</p></div>
    <div class="post-footer"><p>Jurnalis di Contoh Group. 12 artikel.</p><div class="tag-lists">Tags: e-KTP</div></div></div>
    <div class="related-post"><h2 class="post-title">2.718 Wajib KTP di Kota Tetangga</h2></div>"""
    found = select(tree_of(page), outlet("solopos.com"))
    assert (found.title, found.body) == (TITLE, f"Solopos.com, TUBAN JAYA – {BODY}")


def test_solopos_in_its_amp_form():
    page = f"""
    <div class="full-post"><div class="news-box-content"><h1 class="news-box-content-title">{TITLE}</h1>
    <p class="news-box-content-sub"><em>Ringkasan.</em></p></div>
    <p class="img-caption">SOLOPOS.COM - Ilustrasi</p><div class="news-box-content"><div class="decoration"></div>
    <p>{FIRST}</p><div class="iklan half-bottom"><amp-ad width="100vw"></amp-ad></div><p>{SECOND}</p><p>{LAST}</p>
    <div class="profile-content-wrapper"><p>Jurnalis di Contoh Group.</p></div></div></div>"""
    assert select(tree_of(page), outlet("solopos.com")) == Selected(TITLE, BODY, None)


def test_detik_signs_within_the_last_sentence():
    page = f"""
    <h1 class="detail__title">{TITLE}</h1><div class="detail__date">Selasa, 05 Mar 2019 14:11 WIB</div>
    <div class="detail__body-text itp_bodycontent"><strong>Tuban</strong> - <p>{FIRST}</p>
    <p>SCROLL TO CONTINUE WITH CONTENT</p><table class="linksisip"><tr><td>Baca juga: 45 Jembatan</td></tr></table>
    <p>{SECOND}</p><p>{LAST} <b>(rin/cth)</b></p><div class="detail__body-tag">e-ktp</div></div>"""
    found = select(tree_of(page), outlet("detik.com"))
    assert found == Selected(TITLE, f"Tuban -\n\n{BODY}", "Selasa, 05 Mar 2019 14:11 WIB")


def test_antara_prints_keywords_under_the_headline():
    page = f"""
    <h1 class="post-title">{TITLE}</h1><div class="wrap__article-detail-content post-content">
    <p>id {TITLE.lower()},KTP,Disdukcapil,perekaman</p><p>Tuban Jaya (ANTARA) - {FIRST}</p>
    <span class="baca-juga">Baca juga: 45 jembatan</span><p>{SECOND}</p><p>{LAST}</p>
    <p class="text-muted">Dilihat 312 kali</p><p>Pewarta : Rina Contoh</p><p>Editor: Budi Contoh</p><p>COPYRIGHT © ANTARA 2019</p></div>"""
    found = select(tree_of(page), outlet("kalteng.antaranews.com"))
    assert found.body == f"Tuban Jaya (ANTARA) - {BODY}"


def test_a_date_that_stands_in_the_head():
    head = '<meta name="content_PublishedDate" content="2019-03-05 07:00:00">'
    page = f'<article class="read__content"><p>{FIRST}</p><p>{SECOND}</p><p>***</p></article>'
    found = select(tree_of(page, head), outlet("suaramerdeka.com"))
    assert found == Selected(None, f"{FIRST}\n\n{SECOND}", "2019-03-05 07:00:00")


def test_any_wordpress():
    page = f'<h1 class="entry-title">{TITLE}</h1><div class="td-post-content"><p>{FIRST}</p><p>{SECOND}</p><p>{LAST} (cth)</p></div>'
    assert select(tree_of(page), wordpress_outlet("contoh.id")).body == BODY


@pytest.mark.parametrize(
    "page",
    [
        f"<div class='lain'><p>{FIRST}</p><p>{SECOND}</p></div>",
        "<div class='isi'><p>Terlalu pendek untuk sebuah berita.</p></div>",
        f"<div class='isi' hidden><p>{FIRST}</p></div><div class='isi'><script>{SECOND}</script></div>".replace(
            "<p>", "<p style='display: none'>"
        ),
        f"<div class='isi'><p>Baca juga: <a href='/x'>{TITLE} dan Seratus Dua Puluh Lima Ribu Warga Kota Tetangganya</a></p></div>",
        "",
    ],
)
def test_no_body_no_article(page):
    assert select(tree_of(page), contoh()) is None


def test_the_last_page_of_an_article_may_be_short():
    page = tree_of("<div class='isi'><p>Ia menutup acara.</p></div>")
    assert select(page, contoh()) is None
    assert select(page, contoh(), shortest=1).body == "Ia menutup acara."
    assert select(tree_of("<div class='isi'><p> </p></div>"), contoh(), shortest=1) is None


def test_the_next_selector_is_tried_where_one_gives_too_little():
    page = f"<div class='isi'>Kosong</div><div class='cadangan'><p>{FIRST}</p></div>"
    assert select(tree_of(page), contoh(body=["div.isi", "div.cadangan"])).body == FIRST
    assert select(tree_of(page), contoh(body=["div.tiada", "div.cadangan p"])).body == FIRST


def test_an_element_within_another_is_printed_once():
    assert body_of(f"<div class='isi'><p>{FIRST}</p></div><p>{LAST}</p>") == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    ("html", "body"),
    [
        (f"{FIRST}<br>{LAST}", f"{FIRST}\n{LAST}"),
        (f"{FIRST}<br><br/> <br>{LAST}", f"{FIRST}\n\n{LAST}"),
        (f"  {FIRST}\n\t<i>Kata</i>&nbsp;dia\u00a0 itu.  ", f"{FIRST} Kata dia itu."),
        (f"<p>{FIRST}</p><!-- 500 orang --><p>{LAST}<!-- x --> Kata dia.</p>", f"{FIRST}\n\n{LAST} Kata dia."),
        (f"<p>{FIRST}</p><ol><li><p>Satu</p></li><li>Dua<ul><li>dua a</li></ul></li></ol>", f"{FIRST}\n\n- Satu\n- Dua\n- dua a"),
        (f"<p>{FIRST}</p><ul><li></li></ul><p>{LAST}</p>", f"{FIRST}\n\n{LAST}"),
        (f"<p>{FIRST}</p><table><tr><td></td><td>A<br>B</td><td><p>3</p></td></tr></table>", f"{FIRST}\n\n| A B | 3"),
        (f"<h2>Data</h2><p>{FIRST}</p><h3>Lain</h3>", f"Data\n\n{FIRST}\n\nLain"),
        (f"<table><tr><td><p>{FIRST} {SECOND} {SECOND}</p><p>{LAST}</p></td></tr></table>", f"{FIRST} {SECOND} {SECOND}\n\n{LAST}"),
        (f"<p>{FIRST}</p><p>Baca: <a href='/x'>Data lengkap ada di laman dinas.</a></p>", f"{FIRST}"),
        (f"<p>{FIRST}</p><p><a href='/x'>“Semua sudah kami rekam,” kata dia.</a></p>", f"{FIRST}\n\n“Semua sudah kami rekam,” kata dia."),
        (f"<p><a name='atas'>{FIRST}</a></p><p><a name='b'>Kecamatan Jati Sari</a></p>", f"{FIRST}\n\nKecamatan Jati Sari"),
        (f"<p>{FIRST}</p><form><input value='5'><p>Cari 500</p></form><noscript>9</noscript><button>8</button>", FIRST),
    ],
)  # fmt: skip
def test_what_elements_become(html, body):
    assert body_of(html, drop_lines=["Baca: .*"]) == body


def test_dropped_elements_leave_the_text_behind_them():
    html = f"<p>{FIRST}</p><span class='x'>Iklan 5</span> Sisa kalimat. <div class='x'><div class='x'>Dua</div></div><p>{LAST}</p>"
    assert body_of(html, drop=[".x", "html", ".isi .x"]) == f"{FIRST}\n\nSisa kalimat.\n\n{LAST}"


def test_only_the_end_is_a_signature():
    html = f"<p>{FIRST} (rin/cth)</p><p>{LAST} (rin/cth)</p><p>(*)</p>"
    found = select(tree_of(f'<div class="entry-content">{html}</div>'), wordpress_outlet("contoh.id"))
    assert found.body == f"{FIRST} (rin/cth)\n\n{LAST}"


def test_the_callers_tree_stays_as_it_is():
    tree = tree_of(f"<div class='isi'><p>{FIRST}</p><p class='x'>Iklan</p></div>")
    before = etree.tostring(deepcopy(tree))
    select(tree, contoh(drop=[".x"]))
    assert etree.tostring(tree) == before


TAGS = "<p> </p> <div> </div> <br> <ul> <li> </ul> <table> <tr> <td> </table> <a/> </a> satu 1.204 <!-- -->"


@given(st.lists(st.sampled_from([*TAGS.split(), " ", "<a href=x>"])))
def test_no_page_breaks_it(pieces):
    body = body_of(f"<p>{FIRST}</p>{''.join(pieces)}")
    assert body is not None
    assert body == body.strip()
    assert "\n\n\n" not in body
    assert all(line == " ".join(line.split()) for line in body.split("\n"))


PAGE = "https://contoh.id/warga-belum-rekam"


@pytest.mark.parametrize(
    ("html", "base", "following"),
    [
        ("<a class=lanjut href='?page=2'>Lanjut</a>", PAGE, f"{PAGE}?page=2"),
        ("<a class=lanjut href='/warga-belum-rekam/2/'>2</a>", f"{PAGE}/", f"{PAGE}/2/"),
        ("<link rel=next href='https://www.contoh.id/warga-belum-rekam?page=3'>", f"{PAGE}?page=2", "https://www.contoh.id/warga-belum-rekam?page=3"),
        ("<div class=halaman><a href='?page=1'>1</a><a href='?page=2'>2</a><a href='?page=3'>3</a></div>", f"{PAGE}?page=2", f"{PAGE}?page=3"),
        ("<div class=halaman><a href='?page=1'>1</a><a href='?page=2'>2</a></div>", f"{PAGE}?page=2", None),  # the last
        ("<div class=halaman><a href='?page=all'>Semua</a></div>", PAGE, None),
        ("<a class=lanjut href='?page=2'>2</a>", f"{PAGE}?page=all", None),
        ("<link rel=next href='/warga-kudus-rekam?page=2'>", PAGE, None),  # another article
        ("<link rel=next href='https://lain.id/warga-belum-rekam?page=2'>", PAGE, None),
        ("<link rel=next href='/tag/ktp?page=2'>", PAGE, None),
        ("<a class=lanjut href='javascript:void(0)'>2</a><a class=lanjut>2</a><a class=lanjut href='http://['>2</a>", PAGE, None),
        ("", PAGE, None),
    ],
)  # fmt: skip
def test_the_next_page_of_an_article(html, base, following):
    assert next_page(tree_of(html), contoh(), base) == following


def test_the_next_page_on_outlets_of_the_seeds():
    paging = "<div class='paging'><span class='total-page'>Halaman 1/2</span><a href='?page=2' rel='page-2'>2</a></div>"
    url = "https://jateng.tribunnews.com/2019/03/05/warga-belum-rekam"
    assert next_page(tribun_page("", paging), outlet("jateng.tribunnews.com"), url) == f"{url}?page=2"
    links = "<div class='page-links'>Halaman: <span class='post-page-numbers current'>1</span><a href='2/'>2</a></div>"
    url = "https://asatu.id/2018/09/18/26-ribu-warga/"
    assert next_page(tree_of(links), outlet("asatu.id"), url) == f"{url}2/"


def test_pages_as_one_text():
    first, second = f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{LAST}"
    assert join_pages([first, second]) == BODY
    assert join_pages([first, first]) == first  # the site showed the first page again
    assert join_pages([first, LAST, f"{LAST}\n\nSelesai."]) == f"{BODY}\n\nSelesai."
    assert join_pages([first, f"{LAST}\n\n{FIRST}"]) == f"{BODY}\n\n{FIRST}"  # said again, not printed again
    assert join_pages([]) == join_pages([""]) == ""


@given(st.lists(st.text("abc ", min_size=1, max_size=4).map(str.strip).filter(bool), unique=True), st.data())
def test_pages_that_print_the_end_of_the_last_again(paragraphs, data):
    cut = data.draw(st.integers(0, len(paragraphs)))
    again = data.draw(st.integers(0, cut))
    pages = ["\n\n".join(paragraphs[:cut]), "\n\n".join(paragraphs[cut - again : cut] + paragraphs[cut:])]
    assert join_pages(pages) == "\n\n".join(paragraphs)
