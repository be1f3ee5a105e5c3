"""What a program found that opened every page of the starter content; a test opens them again and compares."""

from dataclasses import dataclass

from core.partial_date import PartialDate


@dataclass(frozen=True)
class Findings:
    """What visits leave behind and give away, counted on one day."""

    on: PartialDate
    pages: int
    cookies: int
    stored: int
    other_hosts: int
    referrers: int
    first_visit: int


# They come with the program, so that no editor and no old database can make them say something else.
FOUND = Findings(on=PartialDate(2026, 11, 28), pages=60, cookies=0, stored=0, other_hosts=0, referrers=0, first_visit=5)
