"""The files of patterns/outlets: that each describes an outlet, what its addresses are, what it rests on."""

import datetime as dt
import re
import time
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from extractor.data import names, read_text, rows
from extractor.outlets.article_key import article_key, canonical_address, is_article, whole_address
from extractor.outlets.checks import EVIDENCE
from extractor.outlets.loading import (
    outlet_named,
    outlet_of_host,
    outlets_in,
    shipped_outlets,
    wordpress_outlet,
)
from extractor.outlets.outlet import KINDS, Evidence, Listing, Outlet, OutletError, Selectors, outlet_of
from extractor.reading.gazetteer import known

FILES = [file.removesuffix(".toml") for file in names("outlets", ".toml")]
SEEDS = ["lingkarjateng.id", "tribunnews", "kabarkalimantan1.com", "asatu.id", "solopos.com"]


def described(name):
    return outlet_of(name, tomllib.loads(read_text(f"outlets/{name}.toml")), name)


def at(name):
    """The outlet as a crawl would name it: by its file, or by a host of its family."""
    return wordpress_outlet(name[3:]) if name.startswith("wp:") else outlet_named(name, shipped_outlets())


# outlet, address of an article, its key
ARTICLES = [
    ("lingkarjateng.id", "https://lingkarjateng.id/2-minggu-krisis-air-bersih-warga-jatigowok/", None),
    ("lingkarjateng.id", "https://lingkarjateng.id/news/warga-kudus-rekam/", None),
    ("lingkarjateng.id", "https://lingkarjateng.id/jelang-pemilu-ribuan-warga-belum-rekam-e-ktp/2/", None),
    ("asatu.id", "https://asatu.id/2018/09/18/26-ribu-warga-jateng-belum-rekam-data-e-ktp/", None),
    ("kabarkalimantan1.com", "https://kabarkalimantan1.com/pemkab-tuntaskan-target-perekaman-ktp/", None),
    ("kabarkalimantan1.com", "https://kabarkalimantan1.com/2025/02/05/perekaman-tuntas/", None),
    (
        "solopos.com",
        "https://www.solopos.com/28-270-warga-belum-rekam-e-ktp-710584",
        "solopos.com#710584",
    ),
    ("solopos.com", "http://m.solopos.com/2018/01/02/e-ktp-solo-warga-antre-881583", "solopos.com#881583"),
    (
        "solopos.com",
        "http://soloraya.solopos.com/read/20180406/489/908388/e-ktp-5-menit-jadi",
        "solopos.com#908388",
    ),
    ("solopos.com", "https://foto.solopos.com/e-ktp-jateng-wow-panjangnya-888671", "solopos.com#888671"),
    ("solopos.com", "https://solopos.espos.id/warga-solo-rekam-data-2020615", "solopos.com#2020615"),
    ("jateng.tribunnews.com", "https://jateng.tribunnews.com/2018/06/30/warga-belum-rekam", None),
    (
        "jateng.tribunnews.com",
        "https://jateng.tribunnews.com/pendidikan/1236152/sekolah-dan-perekaman-ktp",
        "jateng.tribunnews.com#1236152",
    ),
    (
        "tribunnews",
        "https://m.tribunnews.com/regional/7858656/perekaman-ktp",
        "tribunnews.com#7858656",
    ),
    ("tribunnews", "https://www.tribunnews.com/internasional/2026/07/24/kabar-dari-luar", None),
    (
        "kalteng.antaranews.com",
        "https://kalteng.antaranews.com/berita/314312/warga-belum-rekam-ktp",
        "kalteng.antaranews.com#314312",
    ),
    (
        "detik.com",
        "https://www.detik.com/jateng/berita/d-6512345/warga-belum-rekam-e-ktp",
        "detik.com#6512345",
    ),
    (
        "detik.com",
        "https://news.detik.com/read/2018/11/08/140312/4292962/1536/22084-warga-belum-rekam",
        "detik.com#4292962",
    ),
    (
        "kompas.com",
        "https://regional.kompas.com/read/2026/07/15/153140178/warga-belum-rekam",
        "kompas.com#2026/07/15/153140178",
    ),
    (
        "kompas.com",
        "https://regional.kompas.com/read/2013/02/10/01290537/Perekaman.eKTP.di.Balikpapan",
        "kompas.com#2013/02/10/01290537",
    ),
    (
        "radarsemarang.jawapos.com",
        "https://radarsemarang.jawapos.com/semarang/721334567/warga-rekam-data",
        "radarsemarang.jawapos.com#721334567",
    ),
    (
        "radarsolo.jawapos.com",
        "http://radarsolo.jawapos.com/read/2017/03/11/7010/terkendala-blanko-e-ktp",
        "radarsolo.jawapos.com#7010",
    ),
    ("radarkudus.jawapos.com", "https://radarkudus.jawapos.com/kudus/12/08/2021/12802/", None),
    ("prokalteng.jawapos.com", "https://prokalteng.jawapos.com/sampit/warga-kotim-belum-rekam-ktp", None),
    (
        "radarsemarang.com",
        "https://radarsemarang.com/2018/06/25/175352/25-924-warga-belum-rekam-data/",
        "radarsemarang.com#175352",
    ),
    ("rri.co.id", "https://rri.co.id/biak/hobi/1895298/perekaman-ktp", "rri.co.id#1895298"),
    (
        "www.pikiran-rakyat.com",
        "https://www.pikiran-rakyat.com/jawa-barat/pr-018123456/warga-rekam-ktp",
        "pikiran-rakyat.com#018123456",
    ),
    (
        "suaramerdeka.com",
        "https://www.suaramerdeka.com/semarang-raya/0412345678/warga-rekam-ktp",
        "suaramerdeka.com#0412345678",
    ),
    (
        "suaramerdeka.com",
        "https://www.suaramerdeka.com/news/detail/22138/warga-rekam",
        "suaramerdeka.com#22138",
    ),
    (
        "infopublik.id",
        "https://infopublik.id/kategori/nusantara/318372/12-000-warga-kota-semarang",
        "infopublik.id#318372",
    ),
    (
        "dispendukcapil.semarangkota.go.id",
        "https://dispendukcapil.semarangkota.go.id/berita-perekaman-ktp",
        None,
    ),
    (
        "dukcapil.semarangkab.go.id",
        "http://dukcapil.semarangkab.go.id/content/index/4/69/67/perekaman",
        None,
    ),
    (
        "dukcapil.semarangkab.go.id",
        "http://dukcapil.semarangkab.go.id/berita/13-51644-warga-belum-rekam",
        None,
    ),
    (
        "rkb.pekalongankota.go.id",
        "https://rkb.pekalongankota.go.id/berita9705-1-data-dinonaktifkan.html",
        None,
    ),
    ("jatengprov.go.id", "https://jatengprov.go.id/beritadaerah/dindukcapil-imbau-urus-e-ktp", None),
    (
        "krjogja.com",
        "https://www.krjogja.com/berita-lokal/jateng/kedu/45-ribu-warga-jateng-belum-rekam/",
        None,
    ),
    (
        "krjogja.com",
        "https://www.krjogja.com/yogyakarta/1246962799/warga-mendungan-rekam-ktp",
        "krjogja.com#1246962799",
    ),
    (
        "murianews.com",
        "https://www.murianews.com/2018/01/03/134887/warga-kudus-rekam-ktp",
        "murianews.com#134887",
    ),
    (
        "murianews.com",
        "http://info-muria.murianews.com/nama-penulis/148879/tak-rekam-e-ktp",
        "murianews.com#148879",
    ),
    (
        "harianjogja.com",
        "http://jogjapolitan.harianjogja.com/read/2018/07/01/510/925356/5.000-orang-belum-punya",
        "harianjogja.com#925356",
    ),
    ("harianjogja.com", "https://news.harianjogja.com/r-1163565/warga-rekam", "harianjogja.com#1163565"),
    ("wp:isknews.com", "http://isknews.com/15494-warga-kudus-belum-rekam-e-ktp/", None),
    ("wp:halosemarang.id", "https://halosemarang.id/2021/07/29/perekaman/", None),
    ("wp:inikalteng.com", "https://inikalteng.com/daerah/kotim/warga-kotim-belum-rekam-ktp/", None),
]

