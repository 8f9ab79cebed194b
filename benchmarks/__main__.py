"""`python -m benchmarks [--quick] [PART ...]` prints ratios; the times beside them are this machine's."""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks import checks, commands, crawling, memory, readings
from benchmarks.articles import articles


@dataclass(frozen=True, slots=True)
class Scale:
    """How much to measure."""

    articles: int
    rounds: int
    processes: int
    batch: int
    milestones: tuple[int, int]


FULL = Scale(articles=200, rounds=15, processes=5, batch=5_000, milestones=(1_000, 20_000))
QUICK = Scale(articles=50, rounds=3, processes=3, batch=400, milestones=(1_000, 3_000))


def _ratio(name: str, value: float, *, most: float | None = None, least: float | None = None) -> None:
    fine = (most is None or value <= most) and (least is None or value >= least)
    limit = f"at most {most:g}" if most is not None else f"at least {least:g}"
    print(f"  {name:<48} {value:6.2f}   {limit}{'' if fine else '   MISSED'}")


def reading(scale: Scale) -> None:
    """Processor time per article, the contestants taking turns in one process on one core."""
    texts = list(articles(scale.articles))
    words = statistics.mean(len(text.split()) for text in texts)
    print(f"one article of {words:.0f} words, processor time (least of {scale.rounds} rounds)")
    times = readings.measure(texts, scale.rounds)
    for name, milliseconds in times.items():
        print(f"  {name:<48} {milliseconds:6.2f} ms")
    ours = times[readings.ALL]
    _ratio("ours / trafilatura", ours / times[readings.TRAFILATURA], most=0.4)
    _ratio("ours / floor", ours / times[readings.FLOOR], most=15)


def checking(scale: Scale) -> None:
    """Time of checking alone for each annotated article, beside that of reading and linking it."""
    times = checks.measure(scale.rounds)
    middle = statistics.median(time.check for time in times)
    worst = max(times, key=lambda time: time.check)
    print(f"\nchecking of {len(times)} annotated articles, processor time (least of {scale.rounds} rounds)")
    print(f"  {'reading and linking, median':<48} {statistics.median(time.read for time in times):6.2f} ms")
    print(f"  {'checking, worst: ' + worst.article:<48} {worst.check:6.2f} ms")
    _ratio("checking, median ms", middle, most=2)
    _ratio("checking, worst ms", worst.check, most=100)


def start(scale: Scale) -> None:
    """Cold start of the command and of the pipeline."""
    print(f"\nfresh processes, processor time (median of {scale.processes})")
    commands.as_installed()
    times = commands.cold_start(scale.processes)
    built = commands.building(scale.processes)
    for name, seconds in (times | built).items():
        print(f"  {name:<48} {seconds:6.2f} s")
    imports = times["import spacy, trafilatura, pydantic"]
    _ratio("extract FILE / imports", times["extract FILE"] / imports, most=1.25)
    _ratio("building / import spacy", built["building"] / built["import spacy"], most=0.25)


def jobs(scale: Scale) -> None:
    """Two processes against one, through the command."""
    print(f"\nextract --jobs on {scale.batch:,} articles, by the clock")
    times = commands.two_against_one(scale.batch)
    for name, seconds in times.items():
        print(f"  {name:<48} {seconds:6.2f} s")
    one = times["all, 1 jobs"] - times["start, 1 jobs"]
    two = times["all, 2 jobs"] - times["start, 2 jobs"]
    _ratio("one / two, without the start", one / two, least=1.8)


def held(scale: Scale) -> None:
    """Memory after few and after many articles."""
    first, last = scale.milestones
    found = memory.after(scale.milestones)
    print("\nmemory")
    for count, megabytes in found.items():
        print(f"  after {count:>6,} articles {'':<26} {megabytes:6.0f} MB")
    _ratio(f"after {last:,} / after {first:,}", found[last] / found[first], most=1.1)


def crawl(scale: Scale) -> None:
    """What a crawl does to a page, beside reading it."""
    costs = crawling.measure(scale.articles)
    print(f"\na crawl's page of 80 kB, processor time ({scale.articles} pages, from loopback)")
    steps = {
        "http.client alone": costs.bare,
        "asking politely, without a delay": costs.asking,
        "archiving": costs.archiving,
        "reading the page": costs.reading,
        "storing": costs.storing,
    }
    for name, milliseconds in steps.items():
        print(f"  {name:<48} {milliseconds:6.2f} ms")
    whole = costs.asking + costs.archiving + costs.reading + costs.storing
    print(f"  {'pages in a second of processor time':<48} {1000 / whole:6.0f}")
    print(
        f"  {'figures into the store in a second, by the clock':<48} {costs.figures / costs.storing_seconds:6.0f}"
    )
    _ratio("all but reading / reading", (whole - costs.reading) / costs.reading, most=1)


PARTS: dict[str, Callable[[Scale], None]] = {
    "reading": reading,
    "checking": checking,
    "start": start,
    "jobs": jobs,
    "memory": held,
    "crawl": crawl,
}


def main() -> None:
    """Measures the parts named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (default: all)")
    parser.add_argument("--quick", action="store_true", help="fewer articles, rounds and processes")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    for name in options.parts or PARTS:
        PARTS[name](QUICK if options.quick else FULL)


if __name__ == "__main__":
    main()
