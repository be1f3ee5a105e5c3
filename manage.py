#!/usr/bin/env python
"""Run Django's and Wagtail's commands for this site."""

import os
import sys
from pathlib import Path

# `site/` is a folder of apps, not a package (Python's own `site` module has the name), so it goes on the path.
sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))


def main() -> None:
    """Hand the command line to Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
