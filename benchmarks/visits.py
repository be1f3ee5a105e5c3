"""What a first visit to each page weighs, and what Lighthouse says of the main ones, on the site as a host runs it.

It makes a site of its own in a folder of its own, with the starter content, by https, and throws it away. docs/performance.md has
the commands and the figures. With the path of a Lighthouse as its argument, it asks that too.
"""

import json
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[1]
MAIN_PAGES = {
    "home": "/",
    "model": "/model/",
    "a harm": "/model/systems-and-bureaucracy/",
    "helplines": "/helplines/",
    "search": "/search/",
    "found": "/search/?query=complaint",
}
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
TIMES = {
    "LCP": "largest-contentful-paint",
    "CLS": "cumulative-layout-shift",
    "TBT": "total-blocking-time",
}
FLAGS_OF_CHROMIUM = "--headless=new --no-sandbox --disable-dev-shm-usage --ignore-certificate-errors"


def main(lighthouse: str = "") -> None:
    """Open the site, weigh every page, and let Lighthouse look at some."""
    sys.path[:0] = [str(PROJECT_DIR), str(PROJECT_DIR / "site")]
    warnings.simplefilter("ignore")
    # The site runs in a process of its own; this one reads its addresses alone.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from tests.browser.production import a_deployment

    with tempfile.TemporaryDirectory(prefix="visits-") as folder, a_deployment(Path(folder)) as site:
        weigh(site.url)
        for name, address in MAIN_PAGES.items() if lighthouse else ():
            say(f"{name:10} {what_lighthouse_says(lighthouse, site.url + address, Path(folder) / 'report.json')}")


def weigh(url: str) -> None:
    """Print the weight of each page, the heaviest first."""
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import path_of_chromium
    from tests.browser.conftest import FLAGS
    from tests.browser.weight import Reader, Scales
    from tests.public_addresses import SEARCHES, addresses_from_home

    addresses = [*addresses_from_home(Reader(url)), *SEARCHES]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path_of_chromium(), args=FLAGS)
        scales = Scales(browser, url)
        visits = [scales.weigh(address) for address in addresses]
        browser.close()
    for visit in sorted(visits, key=lambda visit: -visit.weight):
        kinds = {kind: sum(answer.weight for answer in visit.of(kind)) for kind in ("Document", "Stylesheet", "Script")}
        parts = ", ".join(f"{kind.lower()} {weight}" for kind, weight in kinds.items())
        say(f"{visit.weight:7} bytes in {len(visit.answers)} answers: {visit.address} ({parts})")


def what_lighthouse_says(lighthouse: str, url: str, report: Path) -> str:
    """The four scores for a telephone, how long it took to be read and to answer, and all that cost points."""
    from tests.browser.chromium import path_of_chromium

    command = [
        lighthouse,
        url,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--chrome-flags={FLAGS_OF_CHROMIUM}",
    ]
    browser = {"CHROME_PATH": path_of_chromium() or ""}
    subprocess.run(command, check=True, env=os.environ | browser)  # noqa: S603 - whoever starts this says which program
    said = json.loads(report.read_text())
    scores = "/".join(str(round(said["categories"][name]["score"] * 100)) for name in CATEGORIES)
    times = ", ".join(f"{name} {said['audits'][audit]['displayValue']}" for name, audit in TIMES.items())
    lost = sorted(
        audit["id"] for audit in said["audits"].values() if audit["score"] is not None and audit["score"] < 0.9
    )
    return f"{scores}  {times}  {', '.join(lost)}"


def say(line: str) -> None:
    """One line for whoever started it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
