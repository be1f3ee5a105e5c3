"""The fingerprint of a text says whether two versions say the same."""

import datetime as dt
from typing import Any

import pytest

from editorial.digests import digest_of

TEXT: dict[str, Any] = {
    "title": "Example",
    "body": '[{"type": "paragraph", "value": "<p data-block-key=\\"abc12\\">Words.</p>", '
    '"id": "0b1c2d3e-0000-4000-8000-000000000000"}]',
    "go_live_at": None,
    "live": True,
}


@pytest.mark.parametrize(
    "same",
    [
        {"live": False},
        {"latest_revision_created_at": "2026-11-02T10:00:00Z"},
        {"wagtail_admin_comments": [{"text": "A comment"}]},
        {"body": TEXT["body"].replace("abc12", "xyz98")},
        {"body": TEXT["body"].replace("0b1c2d3e", "99999999")},
        {"body": '[{"type": "paragraph", "value": "<p>Words.</p>"}]'},
    ],
)
def test_what_stands_beside_the_words_makes_no_difference(same: dict[str, Any]) -> None:
    assert digest_of({**TEXT, **same}) == digest_of(TEXT)


@pytest.mark.parametrize(
    "other",
    [
        {"title": "example"},
        {"body": TEXT["body"].replace("Words.", "Words")},
        {"body": TEXT["body"].replace("paragraph", "heading")},
        {"go_live_at": "2026-11-03T10:00:00Z"},
        {"kind_of_change": "correction"},
    ],
)
def test_a_change_of_a_single_character_makes_another_fingerprint(other: dict[str, Any]) -> None:
    assert digest_of({**TEXT, **other}) != digest_of(TEXT)


def test_a_version_is_the_same_before_and_after_it_is_stored() -> None:
    moment = dt.datetime(2026, 11, 3, 10, 0, tzinfo=dt.UTC)

    assert digest_of({**TEXT, "go_live_at": moment}) == digest_of({**TEXT, "go_live_at": "2026-11-03T10:00:00Z"})
