"""Which blocks stand on the home page and on pages with information; the only place that lists them."""

from core.blocks.streams import BodyStream
from helplines.blocks import HelplineCardBlock
from home.blocks import SuggestedCitationBlock, WhatWasFoundBlock
from model_pages.blocks import ModelMapBlock


class HomeStream(BodyStream):
    """The body of the home page and of information pages, which may show the model and helplines too."""

    model_map = ModelMapBlock()
    helpline = HelplineCardBlock()
    suggested_citation = SuggestedCitationBlock()
    what_was_found = WhatWasFoundBlock()

    class Meta:
        # The map says the same wherever it stands, and each one asks the database again.
        block_counts = {"model_map": {"max_num": 1}}