# outlet, paths that are of no article of it
OTHERS = [
    (
        "lingkarjateng.id",
        "/ /tag/e-ktp/ /tag/e-ktp/page/2/ /category/kudus/ /author/redaksi/ /page/2/ /feed/",
    ),
    ("lingkarjateng.id", "/redaksi/ /tentang-kami/ /pedoman-pemberitaan-media-siber/ /?s=ktp /?p=12"),
    ("lingkarjateng.id", "/jelang-pemilu-ribuan-warga-rekam-ktp/foto-antrean-warga-di-kecamatan/"),
    (
        "asatu.id",
        "/ /2018/09/ /2018/09/18/ /tag/e-ktp/ /author/admin/ /2018/09/18/antrean-warga/foto-antrean/",
    ),
    ("kabarkalimantan1.com", "/ /tag/e-ktp/ /category/politik-dan-pemerintahan-daerah-kalteng/ /author/red/"),
    ("solopos.com", "/ /soloraya /tag/ektp-solo /arsip /author/danang /tag/pemilu-2019 /search?q=ktp"),
    (
        "tribunnews",
        "/ /tag/ektp /tag/12345/ektp /topic/pilkada /index-news?date=2018-6-30 /penulis/12345/budi /regional",
    ),
    ("jateng.tribunnews.com", "/ /rss /kudus /tag/disdukcapil?page=2 /2018/06/30 /images/1234567/antrean"),
    (
        "antaranews",
        "/ /terkini?page=2 /search?q=ktp /tag/ktp /kabar-daerah/pulang-pisau/2 /rss/terkini.xml /foto/12345/a",
    ),
    ("detik.com", "/ /tag/e-ktp/?page=2 /indeks?date=06/30/2018 /jateng /foto-news/d-6512345/antrean"),
    ("kompas.com", "/ /tag/e-ktp?page=2 /search?q=ktp /read /regional /read/2018/06/30"),
    (
        "radarsemarang.jawapos.com",
        "/ /tag/ktp /search?q=ktp /semarang /indeks-berita?daterange= /tag/7123456789/x",
    ),
    ("radarsemarang.com", "/ /2018/06/25/ /category/ungaran/ /tag/ektp/ /author/zal/"),
    ("rri.co.id", "/ /search?q=ktp /biak /biak/hobi /tag/ktp/12345/x"),
    ("suaramerdeka.com", "/ /search?q=ktp /tag/e-ktp /semarang-raya /author/1234567/budi"),
    ("infopublik.id", "/ /kategori/nusantara /kategori/nusantara?page=3 /galeri/foto/12345"),
    ("disdukcapil.solselkab.go.id", "/ /berita /berita/halaman/6 /profil /category/berita-terkini/page/260/"),
    ("krjogja.com", "/ /tag/e-ktp /berita-lokal/jateng/ /category/berita-lokal/jateng-dan-diy-hari-ini/"),
    (
        "murianews.com",
        "/ /search?keyword=ktp /tag/ktp /kanal/nasional /tag/12345/x /author/murianews/page/2/",
    ),
    ("harianjogja.com", "/ /search?q=ktp /read /jogjapolitan /topik/ktp"),
    (
        "wp:isknews.com",
        "/ /tag/warga-kudus-belum-rekam-ktp/ /category/kudus/berita-kudus-hari-ini-terbaru/ /feed/ /page/3/ "
        "/author/tim-redaksi-isknews-kota-kudus/ /wp-content/uploads/warga-kudus-rekam-ktp-el.jpg "
        "/comments/feed/ /2018/01/ /redaksi/",
    ),
]

