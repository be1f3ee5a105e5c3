"""Looking at links: which are due, in what order, and what is written down of each."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from checking.links.asking import Finding, look_at
from checking.links.found import links_on_the_site
from checking.links.politeness import Pace
from checking.models import CheckedLink, Outcome
from checking.models.links import hash_of

MOST_A_DAY = 200
# The clock has other things to do: nothing is begun after this many seconds. What is left has its turn the next day.
LONGEST_RUN = 300.0
# After so many that are silent, and not one that answers, it may be this machine that is not connected.
SILENT_ENOUGH = 5
# Hosts that answered before and are asked then: any one of them may be gone itself.
WITNESSES = 3


@dataclass
class Round:
    """One run: what was found, and what waits for a sign that this machine is connected."""

    pace: Pace
    looked_at: int = 0
    somebody_answered: bool = False
    # Whether those are silent, too, who answered before.
    is_cut_off: bool = False
    silent: list[tuple[CheckedLink, Finding]] = field(default_factory=list)
    resting: set[str] = field(default_factory=set)

    @property
    def is_over(self) -> bool:
        """Whether nothing more is begun."""
        return self.pace.is_over or self.is_cut_off

    @property
    def is_offline(self) -> bool:
        """Whether nothing that was found can be believed."""
        return bool(self.silent) and not self.somebody_answered


def check_links(*, all_of_them: bool = False, limit: int = MOST_A_DAY, pace: Pace | None = None) -> Round:
    """Look at the links whose turn it is, or at all; nothing in the database is locked meanwhile."""
    keep_in_step(urls=links_on_the_site())
    links = CheckedLink.objects.all() if all_of_them else CheckedLink.objects.due(at=timezone.now())
    this = Round(pace or Pace(longest=None if all_of_them else LONGEST_RUN))
    for link in one_host_after_the_other(list(links[:limit])):
        if this.is_over:
            break
        if host_of(link.url) not in this.resting:
            take_a_look(link, this)
            if this.is_offline and len(this.silent) == SILENT_ENOUGH:
                ask_who_answered_before(this)
    believe_what_was_silent(this)
    return this


@transaction.atomic
def keep_in_step(*, urls: Iterable[str]) -> None:
    """A row for each link that is on the site now, and none for one that is gone."""
    wanted = {hash_of(url): url for url in urls}
    known = set(CheckedLink.objects.values_list("url_hash", flat=True))
    gone = list(known - wanted.keys())
    for start in range(0, len(gone), 500):
        CheckedLink.objects.filter(url_hash__in=gone[start : start + 500]).delete()
    new = [CheckedLink.of(url) for url_hash, url in wanted.items() if url_hash not in known]
    CheckedLink.objects.bulk_create(new, ignore_conflicts=True)


def take_a_look(link: CheckedLink, this: Round) -> None:
    """Ask, and write down what came of it, unless it may be us who cannot be heard."""
    finding = look_at(link.url, pace=this.pace)
    this.looked_at += 1
    this.somebody_answered = this.somebody_answered or finding.was_heard
    if finding.wants_rest:
        this.resting.add(host_of(link.url))
    if finding.was_heard:
        record(link=link, finding=finding, at=timezone.now())
    else:
        this.silent.append((link, finding))


def believe_what_was_silent(this: Round) -> None:
    """Write down what did not answer, once somebody else did: some that worked before are asked where nobody has."""
    if this.is_offline and not this.is_cut_off:
        ask_who_answered_before(this)
    if this.somebody_answered:
        for link, finding in this.silent:
            record(link=link, finding=finding, at=timezone.now())


def ask_who_answered_before(this: Round) -> None:
    """Find out whether this machine is connected; where nobody ever answered, nobody can tell."""
    asked = witnesses(besides={link.pk for link, _ in this.silent})
    this.somebody_answered = any(look_at(link.url, pace=this.pace).was_heard for link in asked)
    this.is_cut_off = bool(asked) and not this.somebody_answered


def witnesses(*, besides: set[int]) -> list[CheckedLink]:
    """One link of each of the hosts that worked last."""
    worked = CheckedLink.objects.filter(outcome__in=[Outcome.WORKS, Outcome.MOVED]).exclude(pk__in=besides)
    of_hosts: dict[str, CheckedLink] = {}
    for link in worked.order_by("-last_checked", "pk")[:MOST_A_DAY]:
        of_hosts.setdefault(urlsplit(link.url).netloc, link)
    return list(of_hosts.values())[:WITNESSES]


@transaction.atomic
def record(*, link: CheckedLink, finding: Finding, at: dt.datetime) -> None:
    """Write down what came of a look; only working again takes back that a link has failed."""
    today = timezone.localdate(at)
    if finding.outcome != link.outcome:
        link.since = today
    if finding.outcome == Outcome.FAILED:
        link.first_failed, link.last_failed = link.first_failed or today, today
    elif finding.outcome in {Outcome.WORKS, Outcome.MOVED}:
        link.first_failed = link.last_failed = None
    # Nothing is written of a link that was taken off the site meanwhile.
    CheckedLink.objects.filter(pk=link.pk).update(
        outcome=finding.outcome, what_happened=finding.words, moved_to=finding.moved_to, since=link.since,
        first_failed=link.first_failed, last_failed=link.last_failed, last_checked=at,
    )  # fmt: skip


def one_host_after_the_other(links: list[CheckedLink]) -> Iterator[CheckedLink]:
    """The first link of each host, then the second of each, so that hosts rest while others are asked."""
    waiting: dict[str, list[CheckedLink]] = {}
    for link in links:
        waiting.setdefault(host_of(link.url), []).append(link)
    while waiting:
        for host in list(waiting):
            yield waiting[host].pop(0)
            if not waiting[host]:
                del waiting[host]


def host_of(url: str) -> str:
    """The host that an address names; empty for what is no address."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
