"""What checking adds to Wagtail's admin: each part keeps its own."""

from checking import check_hooks  # noqa: F401 - it registers hooks
from checking.links import hooks as of_links  # noqa: F401 - the same
from checking.reports import hooks as of_reports  # noqa: F401 - the same
