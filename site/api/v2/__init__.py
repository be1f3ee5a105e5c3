"""Wagtail's API, version 2: its addresses and filters, and answers that hold what the public may read and no more."""
