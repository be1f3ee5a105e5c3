"""What an address asks for when somebody looks at the model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model_pages.ways_to_see import ANCHOR, Depth, Order, View, WayToSee

IDEAS = ["not-being-believed"]


@pytest.mark.parametrize(
    ("asked", "way"),
    [
        ({}, WayToSee()),
        ({"view": "table"}, WayToSee(view=View.TABLE)),
        ({"view": "list", "order": "axis"}, WayToSee(view=View.LIST, order=Order.AXIS)),
        ({"depth": "full", "idea": "not-being-believed"}, WayToSee(depth=Depth.FULL, idea="not-being-believed")),
        ({"view": "", "order": "", "depth": "", "idea": ""}, WayToSee()),
        ({"view": "TABLE"}, WayToSee()),
        ({"order": "rank", "depth": "plain"}, WayToSee(depth=Depth.PLAIN)),
        ({"idea": "an idea that nobody has"}, WayToSee()),
    ],
)
def test_an_address_asks_for_a_way_to_see(asked: dict[str, str], way: WayToSee) -> None:
    assert WayToSee.asked_for(asked, IDEAS) == way


@given(st.dictionaries(st.sampled_from(["view", "order", "depth", "idea"]), st.text()))
def test_what_there_is_not_is_as_if_nobody_had_asked(asked: dict[str, str]) -> None:
    assert WayToSee.asked_for(asked, IDEAS) == WayToSee()


def test_the_usual_way_has_the_address_of_the_page() -> None:
    assert WayToSee().address("/model/") == f"/model/#{ANCHOR}"


def test_another_way_keeps_what_else_was_asked_for() -> None:
    way = WayToSee(view=View.TABLE, idea="not-being-believed")

    assert way.address("/model/", order=Order.AXIS) == f"/model/?view=table&order=axis&idea=not-being-believed#{ANCHOR}"
    assert way.address("/model/", idea="") == f"/model/?view=table#{ANCHOR}"
