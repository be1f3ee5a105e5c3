#!/usr/bin/env python
"""Run Django's and Wagtail's commands for this site."""

import os
import sys
from pathlib import Path

# `site/` is a folder of apps, not a package (Python's own `site` module has the name), so it goes on the path.
sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))


def main() -> None:
    """Hand the command line to Django."""
    from django.core.management import execute_from_command_line

    from config import env

    with env.complaints_in_words():
        # Only a server has a key. What is typed there by hand is meant for the site, not for a file beside it.
        kind = "production" if os.environ.get("SECRET_KEY") else "development"
        env.settings_module(otherwise=f"config.settings.{kind}")
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
