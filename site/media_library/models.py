"""Pictures and documents that editors upload."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.template.defaultfilters import filesizeformat
from wagtail import hooks
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

from media_library.file_types import check_document
from media_library.in_use import may_not_be_replaced
from media_library.renditions import FilterWithoutMetadata


def refuse_another_file(record: Any) -> None:
    """Raise ValidationError when a new file is to take the place of one that the public sees."""
    if is_new(record.file) and (why := may_not_be_replaced(record)):
        raise ValidationError({"file": why})


def refuse_words(record: Any, *names: str) -> None:
    """Raise ValidationError for words that no reader may see; what they are is known to apps that this one does not know.

    The name of a file is part of its address, so a new one is read, too.
    """
    fields = (*names, "file") if is_new(record.file) else names
    for refuse in hooks.get_hooks("refuse_words_of_files"):
        refuse(record, fields)


def is_new(file: Any) -> bool:
    """Whether a file was chosen just now and is not kept yet."""
    return bool(file) and not file._committed


class CustomImage(AbstractImage):
    """A picture with a description, or marked as decoration."""

    is_decorative = models.BooleanField(
        "this picture is decoration",
        default=False,
        help_text="Tick this if somebody who cannot see the picture misses nothing.",
    )
    credit = models.CharField(max_length=255, blank=True, help_text="Who made it, as they want to be named.")
    licence = models.CharField(
        max_length=255,
        blank=True,
        help_text="For example: all rights reserved, or CC BY 4.0. Leave empty if not known.",
    )

    admin_form_fields = (*Image.admin_form_fields, "is_decorative", "credit", "licence")

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"
        verbose_name_plural = "pictures"

    def clean(self) -> None:
        """Refuse a picture that says nothing to somebody who cannot see it (WCAG 1.1.1)."""
        super().clean()
        refuse_another_file(self)
        refuse_words(self, "title", "description", "credit", "licence")
        if not self.description and not self.is_decorative:
            raise ValidationError({"description": "Describe the picture, or tick “this picture is decoration”."})

    def generate_rendition_file(self, filter: Filter, *, source: Any = None) -> Any:
        """One size, without what the camera wrote into the file: it may say where somebody lives."""
        return super().generate_rendition_file(FilterWithoutMetadata(filter.spec), source=source)

    @property
    def default_alt_text(self) -> str:
        """The words offered when the picture is put on a page; never its file name or title."""
        return "" if self.is_decorative else self.description


class Rendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta(AbstractRendition.Meta):
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_size")
        ]


class CustomDocument(AbstractDocument):
    """A file to download, with its accessible version where there is one."""

    is_accessible = models.BooleanField(
        "checked for accessibility",
        default=False,
        help_text="Tick this when somebody has checked that the file works with a screen reader.",
    )
    accessible_version = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Another file with the same content that works with a screen reader.",
    )

    admin_form_fields = (*Document.admin_form_fields, "is_accessible", "accessible_version")

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"

    def clean(self) -> None:
        """Refuse a file that is not what its name says, and one that is too large for its kind."""
        super().clean()
        refuse_another_file(self)
        refuse_words(self, "title")
        # A file that is in storage already was looked at when it came.
        if is_new(self.file):
            self._clean_size()
            try:
                check_document(self.file_extension.lower(), self.file.file)
            except ValueError as error:
                raise ValidationError({"file": str(error)}) from error

    def _clean_size(self) -> None:
        most = settings.MAX_DOCUMENT_SIZE
        if self.file.size > most and self.file_extension.lower() not in settings.FILM_EXTENSIONS:
            raise ValidationError(
                {
                    "file": f"This file is too big ({filesizeformat(self.file.size)}). Files may have up to {filesizeformat(most)}."
                }
            )

    @property
    def format_name(self) -> str:
        """The format in words people know, for example "PDF"."""
        names = {"docx": "Word", "odt": "OpenDocument text", "txt": "plain text"}
        extension: Any = self.file_extension.lower()
        return names.get(extension, extension.upper())
