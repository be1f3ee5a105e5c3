"""Make the sizes of pictures that the public sees, where one is missing."""

from typing import Any

from django.core.management.base import BaseCommand

from media_library.in_use import public_records_with
from media_library.models import CustomImage
from media_library.sizes import is_missing_sizes
from media_library.tasks import make_sizes


class Command(BaseCommand):
    """Publishing makes them; this mends what went wrong then, and makes sizes that a new version of the site asks for."""

    help = "Have the sizes of public pictures made where one is missing: by the worker, or at once where there is none."

    def handle(self, **options: Any) -> None:
        """One task for each picture, so that a large one stops no other."""
        pictures = CustomImage.objects.prefetch_renditions().order_by("pk")
        asked = [picture for picture in pictures if is_missing_sizes(picture) and public_records_with(picture)]
        for picture in asked:
            make_sizes.enqueue([picture.pk])
        if asked:
            self.stdout.write(f"Pictures with missing sizes: {len(asked)}. They are being made.")
