"""Pictures and documents at Wagtail's addresses."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from api.v2.asking import chosen_names
from api.v2.files import public_documents, public_images, told_document, told_image
from api.v2.views import PublicViewSet, Told
from core.open_to_everybody import private_collections
from media_library.models import CustomDocument, CustomImage


class FilesView(PublicViewSet):
    """What pictures and documents have in common: each is told whole."""

    available: Sequence[str] = ()

    def names_for(self, model: Any, *, in_a_list: bool) -> list[str]:
        """Everything, unless somebody asks for less."""
        return chosen_names(self.request.GET.get("fields"), available=self.available, default=self.available)

    def whole(self, record: Any) -> Told | None:
        """All that is told of one."""
        raise NotImplementedError

    def tell(self, records: Sequence[Any], names: Sequence[str]) -> list[Told]:
        """Those whose file is still there."""
        told = [one for one in map(self.whole, records) if one is not None]
        return [{name: value for name, value in one.items() if name in names} for one in told]

    def detail_view(self, request: Request, pk: int) -> Response:
        """One of them; raises Http404 where its file is gone."""
        self.refuse_unknown({"fields", "format"})
        told = self.tell([self.get_object()], self.names_for(self.model, in_a_list=False))
        if not told:
            raise Http404
        return Response(told[0])


class ImagesView(FilesView):
    """Pictures that a public page shows."""

    kind = "images"
    model = CustomImage
    available = ("id", "meta", "description", "is_decorative", "credit", "licence", "width", "height", "renditions")

    def get_queryset(self) -> Any:
        """Those that a page shows which anybody can read, outside private collections."""
        return public_images()

    def whole(self, record: Any) -> Told | None:
        """With its words and sizes."""
        return told_image(record, self.request)


class DocumentsView(FilesView):
    """Documents that a public page offers."""

    kind = "documents"
    model = CustomDocument
    available = (
        "id", "meta", "title", "format", "file_size", "created_at", "is_accessible", "accessible_version",
    )  # fmt: skip

    def get_queryset(self) -> Any:
        """Those that a page offers which anybody can read, outside private collections."""
        return public_documents()

    def whole(self, record: Any) -> Told:
        """With its format, size and address."""
        return told_document(record, self.request, self.private_collections)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Know which collections are not for everybody."""
        super().initial(request, *args, **kwargs)
        self.private_collections = frozenset(private_collections().values_list("pk", flat=True))
