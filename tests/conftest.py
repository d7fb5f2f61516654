"""How all tests run: Hypothesis draws the same examples each time, unless it is to explore."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# How long an example takes says something of the machine, nothing of planctl.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("explore", _UNTIMED, derandomize=False, print_blob=True)
settings.register_profile("fixed", _UNTIMED, derandomize=True)
settings.load_profile("fixed")
