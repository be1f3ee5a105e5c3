"""What a text says, as a short fingerprint: two versions with the same one say the same."""

import hashlib
import json
import re
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

# What is kept beside the words: who locked the page, comments in the margin, where it stands in the tree, when a helpline
# was checked.
BESIDE_THE_WORDS = frozenset(
    {
        "checked_by", "checked_how", "content_type", "draft_title", "depth", "expired", "first_published_at",
        "has_unpublished_changes", "last_checked", "last_published_at", "latest_revision", "latest_revision_created_at",
        "live", "live_revision", "locale", "locked", "locked_at", "locked_by", "numchild", "owner", "path", "pk",
        "translation_key", "url_path", "wagtail_admin_comments",
    }
)  # fmt: skip

# The editor gives every block and paragraph a random name when it is first saved; the words stay the same.
NAME = r'\\*"id\\*": *\\*"[0-9a-f-]{36}\\*"'
RANDOM_NAMES = re.compile(rf', *{NAME}|{NAME},? *| data-block-key=\\*"[a-z0-9]+\\*"')


def digest_of(content: dict[str, Any]) -> str:
    """The fingerprint of a revision's content."""
    said = {name: value for name, value in content.items() if name not in BESIDE_THE_WORDS}
    # The encoder of the database: a version is the same before and after it was stored.
    canonical = RANDOM_NAMES.sub("", json.dumps(said, sort_keys=True, cls=DjangoJSONEncoder))
    return hashlib.sha256(canonical.encode()).hexdigest()
