"""Whether what the directory says is still right."""

from checking.models.reports import Detail, Report, ReportDesk, Standing

__all__ = ["Detail", "Report", "ReportDesk", "Standing"]
