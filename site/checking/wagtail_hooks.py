"""What checking adds to Wagtail's admin: each part keeps its own."""

from checking import check_hooks, report_hooks  # noqa: F401 - they register hooks
from checking.links import hooks  # noqa: F401 - the same
