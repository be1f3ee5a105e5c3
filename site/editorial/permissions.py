"""Who may do what: the one table that the groups are made from and that docs/permissions.md shows."""

from collections.abc import Iterator
from dataclasses import dataclass

RESEARCH_EDITORS = "Research editors"
RESEARCH_LEADS = "Research leads"
ADVISORY_GROUP = "Advisory group"
ADMINISTRATORS = "Administrators"
EMERGENCY_PUBLISHING = "Emergency publishing"

# The groups whose members read what somebody else wrote, and approve it.
SECOND_READERS = (RESEARCH_EDITORS, RESEARCH_LEADS)

# Snippets that go past the second reader, and records that do not.
PUBLISHED_SNIPPETS = ("core.idea", "core.quote", "core.reference", "core.term", "core.credit", "core.urgenthelp")
LISTS = (
    "helplines.directoryterm",
    "helplines.helplinesection",
    "helplines.organisation",
    "model_pages.actor",
)
# The right to collections is kept with Wagtail's own models, whichever models a site uses.
FILES = ("wagtailimages.image", "wagtaildocs.document")


@dataclass(frozen=True)
class Permissions:
    """What one group may do; every list holds the first words of Django's names of permissions."""

    group: str
    in_words: str
    pages: tuple[str, ...] = ()
    published_snippets: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    pictures_and_documents: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    site_identity: tuple[str, ...] = ()
    messages_from_visitors: tuple[str, ...] = ()
    promises_about_messages: tuple[str, ...] = ()
    reports_of_helplines: tuple[str, ...] = ()
    words_people_use: tuple[str, ...] = ()
    numbers_that_must_not_return: tuple[str, ...] = ()
    webhooks: tuple[str, ...] = ()
    messages_to_webhooks: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()

    def of_models(self) -> Iterator[tuple[str, str]]:
        """Each model with each thing that may be done to all its records."""
        yield "wagtailadmin.admin", "access"
        for models, actions in [
            (PUBLISHED_SNIPPETS, self.published_snippets),
            (LISTS, self.lists),
            (("wagtailredirects.redirect",), self.redirects),
            (("core.siteidentity",), self.site_identity),
            (("contact.message",), self.messages_from_visitors),
            (("contact.messagesettings",), self.promises_about_messages),
            (("checking.report",), self.reports_of_helplines),
            (("search.synonym",), self.words_people_use),
            (("core.supersedednumber",), self.numbers_that_must_not_return),
            (("webhooks.listener",), self.webhooks),
            (("webhooks.delivery",), self.messages_to_webhooks),
            (("users.user",), self.accounts),
        ]:
            yield from ((model, action) for model in models for action in actions)

    def of_files(self) -> Iterator[tuple[str, str]]:
        """Pictures and documents with what may be done to those of every collection."""
        yield from ((model, action) for model in FILES for action in self.pictures_and_documents)


TABLE = (
    Permissions(
        RESEARCH_EDITORS,
        "Write and correct pages and snippets. Approve what somebody else wrote.",
        pages=("add", "change"),
        published_snippets=("view", "add", "change"),
        lists=("view",),
        pictures_and_documents=("add", "choose"),
        reports_of_helplines=("view", "change", "delete"),
        words_people_use=("view", "add", "change", "delete"),
        numbers_that_must_not_return=("view",),
    ),
    Permissions(
        RESEARCH_LEADS,
        "All that editors do. Look after sections, redirects, files and the name of the site; delete drafts; unlock pages. "
        "Read and answer messages from visitors. List numbers that must not return.",
        pages=("add", "change", "bulk_delete", "lock", "unlock"),
        published_snippets=("view", "add", "change", "delete", "lock", "unlock"),
        lists=("view", "add", "change", "delete"),
        pictures_and_documents=("add", "change", "choose"),
        redirects=("view", "add", "change", "delete"),
        site_identity=("change",),
        messages_from_visitors=("view", "change", "delete"),
        promises_about_messages=("change",),
        reports_of_helplines=("view", "change", "delete"),
        words_people_use=("view", "add", "change", "delete"),
        numbers_that_must_not_return=("view", "add", "change", "delete"),
    ),
    Permissions(
        ADVISORY_GROUP,
        "Read what waits for a second reader and comment on it. Change nothing.",
    ),
    Permissions(
        ADMINISTRATORS,
        "Look after accounts, sections, redirects, webhooks and the name of the site. Approve nothing.",
        lists=("view", "add", "change", "delete"),
        redirects=("view", "add", "change", "delete"),
        site_identity=("change",),
        webhooks=("view", "add", "change", "delete"),
        messages_to_webhooks=("view",),
        accounts=("view", "add", "change", "delete"),
    ),
    Permissions(
        EMERGENCY_PUBLISHING,
        "Publish or take off without a second reader. Every use is logged and mailed to the research leads.",
        pages=("add", "change", "publish"),
        published_snippets=("view", "add", "change", "publish"),
        lists=("view",),
        pictures_and_documents=("choose",),
        numbers_that_must_not_return=("view",),
    ),
)

# What Wagtail brings for a site without rules of its own. Its moderators publish directly, so these groups go.
WAGTAILS_OWN = (
    Permissions(
        "Moderators",
        "Wagtail’s own",
        pages=("add", "change", "publish", "lock", "unlock"),
        pictures_and_documents=("add", "change", "choose"),
    ),
    Permissions(
        "Editors",
        "Wagtail’s own",
        pages=("add", "change"),
        pictures_and_documents=("add", "change", "choose"),
    ),
)
