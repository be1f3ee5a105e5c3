"""Forms of the admin for pictures; a file is looked at before anything is kept."""

import math
import warnings
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from media_library.file_types import HiddenContent, check_picture

NOT_A_PICTURE = (
    "This is not a picture that can be shown. Open it in a picture editor, save it as PNG or JPEG and upload that."
)

TOO_MANY_PIXELS = "This picture has too many pixels. Make it smaller, with at most 50 million pixels, and upload that."


def number_of_pixels(file: Any) -> float:
    """How many pixels a file says it has, before anything is unfolded; none for what is not a picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the caller decides what is too large
            with Image.open(file) as picture:
                return float(picture.width * picture.height)
    except Image.DecompressionBombError:
        return math.inf
    except (OSError, ValueError, SyntaxError):
        return 0
    finally:
        file.seek(0)


class PictureField(WagtailImageField):
    """A file that is a picture from the first byte to the last."""

    def to_python(self, data: Any) -> Any:
        """The file; raises ValidationError for anything that is not a picture of a kind and size that the site takes."""
        if data and number_of_pixels(data) > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise ValidationError(TOO_MANY_PIXELS, code="file_too_many_pixels")
        try:
            file = super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:
            # The libraries that read pictures raise whatever they like over a broken or enormous one.
            raise ValidationError(NOT_A_PICTURE, code="invalid_image") from error
        if file is not None:
            self.look_at_all_of(file)
        return file

    def look_at_all_of(self, file: Any) -> None:
        """Read the picture to its end."""
        try:
            file.seek(0)
            with Image.open(file) as picture:
                picture.load()
            file.seek(0)
            check_picture(file.read())
        except HiddenContent as error:
            raise ValidationError(str(error), code="hidden_content") from error
        except Exception as error:
            raise ValidationError(NOT_A_PICTURE, code="invalid_image") from error
        finally:
            file.seek(0)


class PictureForm(BaseImageForm):
    """The form of every picture: in the library, in the upload of several, and in the chooser."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            plain = self.fields["file"]
            self.fields["file"] = PictureField(label=plain.label, required=plain.required, widget=plain.widget)
