"""What "sisanya", "tersisa" or "kurang" leaves beside a number: people, cards, or a way to a goal."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.topic import DONE
from extractor.reading.senses import COMPLEMENT, Sense
from extractor.reading.wording import any_of, phrases


def read_rest(cluster: Cluster, sense: Sense, here: Here) -> str:
    """The indicator of `cluster`, which the cue `sense` gives as what is left."""
    cluster.construction = "remainder"
    persons = cluster.count is not None and cluster.count.unit == "persons"
    if cluster.count is not None and not persons and "blanks" in here.view.kinds:
        return "blanks"
    if _IF.search(here.text, max(here.view.start, sense.start - _IF_REACH), sense.start):
        return "other"  # "kalau sisa 1.000 keping, langsung kita ambil lagi"
    if cluster.of_cards and here.said is None and here.topic.pending == "blanks":
        return "blanks"  # "Dinas kehabisan blangko. Tinggal 50 keping"
    tail = here.text[sense.start : sense.end].lower().startswith(_REST)
    if tail and here.said is None and cluster.of_cards and here.view.clusters[0].end <= cluster.start:
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


_IF_REACH = 8  # characters
_IF = re.compile(rf"(?<![^\W_]){any_of('if')}\s+$", re.IGNORECASE)
_TO_A_GOAL = re.compile(
    rf"\s+(?:{any_of('more to come')}\s+)?{any_of('in order to')}(?![^\W_])", re.IGNORECASE
)
_REST = phrases("the rest")
_MORE = 1.5


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
    return teller is not None and teller.of_cards
