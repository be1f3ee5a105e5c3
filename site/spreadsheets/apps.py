"""The directory as a table: out of the site, and back."""

from django.apps import AppConfig


class SpreadsheetsConfig(AppConfig):
    """The app that writes helplines as CSV and reads them again."""

    name = "spreadsheets"
    verbose_name = "Spreadsheets"
