"""The sentences that the invented articles are made of; every one was composed for them."""

from __future__ import annotations

TITLES = (
    "{belum} Warga {nama} Belum Rekam e-KTP",
    "Perekaman E-KTP di {nama} Capai {persen} Persen",
    "Disdukcapil {nama} Kejar {belum} Warga yang Belum Rekam KTP Elektronik",
    "{sudah} Warga {nama} Sudah Rekam KTP-el",
    "Jemput Bola e-KTP ke Desa, {nama} Sisakan {belum} Orang",
    "Masih {belum} Wajib KTP di {nama} Belum Terekam",
)
LEADS = (
    "Sebanyak {belum} warga {kab} belum melakukan perekaman KTP elektronik (e-KTP) hingga {akhir}.",
    "Pekerjaan rumah perekaman e-KTP di {kab} belum selesai. Hingga {akhir}, masih ada {belum} warga yang belum merekam data.",
    "Dinas Kependudukan dan Pencatatan Sipil (Disdukcapil) {kab} mencatat {belum} warga wajib KTP belum merekam e-KTP sampai {akhir}.",
    "Sampai {akhir}, ada {belum} warga {kab} yang belum merekam data e-KTP di kantor kecamatan.",
    "Warga {kab} yang belum merekam data e-KTP tercatat {belum} orang per {akhir}.",
)
TOTALS = (
    "Dari {wajib} warga wajib KTP, yang sudah merekam sebanyak {sudah} orang.",
    "Jumlah wajib KTP di {nama} tercatat {wajib} jiwa. Dari jumlah itu, {sudah} jiwa sudah melakukan perekaman.",
    "“Wajib KTP di {nama} sebanyak {wajib} orang, yang sudah merekam {sudah} orang,” kata Kepala Disdukcapil {kab}, {hari}.",
    "Data dinas menyebut wajib KTP di {kab} sebanyak {wajib} orang, sedangkan yang sudah merekam {sudah} orang.",
    "Kepala Disdukcapil {kab} menjelaskan, {sudah} orang dari {wajib} wajib KTP sudah merekam data, {hari}.",
)
SHARES = (
    "Dengan demikian, capaian perekaman di {nama} {persen} persen dari wajib KTP.",
    "Artinya, perekaman sudah mencapai {persen} persen dari wajib KTP.",
    "Bila dihitung, warga {nama} yang sudah merekam sebesar {persen} persen.",
    "Sementara itu, persentase perekaman e-KTP di {nama} {persen} persen.",
)
QUOTES = (
    "“Kami datangi sekolah dan pasar supaya warga tidak perlu jauh-jauh ke kota,” ujar Sekretaris Disdukcapil {kab}.",
    "“Yang belum itu kebanyakan bekerja di luar daerah, pulangnya hanya saat Lebaran,” tutur Kepala Disdukcapil {kab}.",
    "“Alatnya siap, petugasnya siap, tinggal warganya yang kami tunggu,” katanya – sambil menunjuk bilik foto.",
    "“Tidak ada biaya sama sekali, cukup bawa kartu keluarga,” tegas Kepala Bidang Pendaftaran Penduduk.",
    "“Jangan tunggu butuh baru datang, nanti antrenya panjang,” pesan Camat di {kota}.",
)
CAUSES = (
    "Menurut dia, warga yang belum merekam umumnya pelajar yang baru cukup umur, perantau, dan warga lanjut usia.",
    "Kendala terbesar ialah jarak. Sejumlah desa hanya dapat dicapai lewat jalan tanah yang licin bila hujan.",
    "Ada pula data warga yang sudah meninggal tetapi belum dilaporkan keluarganya sehingga masih terhitung.",
    "Sebagian warga mengira kartu lama masih berlaku, padahal data mereka belum pernah direkam.",
)
SERVICES = (
    "Dinas membuka pelayanan sampai sore di kantor {kota} dan menurunkan mobil keliling ke desa-desa.",
    "Perekaman dapat dilakukan di semua kantor kecamatan tanpa surat pengantar.",
    "Petugas juga mendatangi rumah warga yang sakit dan penyandang disabilitas.",
    "Jadwal mobil keliling diumumkan lewat kantor desa dan masjid.",
)
APPEALS = (
    "Ia mengimbau warga yang belum merekam agar segera datang ke kantor kecamatan pada jam kerja.",
    "Warga diminta tidak menitipkan pengurusan kepada orang lain karena sidik jari harus diambil langsung.",
    "Para kepala desa diminta ikut mengingatkan warganya.",
    "Ketersediaan blangko dipastikan aman sampai akhir tahun.",
)

OTHER_TITLES = (
    "Kesebelasan {nama} Menang {a}-{b} atas Tamunya",
    "Hujan Lebat Diperkirakan Guyur {nama} Tiga Hari",
    "Harga Cabai di Pasar {kota} Naik {c} Persen",
    "Jalan Rusak di {nama} Sepanjang {c} Kilometer Diperbaiki",
)
OTHER_PARAGRAPHS = (
    (
        "Kesebelasan {nama} menang {a}-{b} di kandang sendiri di hadapan {d} penonton, {hari}.",
        "Dua gol lahir pada babak kedua setelah pelatih mengganti penyerang.",
        "“Anak-anak bermain sabar dan tidak panik,” kata pelatih kepala seusai laga.",
        "Pekan depan kesebelasan itu bertandang ke kota tetangga.",
    ),
    (
        "Hujan lebat diperkirakan turun di {kab} selama tiga hari mulai {hari}.",
        "Suhu udara berkisar 23 sampai 31 derajat dengan angin dari barat.",
        "Warga di tepi sungai diminta waspada, sebab {c} rumah tergenang tahun lalu.",
        "Posko siaga dibuka di kantor {kota} selama 24 jam.",
    ),
    (
        "Harga cabai di Pasar {kota} naik {c} persen dalam sepekan, {hari}.",
        "Pedagang menyebut pasokan dari petani berkurang karena musim hujan.",
        "Dari {d} kilogram yang biasa datang tiap pagi, kini tinggal separuhnya.",
        "Dinas perdagangan berencana menggelar pasar murah di alun-alun.",
    ),
    (
        "Jalan rusak sepanjang {c} kilometer di {kab} mulai diperbaiki, {hari}.",
        "Perbaikan dikerjakan pada malam hari agar lalu lintas tidak macet.",
        "Sebanyak {d} kubik aspal disiapkan untuk pekerjaan itu.",
        "Pekerjaan ditargetkan rampung sebelum musim tanam.",
    ),
)
