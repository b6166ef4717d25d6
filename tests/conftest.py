"""What every test may ask for: the project's folders, and whether to rewrite expectations."""

from __future__ import annotations

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


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