# outlet, addresses of one article, and the first is the one to show
SAME = [
    (
        "asatu.id",
        "https://asatu.id/2018/09/18/26-ribu-warga/ http://www.asatu.id/2018/09/18/26-ribu-warga/?utm_source=wa "
        "https://m.asatu.id//2018/09/18/26-ribu-warga/amp/ https://asatu.id/2018/09/18/26-ribu-warga/?amp=1#isi "
        "https://asatu.id/2018/09/18/26-ribu-warga/2/ https://asatu.id/amp/2018/09/18/26-ribu-warga/",
    ),
    (
        "lingkarjateng.id",
        "https://lingkarjateng.id/ribuan-warga-belum-rekam/ https://lingkarjateng.id/ribuan-warga-belum-rekam/2/ "
        "https://lingkarjateng.id/ribuan-warga-belum-rekam/?amp https://lingkarjateng.id/ribuan-warga-belum-rekam/amp/",
    ),
    (
        "solopos.com",
        "https://www.solopos.com/e-ktp-solo-warga-antre-881583 http://m.solopos.com/2018/01/02/e-ktp-solo-warga-antre-881583 "
        "https://solopos.com/e-ktp-solo-warga-antre-881583/amp https://soloraya.solopos.com/read/20180102/489/881583/e-ktp-solo "
        "https://solopos.espos.id/e-ktp-solo-warga-antre-881583?utm_source=bacajuga_desktop",
    ),
    (
        "jateng.tribunnews.com",
        "https://jateng.tribunnews.com/2018/06/30/warga-belum-rekam https://jateng.tribunnews.com/amp/2018/06/30/warga-belum-rekam "
        "http://m.jateng.tribunnews.com/2018/06/30/warga-belum-rekam?page=2 "
        "https://jateng.tribunnews.com/2018/06/30/warga-belum-rekam?page=all&s=1",
    ),
    (
        "jateng.antaranews.com",
        "https://jateng.antaranews.com/berita/201302/9290-warga https://jateng.antaranews.com/amp/berita/201302/9290-warga "
        "https://jateng.antaranews.com/berita/201302/judul-lama?page=all https://m.jateng.antaranews.com/berita/201302",
    ),
    (
        "detik.com",
        "https://news.detik.com/berita/d-4292962/22084-warga https://news.detik.com/read/2018/11/08/140312/4292962/1536/22084-warga "
        "https://news.detik.com/berita/d-4292962/22084-warga/2 https://m.detik.com/news/berita/d-4292962/22084-warga?single=1 "
        "https://news.detik.com/berita-jawa-tengah/d-4292962/22084-warga/amp",
    ),
    (
        "kompas.com",
        "https://regional.kompas.com/read/2018/06/30/09150001/warga https://regional.kompas.com/read/2018/06/30/09150001/warga?page=all "
        "https://amp.kompas.com/regional/read/2018/06/30/09150001/warga",
    ),
    (
        "infopublik.id",
        "https://infopublik.id/kategori/nusantara/318372/12-000-warga https://infopublik.id/kategori/nusantara/318372/index.html "
        "https://infopublik.id/kategori/nusantara/318372/site.webmanifest https://www.infopublik.id/kategori/nusantara/318372",
    ),
    (
        "harianjogja.com",
        "https://jogjapolitan.harianjogja.com/read/2024/02/02/510/1163565/pemkot https://jogjapolitan.harianjogja.com/r-1163565/pemkot",
    ),
]


