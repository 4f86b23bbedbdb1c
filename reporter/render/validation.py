"""A PDF held against the two standards it says it follows, by a validator that is not ours."""

from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version

PACKAGE = "page-validation"
STANDARDS = {"PDF/UA-1": "ua1", "PDF/A-3a": "3a"}


def validator() -> str:
    """The validator's version; nothing where it is not installed."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return ""


def breaches(pdf: bytes) -> dict[str, dict[str, str]]:
    """Standard → the rules of it that the file breaks, by id, each with the first thing found against it."""
    import page  # an extra: only where validator() says so

    def broken(profile: str) -> dict[str, str]:
        report = page.validate_pdf_bytes(pdf, profile=profile, limits=page.SafetyLimits.unlimited())
        return {failure.rule_id: failure.message for failure in reversed(report.failures)}

    with ThreadPoolExecutor(len(STANDARDS)) as pool:  # the validator reads without Python's lock
        return dict(zip(STANDARDS, pool.map(broken, STANDARDS.values()), strict=True))
