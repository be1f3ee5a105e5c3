"""Uploads in a bucket that speaks S3, for servers that keep no files of their own."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urljoin

from botocore.exceptions import ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

from media_library.ranges import Part

# How long the address of a private document opens it: as long as it takes to follow it.
SECONDS = 60
# What is larger than this waits on the disk and not in memory while it is passed on.
IN_MEMORY = 2 * 1024 * 1024


class Bucket(S3Storage):
    """A private bucket behind the site's own addresses: no page names it, and nobody opens it without being let in."""

    def get_default_settings(self) -> dict[str, Any]:
        """Nothing is overwritten, and nothing is public in the bucket itself."""
        return super().get_default_settings() | {
            "default_acl": None,
            "file_overwrite": False,
            "max_memory_size": IN_MEMORY,
            "querystring_auth": True,
            "signature_version": "s3v4",
        }

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """An address on the site's own host; what answers there decides who may have the file."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name) or "")

    def read(self, name: str, part: Part | None = None) -> Any:
        """The bytes of a file as they come from the bucket, or of a part of it; raises FileNotFoundError.

        `open` would fetch all of it before the first byte is passed on.
        """
        wanted = {"Range": f"bytes={part.first}-{part.last}"} if part else {}
        try:
            return self.bucket.Object(self._normalize_name(clean_name(name))).get(**wanted)["Body"]
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == HTTPStatus.NOT_FOUND:
                raise FileNotFoundError(name) from error
            raise

    def signed_address(self, name: str, *, disposition: str, content_type: str) -> str:
        """An address in the bucket itself that opens one file for whoever has it, for a minute."""
        answer = {"ResponseContentDisposition": disposition, "ResponseContentType": content_type}
        return str(super().url(name, parameters=answer, expire=SECONDS))
