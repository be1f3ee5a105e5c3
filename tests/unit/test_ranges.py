"""Which part of a file a player asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_library.ranges import NoSuchPart, Part, part_asked_for

SIZE = 1000


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        ("bytes=0-1", 0, 1),  # what Safari asks first
        ("bytes=0-0", 0, 0),
        ("bytes=0-", 0, 999),
        ("bytes=200-499", 200, 499),
        ("bytes=999-", 999, 999),
        ("bytes=990-5000", 990, 999),
        ("bytes=-100", 900, 999),
        ("bytes=-5000", 0, 999),
        ("Bytes = 0-1".replace(" ", ""), 0, 1),
        (" bytes=0 - 1 ", 0, 1),
    ],
)
def test_a_part_is_given(header: str, first: int, last: int) -> None:
    assert part_asked_for(header, size=SIZE) == Part(first, last)


@pytest.mark.parametrize(
    "header",
    [
        "", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes=--5", "bytes=1.5-2", "bytes=0x0-0x9", "items=0-1",
        "bytes=0-1,5-6", "bytes=٠-١", "bytes=0-1;q=1", f"bytes={'9' * 40}-", "bytes=0-1\r\nX: y",
    ],
)  # fmt: skip
def test_what_is_no_single_range_is_answered_with_the_whole(header: str) -> None:
    assert part_asked_for(header, size=SIZE) is None


@pytest.mark.parametrize(
    ("header", "size"),
    [("bytes=1000-", SIZE), ("bytes=5000-6000", SIZE), ("bytes=-0", SIZE), ("bytes=0-", 0), ("bytes=-1", 0)],
)
def test_what_begins_behind_the_end_is_refused(header: str, size: int) -> None:
    with pytest.raises(NoSuchPart):
        part_asked_for(header, size=size)


@given(first=st.integers(0, 2000), more=st.integers(0, 2000), size=st.integers(2001, 5000))
def test_a_part_never_reaches_beyond_the_file(first: int, more: int, size: int) -> None:
    part = part_asked_for(f"bytes={first}-{first + more}", size=size)

    assert part is not None
    assert (part.first, part.first <= part.last < size) == (first, True)
