"""How many reports are taken from one visitor."""

from datetime import timedelta

from core.visitors import Share

FROM_ONE_VISITOR = Share("reports", 10, timedelta(minutes=10))
