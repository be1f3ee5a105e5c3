"""Which blocks stand where; the only place that lists them."""

from wagtail import blocks

from core.blocks.callouts import CalloutBlock
from core.blocks.evidence import CreditListBlock, FindingBlock, GlossaryBlock, ReferenceListBlock
from core.blocks.links import LinkListBlock
from core.blocks.media import DownloadBlock, FigureBlock, VideoBlock
from core.blocks.quotes import QuoteBlock
from core.blocks.text import AccordionBlock, HeadingBlock, ParagraphBlock, TableBlock


class BodyStream(blocks.StreamBlock):
    """The body of every page."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    callout = CalloutBlock()
    quote = QuoteBlock()
    figure = FigureBlock()
    video = VideoBlock()
    download = DownloadBlock()
    link_list = LinkListBlock()
    reference_list = ReferenceListBlock()
    credit_list = CreditListBlock()
    finding = FindingBlock()
    accordion = AccordionBlock()
    table = TableBlock()
    glossary = GlossaryBlock()


class QuoteStream(blocks.StreamBlock):
    """Quotes of one page, in order."""

    quote = QuoteBlock()


class FindingStream(blocks.StreamBlock):
    """Findings about one page's subject."""

    finding = FindingBlock()


class EvidenceStream(blocks.StreamBlock):
    """What a page rests on."""

    reference_list = ReferenceListBlock()


class DownloadStream(blocks.StreamBlock):
    """Files to take away."""

    download = DownloadBlock()
