"""Reports, as the team speaks of them."""

from datetime import datetime
from typing import Any, Self

from django.db.models import Count, Sum, Window
from django.db.models.functions import RowNumber

from contact.querysets import ReceivedQuerySet


class ReportQuerySet(ReceivedQuerySet):
    """What visitors say is wrong."""

    def untold(self) -> Self:
        """Those that no mail has told of and that nobody has dealt with."""
        return self.waiting().filter(told=False)

    def new(self) -> Self:
        """Those that wait and do not look like spam."""
        return self.filter(status="new")

    def held(self) -> Self:
        """Those that wait and look like spam; people who mean it are among them."""
        return self.filter(status="held")

    def dealt_with(self) -> Self:
        """Those of which somebody said that it was put right, or was right."""
        return self.filter(status__in=["put-right", "was-right"])

    def about(self, helpline: Any) -> Self:
        """Those of one helpline."""
        return self.filter(helpline=helpline)

    def that_say_the_same(self, *, helpline: Any, details: str, text: str, since: datetime) -> Self:
        """Those that wait, came since then and name the same details of the same helpline in the same words, or in none."""
        return self.about(helpline).new().received_since(since).filter(details=details, text=text)

    def by_title_of_their_helpline(self) -> dict[str, int]:
        """How many there are of each helpline."""
        counted = self.order_by("helpline__title").values_list("helpline__title")
        return dict(counted.annotate(reports=Count("pk")))

    def newest_of_each_helpline(self, *, most: int) -> Self:
        """The newest of each helpline, so that a flood about one hides no other; each knows how many of its helpline there are."""
        of_one: dict[str, Any] = {"partition_by": "helpline"}
        counted = self.annotate(
            nth=Window(RowNumber(), order_by=["-received_at", "-pk"], **of_one),
            of_its_helpline=Window(Count("pk"), **of_one),
            said_of_its_helpline=Window(Sum("times"), **of_one),
        )
        return counted.filter(nth__lte=most).order_by("-received_at", "-pk")

    def with_helplines(self) -> Self:
        """With the page that each is about, in one query."""
        return self.select_related("helpline")
