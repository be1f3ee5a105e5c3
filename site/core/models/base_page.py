"""What all pages of the site share."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from core.forms import CopyWithoutAliasForm, GuardedPageForm
from core.guard_rails import GuardedMixin, Refusal
from core.link_texts import undisguised
from core.models.addresses import FoundByAddress
from core.models.changes import ChangeKind, PublishedChange
from core.models.mixins import TRIGGER_WARNING, AwaitedMixin
from core.page_permissions import SecondReaderPermissionTester
from core.panels import AdvicePanel
from core.partial_date import PartialDate, PartialDateField
from core.permanent_id import is_permanent_id, new_permanent_id
from core.preview_modes import more_preview_modes

if TYPE_CHECKING:
    from core.components.presenter import Presenter
    from core.reading import Reading


class BasePage(FoundByAddress, GuardedMixin, AwaitedMixin, Page):
    """A page with a permanent name, one plain sentence, and a truthful date."""

    permanent_id = models.CharField(
        max_length=40, unique=True, editable=False, default=new_permanent_id, validators=[is_permanent_id]
    )
    summary = models.CharField(
        max_length=300,
        blank=True,
        help_text="One plain sentence that says what the page is about. It stands under the title, in lists and in search.",
    )
    published_on = PartialDateField(
        "first published",
        blank=True,
        help_text="For example 2023-02. Leave empty and the site uses the day it first went live here.",
    )
    kind_of_change = models.CharField(
        "what kind of change is this?",
        max_length=20,
        blank=True,
        choices=ChangeKind,
        help_text="Readers see this. A correction does not move the “Last updated” date.",
    )
    what_changed = models.CharField(
        "what changed, in one sentence",
        max_length=300,
        blank=True,
        help_text="Readers see this in the page’s list of changes. Leave it empty for a small correction.",
    )

    base_form_class = GuardedPageForm
    copy_form_class = CopyWithoutAliasForm
    exclude_fields_in_copy = ["permanent_id", "kind_of_change", "what_changed"]
    show_in_menus_default = False
    # The page that urgent help leads on to says so; there is one.
    lists_helplines = False
    # A part of the model is no younger because somebody loaded it here: the day on which it went live counts as its
    # date only where the record of changes begins on that day.
    is_part_of_the_model = False

    opening_panels = [*Page.content_panels, FieldPanel("summary")]
    closing_panels = [
        MultiFieldPanel(
            [FieldPanel("kind_of_change"), FieldPanel("what_changed"), FieldPanel("published_on")],
            heading="This change",
            help_text="Say what this change means for readers before you send it to the second reader.",
        ),
        *AwaitedMixin.awaited_panels,
        AdvicePanel(),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.FilterField("permanent_id")]

    class Meta:
        abstract = True

    def with_content_json(self, content: dict[str, Any]) -> "BasePage":
        """The page as a revision has it; its permanent name is the page's own, never the revision's."""
        page: BasePage = super().with_content_json(content)
        page.permanent_id = self.permanent_id
        return page

    def permissions_for_user(self, user: Any) -> SecondReaderPermissionTester:
        """What somebody may do with this page; nobody goes around the second reader."""
        return SecondReaderPermissionTester(user, self)

    def refusals(self) -> list[Refusal]:
        """A page is named for what it speaks of; one that is already public says what kind of change this is."""
        refusals = super().refusals()
        for name in ("title", "summary"):
            if TRIGGER_WARNING.search(undisguised(getattr(self, name))):
                refusals.append(Refusal(name, "Do not write “trigger warning”. Say what the page speaks of."))
        if self.first_published_at and not self.kind_of_change:
            refusals.append(Refusal("kind_of_change", "Say what kind of change this is. Readers trust the date."))
        return refusals

    def _get_dummy_header_url(self, original_request: HttpRequest | None = None) -> str | None:
        """Where a preview stands: at the host and scheme by which the editor came.

        Wagtail would take the host in its list of sites, which a server need not answer to, and http, which leads to https.
        """
        if original_request is None:
            return self.full_url
        return original_request.build_absolute_uri(self.get_url(original_request) or "/")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What the page's template shows: `furniture` around it, and `content`, which `view_for` presents."""
        from core.page_context import page_context

        return {**super().get_context(request, *args, **kwargs), **page_context(self, request)}

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """The frame of every page; what a page type's own template shows is set into it by its presenter."""
        return "page.html"

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """The ways in which editors can look at it before it is public."""
        return [*super().preview_modes, *((mode.name, mode.label) for mode in more_preview_modes())]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What a visitor sees; a browser that saves data is given smaller pictures, and caches have to know."""
        response: HttpResponse = super().serve(request, *args, **kwargs)
        patch_vary_headers(response, ["Save-Data"])
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """What an editor sees."""
        from core.pictures import make_sizes_for_a_preview

        make_sizes_for_a_preview(self)
        mode = next((mode for mode in more_preview_modes() if mode.name == mode_name), None)
        response: HttpResponse = mode.show(self, request) if mode else super().serve_preview(request, mode_name)
        return response

    def view_for(self, reading: "Reading") -> "Presenter":
        """The presenter of this page's own words; every page type has one."""
        raise NotImplementedError

    def published_date(self, changes: Iterable[PublishedChange]) -> PartialDate | None:
        """When the page first was public: as an editor says, else the day it went live here; None where nobody knows.

        `changes` are all that readers are told of the page.
        """
        if self.published_on or not self.first_published_at:
            return self.published_on
        went_live = PartialDate.from_date(timezone.localdate(self.first_published_at))
        if not self.is_part_of_the_model:
            return went_live
        return went_live if went_live == min((change.on for change in changes), default=None) else None

    @property
    def narrow_title(self) -> str:
        """What the page is called where there is little room."""
        return self.title

    @property
    def description_for_machines(self) -> str:
        """The sentence for search engines and link previews."""
        return self.search_description or self.summary