@pytest.mark.parametrize("name", FILES)
def test_every_file_describes_an_outlet(name):
    outlet = described(name)
    assert outlet.title
    assert outlet.paths
    assert [code for code in outlet.home if not known(code)] == []


@pytest.mark.parametrize("name", FILES)
def test_every_part_says_what_it_rests_on(name):
    outlet = described(name)
    parts = {
        "hosts": outlet.hosts,
        "home": True,
        "paths": outlet.paths,
        "ids": outlet.ids,
        "whole_page": outlet.whole_page,
        "next_page": outlet.next_page,
        "dateline": outlet.dateline,
        "signature": outlet.signature,
        "rewrite": outlet.rewrite,
        "select": outlet.select.body or outlet.select.drop_lines,
        "delay": outlet.delay != 1.0,
    }
    used = {part for part, value in parts.items() if value}
    used |= {f"listing {listing.kind}" for listing in (*outlet.listings, *outlet.host_listings)} or {
        "listings"
    }
    told = {evidence.of for evidence in outlet.evidence}
    assert used - told == set()
    assert told - used - {"zone"} == set()
    assert {evidence.how for evidence in outlet.evidence} <= set(EVIDENCE)
    assert all(evidence.note for evidence in outlet.evidence)


def test_the_five_of_the_seeds_are_there_and_say_what_was_not_seen():
    assert set(SEEDS) <= set(shipped_outlets())
    seen = {e.of for e in shipped_outlets()["kabarkalimantan1.com"].evidence if e.how != "inferred"}
    assert seen == {"hosts", "dateline", "signature"}
    listings = {e.how for name in SEEDS[::2] for e in shipped_outlets()[name].evidence if "listing" in e.of}
    assert "stored page" not in listings  # no listing was seen


def test_homes_are_those_of_the_table_of_outlets():
    table = {host: tuple(codes.split(",")) for host, codes, *_ in rows("places/outlets.tsv")}
    for outlet in shipped_outlets().values():
        expected = table.get(outlet.host.removeprefix("www."))
        if expected is not None and not outlet.host_listings:
            assert outlet.home == expected, outlet.name


