"""What every test may ask for: the project's folders, and whether to rewrite expectations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

PROJECT = Path(__file__).resolve().parent.parent

# No test fails because a machine is slow.
settings.register_profile("xuequ", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("xuequ")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite expected output with what the program prints now"
    )


@pytest.fixture
def project() -> Path:
    """The folder that holds `engine`, `policies`, `examples` and the rest."""
    return PROJECT


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    """Whether this run rewrites expectations instead of comparing them."""
    return bool(request.config.getoption("--update"))
