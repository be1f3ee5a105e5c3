"""Who may do what: the one table that the groups are made from and that docs/permissions.md shows."""

from dataclasses import dataclass

RESEARCH_EDITORS = "Research editors"
RESEARCH_LEADS = "Research leads"
ADVISORY_GROUP = "Advisory group"
ADMINISTRATORS = "Administrators"
EMERGENCY_PUBLISHING = "Emergency publishing"

# Snippets that go past the second reader, and records that do not.
PUBLISHED_SNIPPETS = ("core.idea", "core.quote", "core.reference", "core.term", "core.credit", "core.urgenthelp")
LISTS = ("helplines.helplinesection", "model_pages.actor")


@dataclass(frozen=True)
class Permissions:
    """What one group may do; every list holds the first words of Django's permission names."""

    group: str
    in_words: str
    pages: tuple[str, ...] = ()
    published_snippets: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    pictures_and_documents: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    site_identity: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


TABLE = (
    Permissions(
        RESEARCH_EDITORS,
        "Write and correct pages and snippets. Approve what somebody else wrote.",
        pages=("add", "change"),
        published_snippets=("view", "add", "change"),
        lists=("view",),
        pictures_and_documents=("add", "change", "choose"),
    ),
    Permissions(
        RESEARCH_LEADS,
        "All that editors do. Look after sections, redirects and the name of the site; delete drafts; unlock pages.",
        pages=("add", "change", "bulk_delete", "lock", "unlock"),
        published_snippets=("view", "add", "change", "delete", "lock", "unlock"),
        lists=("view", "add", "change", "delete"),
        pictures_and_documents=("add", "change", "choose", "delete"),
        redirects=("view", "add", "change", "delete"),
        site_identity=("change",),
    ),
    Permissions(
        ADVISORY_GROUP,
        "Read what waits for a second reader and comment on it. Change nothing.",
    ),
    Permissions(
        ADMINISTRATORS,
        "Look after accounts, lists, redirects and the name of the site. Write and approve nothing.",
        lists=("view", "add", "change", "delete"),
        redirects=("view", "add", "change", "delete"),
        site_identity=("change",),
        accounts=("view", "add", "change", "delete"),
    ),
    Permissions(
        EMERGENCY_PUBLISHING,
        "Publish or take off without a second reader. Every use is logged and mailed to the research leads.",
        pages=("add", "change", "publish"),
        published_snippets=("view", "add", "change", "publish"),
        lists=("view",),
        pictures_and_documents=("choose",),
    ),
)
