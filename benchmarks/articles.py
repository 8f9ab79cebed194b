"""Composed articles of about 380 words, as many as wanted, all different and each with sums that hold."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.data import rows

_WORDS = 380
_MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September")
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_TITLES = (
    "{unrecorded} Warga {place} Belum Rekam e-KTP",
    "Perekaman KTP-el di {bare} Capai {share} Persen",
    "Disdukcapil {bare} Kejar {unrecorded} Wajib KTP",
)
_LEADS = (
    "{dateline}, Contoh.id - Sebanyak {unrecorded} warga {place} belum melakukan perekaman KTP elektronik. "
    "Data itu dihimpun Dinas Kependudukan dan Pencatatan Sipil (Disdukcapil) per {day} {month} {year}.",
    "{dateline} (Contoh) – Perekaman e-KTP di {place} hingga {day} {month} {year} mencapai {share} persen "
    "dari {wktp} wajib KTP. Dengan begitu masih ada {unrecorded} jiwa yang belum merekam.",
)
_FIGURES = (
    "Kepala Disdukcapil {bare} menyebutkan, dari {wktp} penduduk wajib KTP, yang sudah merekam {recorded} "
    "orang atau {share} persen.",
    '"Sisanya {unrecorded} orang atau sekitar {rest} persen. Mereka tersebar di semua kecamatan," katanya, '
    "{weekday} ({day}/{number}/{year}).",
    "Yang terbanyak ada di Kecamatan {first}, yakni {first_count} orang, disusul {second} {second_count} "
    "orang dan {third} {third_count} orang.",
    "Jumlah penduduk {place} pada semester I {year} tercatat {population} jiwa.",
    "Adapun kartu yang sudah tercetak {printed} keping, sedangkan stok blangko tinggal {blanks} keping.",
    "Khusus pemilih pemula, ada {pupils} pelajar yang akan genap 17 tahun sebelum hari pemungutan suara.",
    "Bulan sebelumnya, warga yang belum terekam masih sekitar {before} ribu orang.",
)
_FILLERS = (
    "Petugas mendatangi sekolah menengah di tiap kecamatan dengan membawa dua perangkat perekaman.",
    "Warga cukup membawa fotokopi kartu keluarga dan datang sendiri karena sidik jari tidak bisa diwakilkan.",
    "Loket pelayanan dibuka pukul 08.00 sampai 14.30 pada hari kerja dan setengah hari pada Sabtu.",
    "Menurut dia, kendala paling besar adalah warga yang bekerja di luar daerah dan jarang pulang.",
    '"Kami tidak memungut biaya. Kalau ada yang meminta uang, laporkan kepada kami," tegasnya.',
    "Bagi warga lanjut usia atau yang sakit, tim menyediakan layanan jemput bola sampai ke rumah.",
    "Camat diminta mengumumkan jadwal keliling lewat kepala desa dan ketua rukun tetangga.",
    "Alat rekam di 4 kecamatan sempat rusak tersambar petir, tetapi kini sudah diperbaiki.",
    "Pemerintah daerah menambah anggaran Rp250 juta untuk pemeliharaan jaringan dan pembelian kamera.",
    "Seorang warga mengaku baru sempat datang karena menunggu anaknya selesai ujian.",
    "Kartu yang selesai dicetak dapat diambil di kantor kecamatan masing-masing dengan membawa tanda terima.",
    "Ia berharap tokoh masyarakat ikut mengajak tetangganya mengurus dokumen kependudukan.",
    "Selain kartu tanda penduduk, dinas juga melayani akta kelahiran, kartu keluarga, dan surat pindah.",
    "Komisi Pemilihan Umum setempat akan mencocokkan daftar pemilih dengan data dinas sebelum ditetapkan.",
    "Di beberapa desa, sinyal yang lemah membuat pengiriman data baru dapat dilakukan pada malam hari.",
    "Anggota dewan meminta dinas memberi laporan setiap bulan supaya hambatan cepat diketahui.",
    "Penduduk yang pindah dari kabupaten lain tidak perlu merekam ulang, cukup memperbarui alamat.",
    "Dokumen lama yang masih memuat alamat sebelum pemekaran wilayah akan diganti secara bertahap.",
    "Kepala bidang menambahkan, petugas di lapangan sering menemui data ganda yang harus dihapus dulu.",
    "Upaya itu diteruskan sampai akhir tahun, termasuk pada akhir pekan di pusat perbelanjaan.",
    "Ketua rukun warga mengapresiasi petugas yang tetap datang meski jalan menuju dusun rusak berat.",
    "Untuk mengurangi antrean, nomor urut kini diambil melalui pesan singkat sehari sebelumnya.",
    "Sekretaris daerah mengingatkan bahwa layanan kesehatan dan bantuan sosial memerlukan nomor induk.",
)
_LINK = "Baca juga: Jadwal Pelayanan Keliling Pekan Ini"


@dataclass(frozen=True, slots=True)
class Region:
    """A regency or city with at least three districts."""

    name: str
    bare: str
    districts: tuple[str, ...]


@cache
def regions() -> tuple[Region, ...]:
    """The regencies and cities of the pattern files."""
    names = {row[0]: row[1] for row in rows("places/units.tsv")}
    districts: dict[str, list[str]] = {}
    for code, name in names.items():
        if code.count(".") == 2:
            districts.setdefault(code.rpartition(".")[0], []).append(name)
    return tuple(
        Region(names[code], names[code].partition(" ")[2], tuple(found))
        for code, found in districts.items()
        if len(found) >= 3
    )


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}".replace(".", ",")


def _facts(source: random.Random) -> dict[str, str | int]:
    region = source.choice(regions())
    wktp = source.randrange(60_000, 1_400_000)
    unrecorded = source.randrange(1_200, wktp // 12)
    first, second, third = source.sample(region.districts, 3)
    counts = sorted((source.randrange(40, unrecorded // 4) for _ in range(3)), reverse=True)
    day = dt.date(
        source.randrange(2014, 2025), source.randrange(1, len(_MONTHS) + 1), source.randrange(1, 29)
    )
    return {
        "place": region.name,
        "bare": region.bare,
        "dateline": region.bare.upper(),
        "wktp": _dotted(wktp),
        "recorded": _dotted(wktp - unrecorded),
        "unrecorded": _dotted(unrecorded),
        "share": _percent(wktp - unrecorded, wktp),
        "rest": _percent(unrecorded, wktp),
        "population": _dotted(int(wktp * source.uniform(1.35, 1.5))),
        "printed": _dotted(wktp - unrecorded - source.randrange(500, 9_000)),
        "blanks": _dotted(source.randrange(1, 20) * 500),
        "pupils": _dotted(source.randrange(800, 9_000)),
        "before": unrecorded // 1000 + source.randrange(1, 9),
        "first": first,
        "second": second,
        "third": third,
        "first_count": _dotted(counts[0]),
        "second_count": _dotted(counts[1]),
        "third_count": _dotted(counts[2]),
        "day": day.day,
        "month": _MONTHS[day.month - 1],
        "number": day.month,
        "year": day.year,
        "weekday": _DAYS[day.weekday()],
    }


def compose(seed: int) -> str:
    """One article: the title, an empty line, paragraphs of two sentences; the same for the same seed."""
    source = random.Random(seed)
    facts = _facts(source)
    figures = [sentence.format(**facts) for sentence in _FIGURES]
    fillers = source.sample(_FILLERS, len(_FILLERS))
    lead = source.choice(_LEADS).format(**facts)
    paragraphs = [source.choice(_TITLES).format(**facts), lead]
    words = sum(len(paragraph.split()) for paragraph in (*paragraphs, *figures))
    while words < _WORDS and fillers:
        sentence = fillers.pop()
        words += len(sentence.split())
        figures.insert(source.randrange(1, len(figures) + 1), sentence)
    paragraphs += [" ".join(figures[start : start + 2]) for start in range(0, len(figures), 2)]
    paragraphs.insert(4, _LINK)
    return "\n\n".join(paragraphs) + "\n"


def articles(count: int) -> Iterator[str]:
    """The first `count` articles."""
    return map(compose, range(count))
