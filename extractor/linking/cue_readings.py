"""What a number's own cue says of it, where that depends on the passage: bare polarity, remainders, needs."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.percentages import about_ikd
from extractor.linking.topic import DONE, SHARES, act_before
from extractor.reading.cue_company import ACTS
from extractor.reading.senses import COMPLEMENT, Sense
from extractor.reading.wording import any_of, phrases

_THAT = re.compile(r"yang\s+$", re.IGNORECASE)
_REACH = re.compile(rf"\s+{any_of('reaching', 'passing', 'up to')}(?![^\W_])", re.IGNORECASE)
_MORE = 1.5


def read_cue(cluster: Cluster, sense: Sense, here: Here) -> str | None:
    """The indicator that `sense` gives `cluster`."""
    if sense.kind == "bare":
        return _bare(cluster, sense, here)
    if sense.kind == "need" and not _about("blanks", here):
        # finished cards are sent too: only blank ones are stock
        return "printed" if act_before(here.view, cluster.start) == "PRINT" else "other"
    if sense.kind == "ask" and not _about("blanks", here) and not _of_cards(cluster):
        return "other"  # nobody asks for finished cards, but for machines and officers
    if sense.kind == "added" and _of_cards(cluster) and (_about("blanks", here) or "ask" in here.view.kinds):
        return "blanks"  # "tambahan 6 ribu blangko"
    if sense.act == "GET" and sense.polarity > 0 and here.topic.last == "blanks" and _of_cards(cluster):
        return "blanks"  # "stok 4,1 juta blangko; yang sudah dibagikan 3,3 juta keping"
    if sense.kind == "target" and not cluster.percent_only and _is_met(sense, here):
        return "recorded"
    if sense.kind == "added" and (grown := _grown(cluster, sense, here)) is not None:
        return grown
    if sense.kind == "share":
        cluster.construction = "share"
        if about_ikd(here):
            return "ikd"
        counted = here.said or here.topic.last
        percent = cluster.quantities[0].value
        return here.topic.restated(counted, percent) if counted in SHARES else "recorded"
    if sense.kind == "same":
        cluster.construction = "anaphora"
        return _subject(sense, here) or here.topic.pending or _nearest_share(cluster, here) or here.topic.last
    if sense.kind == "rate" and _of_no_recording(cluster, here):
        return "other"
    if sense.kind == "realised" and _about("ikd", here):
        return "ikd"
    if sense.kind == "realised" and _of_owners(cluster, here):
        return "owned"
    if sense.kind == "rest":
        return _rest(cluster, sense, here)
    return _plain(cluster, sense, here)


def _grown(cluster: Cluster, sense: Sense, here: Here) -> str | None:
    """What a number is the new size of: "wajib KTP bertambah menjadi 300.120 jiwa"."""
    if _INTO.fullmatch(here.text, sense.end, cluster.start) is None:
        return None
    return _subject(sense, here)


_INTO = re.compile(rf"\s+{any_of('becoming')}\s+", re.IGNORECASE)


def _is_met(sense: Sense, here: Here) -> bool:
    """Whether a target is one already reached: "telah memenuhi target perekaman, 163.643 orang"."""
    return _MET.search(here.text, max(0, sense.start - _MET_REACH), sense.start) is not None


_MET_REACH = 24  # characters
_MET = re.compile(
    rf"(?<![^\W_]){any_of('already', 'also')}\s+{any_of('meeting a target')}\s+$", re.IGNORECASE
)


def _of_owners(cluster: Cluster, here: Here) -> bool:
    """Whether what is reached goes on about ownership: "Kepemilikan KTP 98 persen … capaian tertinggi 99 persen"."""
    topic = here.topic
    if not cluster.percent_only or here.said is not None or topic.last != "owned":
        return False
    return topic.told_in >= here.view.paragraph - 1 and act_before(here.view, cluster.start) is None


def _subject(sense: Sense, here: Here) -> str | None:
    """What the sentence names before "jumlahnya": "pemilih pemula, yakni yang genap 17 tahun, jumlahnya 3.412"."""
    named = [s for s in here.view.senses if here.floor <= s.start and s.end <= sense.start]
    return next((s.indicator for s in reversed(named) if s.kind in _NAMED), None)


def _nearest_share(cluster: Cluster, here: Here) -> str | None:
    """What the percentage nearest to this one told: "95,75 persen, sisanya 4,25. Angka itu naik dari 93,10 persen"."""
    if not cluster.percent_only:
        return None
    percent = cluster.quantities[0].value
    told = [(abs(value - percent), kind) for (value, share), kind in here.topic.values.items() if share]
    return min(told)[1] if told else None


_NAMED = {
    "act",
    "noun",
    "obliged",
    "population",
    "population-weak",
    "first",
    "voters",
    "suket",
    "blanks",
    "ikd",
    "other",
}


def _bare(cluster: Cluster, sense: Sense, here: Here) -> str:
    text = here.text
    before = sense.polarity < 0 and cluster.percent_only and sense.end <= cluster.quantities[0].start
    if before and not _THAT.search(text, max(0, sense.start - 6), sense.start):
        # "belum menyentuh 95 persen" bounds what is done; "belum 100 persen" only denies the goal
        return here.topic.last_percent or "recorded" if _REACH.match(text, sense.end) else "other"
    if cluster.percent_only and cluster.quantities[0].value == 100 and _wished(here):
        return "target"
    if sense.polarity > 0 and _of_another_matter(cluster, sense, here):
        return "other"
    if _of_ikd(cluster, sense, here):
        return ACTS["ACTIVATE"][sense.polarity < 0]
    if sense.polarity > 0 and (subject := _subject_of_size(cluster, sense, here)) is not None:
        return subject
    if sense.polarity > 0 and sense.end <= cluster.start and _suket_behind(cluster, here):
        return "suket"
    done = _done_behind(cluster, here) if sense.end <= cluster.start else None
    if done is not None:
        return ACTS[done][sense.polarity < 0]
    cluster.construction = "elliptic-" + cluster.construction.removeprefix("elliptic-")
    return here.topic.polar(here.view, sense)


def _of_another_matter(cluster: Cluster, sense: Sense, here: Here) -> bool:
    """Whether what was done is told behind the number, and is none of ours: "sudah 31.204 anak memegang KIA"."""
    if sense.end > cluster.start:
        return False
    behind = next((s for s in here.view.senses if s.start >= cluster.end), None)
    if behind is None or behind.kind != "other" or " " not in here.text[behind.start : behind.end]:
        return False  # "PRR sudah 3.956 ditambah duplikat"
    return _SHORT_WAY.fullmatch(here.text, cluster.end, behind.start) is not None


_SHORT_WAY = re.compile(r"\s+(?:[^\W\d]+\s+){0,3}")


def _of_ikd(cluster: Cluster, sense: Sense, here: Here) -> bool:
    """Whether the digital card is what was taken up: "sudah 12.408 warga mengaktifkan IKD"."""
    if "ikd" not in here.view.kinds:
        return False
    acts = [s for s in here.view.senses if s.kind in ("act", "noun", "ikd")]
    behind = next((s for s in acts if s.start >= cluster.end), None)
    if behind is not None and behind.kind == "ikd" and "," not in here.text[cluster.end : behind.start]:
        return True
    before = next((s for s in reversed(acts) if here.floor <= s.start and s.end <= sense.start), None)
    return before is not None and before.kind == "ikd"


def _suket_behind(cluster: Cluster, here: Here) -> bool:
    """Whether what stands behind the number names the letter instead of the card: "sudah 9.415 yang memegang suket"."""
    behind = next((s for s in here.view.senses if s.start >= cluster.end), None)
    if behind is None or behind.kind != "suket":
        return False
    return _HOLDING.fullmatch(here.text, cluster.end, behind.start) is not None


_HOLDING = re.compile(
    rf"\s*(?:[^\W\d]+\s+){{0,3}}(?:yang\s+(?:[^\W\d]+\s+){{0,2}}|{any_of('using')}\s+)", re.IGNORECASE
)


def _done_behind(cluster: Cluster, here: Here) -> str | None:
    """The act that a clause behind the number names: "sudah ada 216.625 warga yang menerima e-KTP"."""
    behind = [s for s in here.view.senses if s.start >= cluster.end]
    if not behind or behind[0].act not in ACTS or behind[0].said:
        return None
    return behind[0].act if _WHICH.fullmatch(here.text, cluster.end, behind[0].start) else None


_ASIDE = re.compile(
    r",\s+termasuk\s[^.;]*,\s*$", re.IGNORECASE
)  # "kartu yang dicetak, termasuk yang hilang, sudah"
_SIZE = re.compile(rf"\s*(?:{any_of('reaching')}\s+)?", re.IGNORECASE)
_NAMES = re.compile(r"\s*(?:(?:di\s+)?(?:[A-Z][\w-]*\s+)+)?")  # "Penduduk Kabupaten Bone sudah 800.000"
_WHICH = re.compile(rf"\s+(?:{any_of('people')}\s+)?yang\s+(?:{any_of('undergoing')}\s+)?", re.IGNORECASE)


def _subject_of_size(cluster: Cluster, sense: Sense, here: Here) -> str | None:
    """What "sudah" right before a number only tells the size of: "yang tinggal menunggu dicetak sudah 18.240"."""
    if sense.end > cluster.start or not _SIZE.fullmatch(here.text, sense.end, cluster.start):
        return None
    named = [s for s in here.view.senses if here.floor <= s.start and s.end <= sense.start]
    aside = _ASIDE.search(here.text, here.floor, sense.start)
    if aside is not None:
        named = [s for s in named if s.end <= aside.start()]
    subject = next((s for s in reversed(named) if s.kind in _NAMED), None)
    if subject is None or (subject.polarity > 0 and aside is None):
        return None
    people = subject.kind in ("obliged", "population", "population-weak", "first")
    if people and (cluster.percent_only or not _NAMES.fullmatch(here.text, subject.end, sense.start)):
        return None  # "dari wajib KTP itu, sudah 90 ribu"
    return subject.indicator


def _wished(here: Here) -> bool:
    """Whether the sentence looks ahead: "agar akhir tahun ini sudah 100 persen"."""
    if any(date.role == "deadline" for date in here.view.dates):
        return True
    return _WISH.search(here.text, here.view.start, here.view.end) is not None


_IF_REACH = 8  # characters
_IF = re.compile(rf"(?<![^\W_]){any_of('if')}\s+$", re.IGNORECASE)
_IS = re.compile(rf"[^.,;:]{{0,30}}?(?<![^\W_]){any_of('is', 'is of age or home')}(?![^\W_])", re.IGNORECASE)
_OF_THOSE = re.compile(rf"\s+{any_of('of those')}(?![^\W_])", re.IGNORECASE)
_TO_A_GOAL = re.compile(
    rf"\s+(?:{any_of('more to come')}\s+)?{any_of('in order to')}(?![^\W_])", re.IGNORECASE
)
_REST = phrases("the rest")
_WISH = re.compile(rf"(?<![^\W_]){any_of('so that', 'hoping')}(?![^\W_])", re.IGNORECASE)


def _about(what: str, here: Here) -> bool:
    """Whether blank cards, or digital ones, are what the sentence or the passage tells of."""
    return what in (here.topic.last, here.topic.pending) or what in here.view.kinds


def _of_cards(cluster: Cluster) -> bool:
    return cluster.count is not None and cluster.count.unit == "cards"


def _rest(cluster: Cluster, sense: Sense, here: Here) -> str:
    cluster.construction = "remainder"
    persons = cluster.count is not None and cluster.count.unit == "persons"
    if cluster.count is not None and not persons and "blanks" in here.view.kinds:
        return "blanks"
    if _IF.search(here.text, max(here.view.start, sense.start - _IF_REACH), sense.start):
        return "other"  # "kalau sisa 1.000 keping, langsung kita ambil lagi"
    if _of_cards(cluster) and here.said is None and here.topic.pending == "blanks":
        return "blanks"  # "Dinas kehabisan blangko. Tinggal 50 keping"
    tail = here.text[sense.start : sense.end].lower().startswith(_REST)
    if tail and here.said is None and _of_cards(cluster) and here.view.clusters[0].end <= cluster.start:
        # of something untold: "561.038 keping diserahkan ke pemiliknya, 13.168 keping sisanya …"
        return "other"
    if tail and here.said is None and not persons and here.topic.untold_cards:
        return (
            "other"  # "yang sampai ke warga 96.318 keping. Selebihnya, 25 ribuan, menginap di kantor camat"
        )
    if cluster.percent_only and _TO_A_GOAL.match(here.text, cluster.end):
        return "other"  # "tinggal 7 persen lagi untuk mencapai target"
    if cluster.percent_only and "blanks" in here.view.kinds:
        return "other"  # "stok blangko tinggal 15 persen"
    if _short_of_target(cluster, here):
        return "other"  # "target 98 persen, baru 97,2 persen, kurang 0,8 persen"
    left = here.topic.remainder(here.view, sense, here.said, persons=persons, tail=tail)
    if tail and left == "not_owned" and not persons and _owned_in_cards(here):
        return "other"  # cards not handed out yet, not people without one
    told = here.topic.totals.get(left)
    lone = tail and here.said not in DONE
    if lone and told is not None and cluster.count is not None and cluster.count.value > _MORE * told:
        return COMPLEMENT.get(left, left)  # far more than there were: the rest of the other kind
    card = cluster.count is not None and "ktp" in (cluster.count.classifier or "")
    return "unprinted" if card and left == "unrecorded" else left


def _short_of_target(cluster: Cluster, here: Here) -> bool:
    """Whether a percentage is what one told before lacks to a target."""
    percents = [q.value for q in cluster.quantities if q.unit == "percent"]
    if not percents:
        return False
    told = [(value, name) for (value, is_percent), name in here.topic.values.items() if is_percent]
    targets = {value for value, name in told if name == "target"}
    return bool(targets) and any(
        value + lack in targets for lack in percents for value, name in told if name in DONE
    )


def _owned_in_cards(here: Here) -> bool:
    teller = here.topic.tellers.get("owned")
    return teller is not None and teller.count is not None and teller.count.unit == "cards"


def daily(cluster: Cluster, here: Here) -> bool:
    """Whether a rate opens the clause: "Setiap hari kami merekam 500-600 penduduk"."""
    return "rate" in here.view.kinds and any(
        s.kind == "rate" and here.floor <= s.start and s.end <= cluster.start for s in here.view.senses
    )


def _of_no_recording(cluster: Cluster, here: Here) -> bool:
    """Whether what comes in a day is no recording: "2.000 pemohon per hari", "mencetak 50 blangko per hari"."""
    if any(s.act == "RECORD" for s in here.view.senses):
        return False
    if _of_cards(cluster) or any(s.act == "PRINT" or s.kind in ("ask", "blanks") for s in here.view.senses):
        return True
    return _APPLY.search(here.text, here.view.start, here.view.end) is not None


_APPLY = re.compile(rf"(?<![^\W_]){any_of('applying')}(?![^\W_])", re.IGNORECASE)


def _planned(cluster: Cluster, here: Here) -> bool:
    """Whether a target opens the clause, to be met by a day: "Ditargetkan, sebelum Desember 20 ribu sudah merekam"."""
    if not any(date.role == "deadline" for date in here.view.dates):
        return False
    return any(
        s.kind == "target" and here.floor <= s.start and s.end <= cluster.start for s in here.view.senses
    )


def _among_lacking(cluster: Cluster, sense: Sense, here: Here) -> bool:
    """Whether first voters are told as some of those who lack: "80 ribu belum merekam, termasuk 15 ribu pemula"."""
    told = here.said or (here.topic.last if here.topic.told_in >= here.view.paragraph - 1 else None)
    if told != "unrecorded" or cluster.percent_only:
        return False
    start = min(cluster.start, sense.start)
    return _AMONG.search(here.text, here.floor, start) is not None


_AMONG = re.compile(
    rf"(?<![^\W_])(?:{any_of('among')}|(?:dari|dalam)\s+{any_of('sum nouns')}\s+{any_of('that', 'just told')})"
    r"(?![^\W_])[^.;\d]*$",
    re.IGNORECASE,
)


_MUST = re.compile(rf"(?<![^\W_]){any_of('demanding')}(?![^\W_])", re.IGNORECASE)


def _divides(sense: Sense, cluster: Cluster, here: Here) -> bool:
    """Whether the act only tells of whom the sentence gives a share."""
    if sense.end > cluster.start or "," not in here.text[sense.end : cluster.start]:
        return False
    return _OF_THOSE_WHO.match(here.text, here.view.start, sense.start) is not None


_OF_THOSE_WHO = re.compile(r"\W*dari\s+(?:(?!\d)[^\W_]+\s+){0,2}?yang\s+[^,.;\d]*$", re.IGNORECASE)


_PEOPLE = frozenset({"population", "population-weak", "people"})


def _goes_on(sense: Sense, here: Here) -> bool:
    """Whether people of a place are the next item of a list: "Lalu warga Kecamatan Wedi sebanyak 24.483"."""
    topic = here.topic
    if topic.listed is None or topic.listed_in < here.view.paragraph - 1 or not _of_a_place(sense, here):
        return False
    return _NEXT_ITEM.fullmatch(here.text, here.view.start, sense.start) is not None


_NEXT_ITEM = re.compile(rf"[\"“]?{any_of('next of a ranking')}\s+", re.IGNORECASE)


def _of_a_place(sense: Sense, here: Here) -> bool:
    """Whether a place stands right behind the people."""
    return any(sense.end <= p.start <= sense.end + 2 for p in here.view.places)


def _is_left(cluster: Cluster, sense: Sense, here: Here) -> bool:
    """Whether a word for what is left stands between an act and its number."""
    return "rest" in here.view.kinds and any(
        each.kind == "rest"
        and sense.end <= each.start
        and here.distance.between(each.end, cluster.start) <= 1
        for each in here.view.senses
        if each.end <= cluster.start
    )


def _plain(cluster: Cluster, sense: Sense, here: Here) -> str | None:
    whole = cluster.whole
    if cluster.percent_only and sense.start >= cluster.end and _IS.match(here.text, sense.end):
        return "other"  # "25 persen yang belum rekam adalah lansia" is a share of those
    if cluster.percent_only and sense.end <= cluster.start and _OF_THOSE.match(here.text, cluster.end):
        return "other"  # "yang belum memiliki e-KTP, 14 persen di antaranya lansia"
    if sense.said and sense.polarity > 0 and sense.start >= cluster.end and _planned(cluster, here):
        return "target"
    if (
        cluster.percent_only
        and sense.start >= cluster.end
        and _MUST.search(here.text, cluster.end, sense.start)
    ):
        return "target"  # "minimal 98 persen warga harus sudah merekam"
    if cluster.percent_only and sense.kind == "act" and _divides(sense, cluster, here):
        return "other"  # "dari yang belum merekam, 45 persen berada di luar negeri"
    if sense.kind == "first" and sense.indicator == "first_voters" and _among_lacking(cluster, sense, here):
        return "first_voters_unrecorded"
    full = cluster.percent_only and cluster.quantities[0].value == 100
    if full and _wished(here):
        return "target"
    if full and sense.kind == "noun" and sense.start >= cluster.end:
        return "other"  # "100 persen perekaman sulit dicapai"
    if sense.indicator in ("recorded", "printed") and not sense.said and daily(cluster, here):
        return "recorded_per_day" if sense.indicator == "recorded" else "other"
    if sense.kind == "noun" and sense.indicator in COMPLEMENT and _is_left(cluster, sense, here):
        return COMPLEMENT[sense.indicator]  # "perekaman tinggal 15 persen"
    if sense.kind in _PEOPLE and _goes_on(sense, here):
        cluster.construction = "list"
        return here.topic.listed
    if whole is not None and cluster.construction != "remainder":
        cluster.construction = "part-of-whole"
        if sense.kind in _PEOPLE and whole.indicator in SHARES and _of_a_place(sense, here):
            # "59 ribu warga belum memiliki e-KTP, 33.500 di antaranya penduduk Kecamatan X"
            return whole.indicator
        if sense.indicator == "recorded" and whole.sense is not None and whole.sense.polarity < 0:
            # recorded out of those who were not, or of those without a card
            return "unprinted" if whole.sense.indicator == "not_owned" else "added"
        if whole.sense is not None and sense.indicator == whole.sense.indicator == "population":
            return "other"  # some of the residents are not the residents
    return sense.indicator