@pytest.mark.parametrize("name", FILES)
def test_listings_have_addresses_that_can_be_filled(name):
    outlet = described(name)
    day = dt.date(2018, 6, 30)
    for listing in outlet.listings:
        values = {"query": "e-KTP", "slug": "e-ktp", "page": listing.first_page, "host": "contoh.id"}
        days = dict.fromkeys(("date", "since", "until"), day.strftime(listing.date))
        filled = listing.url.format(**values, **days)
        assert "{" not in filled
        assert "%" not in filled.replace("%20", "")
        assert listing.days >= 1
        assert listing.most_pages >= 1


def test_dates_of_indexes_are_printed_as_the_outlets_print_them():
    day = dt.date(2018, 6, 3)
    printed = {
        outlet.name: day.strftime(listing.date)
        for outlet in shipped_outlets().values()
        for listing in outlet.listings
        if listing.kind == "dated-index"
    }
    assert printed == {
        "antaranews": "03-06-2018",
        "detik.com": "06/03/2018",
        "kompas.com": "2018-06-03",
        "krjogja.com": "03 June 2018",
        "promedia": "03 June 2018",
        "radar-jawapos": "03 June 2018",
        "solopos.com": "tgl=03&bln=6&thn=2018",
        "tribunnews": "2018-6-3",
    }


@pytest.mark.parametrize(("name", "url", "key"), ARTICLES)
def test_addresses_of_articles(name, url, key):
    outlet = at(name)
    assert is_article(url, outlet)
    if key is not None:
        assert article_key(url, outlet) == key
    else:
        assert "#" not in article_key(url, outlet)


def test_no_two_of_these_articles_have_one_key():
    keys = [article_key(url, at(name)) for name, url, _ in ARTICLES]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(("name", "paths"), OTHERS)
def test_addresses_of_no_article(name, paths):
    outlet = at(name)
    found = [path for path in paths.split() if is_article(f"https://{outlet.host}{path}", outlet)]
    assert found == []


@pytest.mark.parametrize(("name", "addresses"), SAME)
def test_addresses_of_one_article(name, addresses):
    outlet = at(name)
    shown, *others = addresses.split()
    assert canonical_address(shown, outlet) == shown
    for other in others:
        assert is_article(other, outlet)
        assert article_key(other, outlet) == article_key(shown, outlet)


def test_forms_of_an_address_lead_to_the_one_that_serves_it():
    solopos, kompas = shipped_outlets()["solopos.com"], shipped_outlets()["kompas.com"]
    old = "http://m.solopos.com/2018/01/02/e-ktp-solo-warga-antre-881583"
    assert canonical_address(old, solopos) == "http://www.solopos.com/e-ktp-solo-warga-antre-881583"
    amp = "https://amp.kompas.com/regional/read/2018/06/30/09150001/warga"
    assert canonical_address(amp, kompas) == "https://regional.kompas.com/read/2018/06/30/09150001/warga"


@pytest.mark.parametrize(
    ("name", "url", "whole"),
    [
        (
            "tribunnews",
            "https://www.tribunnews.com/amp/2018/06/30/warga?page=2",
            "/2018/06/30/warga?page=all",
        ),
        (
            "detik.com",
            "https://www.detik.com/jateng/berita/d-6512345/warga",
            "/jateng/berita/d-6512345/warga?single=1",
        ),
        ("asatu.id", "https://asatu.id/2018/09/18/warga/?utm_source=x", "/2018/09/18/warga/"),
        ("tribunnews", "https://www.tribunnews.com/tag/ektp?page=2", "/tag/ektp"),  # no article
    ],
)
def test_all_pages_at_once(name, url, whole):
    outlet = shipped_outlets()[name]
    assert whole_address(url, outlet) == f"https://{outlet.host}{whole}"
    assert whole_address(whole_address(url, outlet), outlet) == whole_address(url, outlet)


def test_hosts_of_a_family_are_outlets_of_their_own():
    outlets = shipped_outlets()
    jateng, kalsel = (
        outlet_of_host(host, outlets) for host in ("jateng.tribunnews.com", "kalsel.antaranews.com")
    )
    assert (jateng.name, jateng.home, jateng.zone) == ("jateng.tribunnews.com", ("33",), "Asia/Jakarta")
    assert {listing.url.split("/")[2] for listing in jateng.listings} == {"jateng.tribunnews.com"}
    assert (kalsel.home, kalsel.zone) == (("63",), "Asia/Makassar")
    assert outlet_of_host("m.tribunnews.com", outlets) is outlets["tribunnews"]
    assert outlet_of_host("disdukcapil.kuduskab.go.id", outlets).home == ("33.19",)
    assert outlets["disdukcapil"].listings == ()  # of no host of its own
    assert outlet_of_host("contoh.id", outlets) is None
    assert outlet_named("Jateng.TribunNews.com", outlets) == jateng
    # one story on two hosts of a family is two, for their numbers are apart
    story = "/berita/201302/9290-warga-kudus"
    keys = {
        article_key(f"https://{host}.antaranews.com{story}", outlets["antaranews"])
        for host in ("jateng", "jogja")
    }
    assert keys == {"jateng.antaranews.com#201302", "jogja.antaranews.com#201302"}


