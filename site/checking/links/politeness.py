"""How fast we ask: one request at a time, and a second between two to the same host."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

SECONDS_BETWEEN = 1.0


@dataclass
class Pace:
    """When each host was asked last, and how long the whole may take; the clock is time's own, and another in tests."""

    longest: float | None = None
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    asked: dict[str, float] = field(default_factory=dict)
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.now()

    def wait_for(self, host: str) -> None:
        """Wait until this host may be asked again, and remember that it is asked now."""
        before = self.asked.get(host.lower())
        if before is not None and (rest := before + SECONDS_BETWEEN - self.now()) > 0:
            self.sleep(rest)
        self.asked[host.lower()] = self.now()

    @property
    def is_over(self) -> bool:
        """Whether nothing more is begun."""
        return self.longest is not None and self.now() - self.began > self.longest
