"""Findings + catalogue of measures → Recommendations; none without a finding."""

from reporter.recommendations.flaws import measure_flaws, untold
from reporter.recommendations.follow_up import follow_up
from reporter.recommendations.recommend import answers, fit, recommend
from reporter.recommendations.what_if import with_what_if

__all__ = ["answers", "fit", "follow_up", "measure_flaws", "recommend", "untold", "with_what_if"]
