"""Where the Chromium of this machine is."""

import os
import shutil
from functools import cache

HOW_TO_GET_CHROMIUM = (
    "There is no Chromium on this machine. Install it (Debian: apt-get install chromium), "
    "or set CHROMIUM to the path of one."
)


@cache
def path_of_chromium() -> str | None:
    """The program that CHROMIUM names, or the first browser of the family on the PATH, or None."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if (path := shutil.which(name))), None)
