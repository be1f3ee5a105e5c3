"""Listeners and what they are told, in Wagtail's admin."""
