"""The charts are drawn in the base's brand."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def brand(base_brand: None) -> None:
    """For every test of this folder."""
