"""What checking adds to Wagtail's admin: each part keeps its own."""

from checking import report_hooks  # noqa: F401 - it registers hooks
from checking.links import hooks  # noqa: F401 - the same
