"""Whether what the directory says is still right."""

from checking.models.links import CheckedLink, Outcome
from checking.models.reports import Detail, Report, ReportDesk, Standing

__all__ = ["CheckedLink", "Detail", "Outcome", "Report", "ReportDesk", "Standing"]