def test_a_host_under_its_old_name_is_the_same_outlet():
    antara = outlet_of_host("jateng.antaranews.co", shipped_outlets())
    assert antara.hosts == ("jateng.antaranews.com",)
    old = "https://jateng.antaranews.co/amp/berita/158623/14400-warga"
    assert canonical_address(old, antara) == "https://jateng.antaranews.com/berita/158623/14400-warga"
    assert article_key(old, antara) == article_key(old, shipped_outlets()["antaranews"])


def test_any_wordpress_site():
    outlet = wordpress_outlet("kabarbanyuwangi.info")
    assert (outlet.name, outlet.host, outlet.home) == ("kabarbanyuwangi.info",) * 2 + (("35.10",),)
    assert all("https://kabarbanyuwangi.info/" in listing.url for listing in outlet.listings)
    assert "wordpress" not in shipped_outlets()


@pytest.mark.parametrize(
    "host", ["", "contoh", "contoh.id/berita", "https://contoh.id", "a b.id", "-a.id", "{host}.id"]
)
def test_no_host_no_wordpress_site(host):
    with pytest.raises(ValueError, match="no name of a host"):
        wordpress_outlet(host)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("lingkarjateng.id", "KUDUS, Lingkarjateng.id – Sebanyak 1.204 warga"),
        ("asatu.id", "SEMARANG (Asatu.id) – Sebanyak 1.204 warga"),
        ("kabarkalimantan1.com", "KABAR KALIMANTAN1, Sampit – Sebanyak 1.204 warga"),
        ("solopos.com", "Solopos.com, KARANGANYAR – Sebanyak 1.204 warga"),
        ("solopos.com", "KARANGANYAR--Sebanyak 1.204 warga"),
        ("tribunnews", "TRIBUNJATENG.COM, KUDUS - Sebanyak 1.204 warga"),
        ("tribunnews", "BANJARMASINPOST.CO.ID, KUALAKAPUAS - Sebanyak 1.204 warga"),
        ("antaranews", "Kudus (ANTARA) - Sebanyak 1.204 warga"),
        ("antaranews", "Kudus (Antaranews Jateng) - Sebanyak 1.204 warga"),
        ("antaranews", "Kudus, Antara Jateng - Sebanyak 1.204 warga"),
        ("detik.com", "Semarang - Sebanyak 1.204 warga"),
        ("kompas.com", "SEMARANG, KOMPAS.com - Sebanyak 1.204 warga"),
        ("radarsemarang.com", "RADARSEMARANG.COM, UNGARAN – Sebanyak 1.204 warga"),
        ("krjogja.com", "SOLO, KRJOGJA.com – Sebanyak 1.204 warga"),
        ("harianjogja.com", "Harianjogja.com, BANTUL - Sebanyak 1.204 warga"),
        ("murianews.com", "MuriaNewsCom, Batang – Sebanyak 1.204 warga"),
        ("infopublik.id", "Semarang, InfoPublik - Sebanyak 1.204 warga"),
    ],
)
def test_datelines(name, line):
    outlet = shipped_outlets()[name]
    matches = [match for form in outlet.dateline if (match := form.match(line))]
    assert line[matches[0].end() :].lstrip(" –-").startswith("Sebanyak")


@pytest.mark.parametrize("name", FILES)
def test_no_dateline_in_a_sentence(name):
    sentences = (
        "Sebanyak 1.204 warga belum merekam data e-KTP.",
        "E-KTP warga belum jadi, kata kepala dinas.",
        "Warga Semarang-Demak belum merekam data.",
        "KTP-el 1.204 warga belum dicetak.",
        "KTP-EL 1.204 warga belum dicetak.",
        "Dari Kudus, Antara lain 1.204 warga belum merekam e-KTP.",
    )
    found = [text for text in sentences for form in described(name).dateline if form.match(text)]
    assert found == []


