"""Components of this app with examples: usual, empty, longest."""

from typing import Any

from core.partial_date import PartialDate
from home.components import WhatWasFound
from home.findings import Findings

A_DAY = PartialDate(2026, 9, 30)

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    WhatWasFound: {
        "usual": WhatWasFound.of(Findings(A_DAY, 12, 0, 0, 0, 0, 3)),
        "empty": WhatWasFound(A_DAY, 0, ()),
        "longest": WhatWasFound.of(Findings(A_DAY, *(1_000_000,) * 6)),
    },
}
