"""What a number's own cue says of it, where that depends on the passage: bare polarity, remainders, needs."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.percentages import about_ikd
from extractor.linking.plain_readings import read_plain, wished
from extractor.linking.rates import of_no_recording
from extractor.linking.rest_readings import read_rest
from extractor.linking.topic import SHARES, act_before
from extractor.reading.cue_company import ACTS
from extractor.reading.senses import Sense
from extractor.reading.wording import any_of

_THAT = re.compile(r"yang\s+$", re.IGNORECASE)
_REACH = re.compile(rf"\s+{any_of('reaching', 'passing', 'up to')}(?![^\W_])", re.IGNORECASE)


def read_cue(cluster: Cluster, sense: Sense, here: Here) -> str | None:
    """The indicator that `sense` gives `cluster`."""
    if sense.kind == "bare":
        return _bare(cluster, sense, here)
    if sense.kind == "need" and not here.about("blanks"):
        # finished cards are sent too: only blank ones are stock
        return "printed" if act_before(here.view, cluster.start) == "PRINT" else "other"
    if sense.kind == "ask" and not here.about("blanks") and not cluster.of_cards:
        return "other"  # nobody asks for finished cards, but for machines and officers
    if sense.kind == "added" and cluster.of_cards and (here.about("blanks") or "ask" in here.view.kinds):
        return "blanks"  # "tambahan 6 ribu blangko"
    if sense.act == "GET" and sense.polarity > 0 and here.topic.last == "blanks" and cluster.of_cards:
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
    if sense.kind == "rate" and of_no_recording(cluster, here):
        return "other"
    if sense.kind == "realised" and here.about("ikd"):
        return "ikd"
    if sense.kind == "realised" and _of_owners(cluster, here):
        return "owned"
    if sense.kind == "rest":
        return read_rest(cluster, sense, here)
    return read_plain(cluster, sense, here)


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
    if cluster.percent_only and cluster.quantities[0].value == 100 and wished(here):
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