HOSTILE = [
    "-a" * 2000,
    "a-" * 2000,
    "/a" * 2000,
    "a" * 4000,
    "1" * 4000,
    "%" * 4000,
    "A " * 2000,
    "(a" * 2000,
    "- –" * 1300,
]


@pytest.mark.parametrize("name", FILES)
def test_no_expression_takes_long(name):
    outlet = described(name)
    forms = [*outlet.paths, *outlet.ids, *outlet.dateline, *outlet.signature, *outlet.select.drop_lines]
    forms += [form for form, _ in outlet.rewrite]
    slow = []
    for form in forms:
        for text in (
            head + hostile for hostile in HOSTILE for head in ("", "/", "/read/", "Baca ", "KUDUS, ")
        ):
            began = time.perf_counter()
            form.fullmatch(text)
            form.search(text[-200:])
            if time.perf_counter() - began > 0.1:
                slow.append(form.pattern)
    assert slow == []


GUIDE = Path(__file__).parents[1] / "docs" / "outlets.md"


def test_the_worked_example_of_the_guide_works():
    text = GUIDE.read_text(encoding="utf-8")
    addresses, example = re.findall(r"```(?:text|toml)\n(.*?)```", text, re.DOTALL)[:2]
    outlet = outlet_of("kabarcontoh.id", tomllib.loads(example), "docs/outlets.md")
    keys = [article_key(url, outlet) for url in addresses.split() if is_article(url, outlet)]
    assert keys == ["kabarcontoh.id#45120", "kabarcontoh.id#45120", "kabarcontoh.id#31877"]
    assert not is_article("https://kabarcontoh.id/tag/e-ktp", outlet)


def test_the_guide_explains_every_key():
    explained = set(re.findall(r"`(\w+)`", GUIDE.read_text(encoding="utf-8")))
    of_files = {field.name for part in (Outlet, Listing, Selectors, Evidence) for field in fields(part)}
    assert of_files - {"name", "select", "listings", "host_listings", "evidence"} <= explained
    assert set(KINDS) <= explained | {"dated-index"}
    assert all(f"`{how}`" in GUIDE.read_text(encoding="utf-8") for how in EVIDENCE)


GOOD = """
title = "Kabar Contoh"
hosts = ["contoh.id"]
[article]
paths = ['/berita/\\d+']
ids = ['/(?P<id>\\d+)']
[[listing]]
kind = "search"
url = "https://contoh.id/?s={query}"
[[evidence]]
of = "paths"
how = "inferred"
"""


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("{query}", "{kata}"), "'{kata}' in"),
        (("{query}", "ktp"), "needs {query} or {slug}"),
        (('kind = "search"', 'kind = "dated-index"'), "needs {date} or {since}"),
        (('kind = "search"', 'kind = "tebak"'), "no kind of listing"),
        (("https://contoh.id/?s", "contoh.id/?s"), "no http address"),
        (('how = "inferred"', 'how = "certain"'), "'certain' is no evidence"),
        (("hosts", 'zone = "Asia/Tokyo"\nhosts'), "'Asia/Tokyo' is no zone"),
        (("[article]", '[select]\nbody = ["div..isi"]\n[article]'), "is no CSS selector"),
        (("[article]", '[select]\nbodi = ["div"]\n[article]'), "'bodi' is no key"),
        (("[article]", '[article]\nwhole_page = "semua halaman"'), "neither a parameter"),
        (("[article]", "[article]\nrewrite = [['a', '\\1']]"), "names group 1"),
        (("(?P<id>", "("), "group named id"),
        (("\\d+']\nids", "(']\nids"), "contoh.toml"),
        (("[[listing]]\nkind", "[listing]\nkind"), "must be a list of tables"),
        (('title = "Kabar Contoh"', ""), "'title' is missing"),
        (("[[evidence]]", "[[evidence"), "contoh.toml"),
    ],
)
def test_a_file_with_a_mistake_is_refused_by_name_and_reason(tmp_path, change, reason):
    (tmp_path / "contoh.toml").write_text(GOOD, encoding="utf-8")
    assert [outlet.name for outlet in outlets_in(str(tmp_path))] == ["contoh"]
    (tmp_path / "contoh.toml").write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(OutletError, match=re.escape(reason)) as error:
        list(outlets_in(str(tmp_path)))
    assert "contoh.toml" in str(error.value)
