"""Who wrote the words that are not public yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision

from editorial.digests import digest_of


@dataclass(frozen=True)
class Authorship:
    """Everybody who changed the text since it was last published, and who changed it last."""

    authors: frozenset[int] = frozenset()
    last_author: int | None = None

    def leaves_free(self, *, person: int, readers: Iterable[int]) -> bool:
        """Whether `person`, one of the second `readers`, may approve.

        Somebody who has not touched the text approves it. Only where all readers have, the last author's colleagues may.
        """
        readers = set(readers)
        if person not in readers or person == self.last_author:
            return False
        return person not in self.authors or readers <= self.authors


def authorship_of(record: Any) -> Authorship:
    """Who wrote what is not public yet of a page or snippet."""
    # A record that was read from a draft has the live revision of the time when that draft was saved.
    live_revision = type(record)._base_manager.values_list("live_revision_id", "live_revision__created_at")
    live_revision_id, went_live = live_revision.get(pk=record.pk)
    revisions = Revision.objects.for_instance(record).order_by("created_at", "pk")
    if went_live is not None:
        # What came before is public. A page keeps all its revisions, and there may be hundreds.
        revisions = revisions.filter(created_at__gte=went_live)
    return authorship_in(list(revisions), live_revision_id=live_revision_id)


def authorship_in(revisions: list[Revision], *, live_revision_id: int | None) -> Authorship:
    """The same from a record's revisions, oldest first. Saving without changing a word makes nobody an author."""
    since = next((n for n, revision in enumerate(revisions) if revision.pk == live_revision_id), -1)
    before = digest_of(revisions[since].content) if since >= 0 else None
    authors: set[int] = set()
    last_author = None
    for revision in revisions[since + 1 :]:
        digest = digest_of(revision.content)
        if digest != before and revision.user_id is not None:
            authors.add(revision.user_id)
            last_author = revision.user_id
        before = digest
    return Authorship(frozenset(authors), last_author)
