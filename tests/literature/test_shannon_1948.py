"""Shannon, C. E. (1948), A mathematical theory of communication, Bell System Technical Journal 27, 379–423.

Section 6: a choice of ½, ⅓, ⅙ is a choice of ½, ½ and then, half the time, of ⅔, ⅓. Section 9: letters of
probability ½, ¼, ⅛, ⅛ have 7/4 bits each. Confirmed: both, in several public summaries of the paper.
"""

import numpy as np
import pytest

from reporter.methods.inequality import shannon


def test_a_choice_in_two_steps_has_the_same_entropy() -> None:
    whole = shannon(np.array([1 / 2, 1 / 3, 1 / 6]))
    assert whole == pytest.approx(shannon(np.array([1.0, 1])) + shannon(np.array([2.0, 1])) / 2)


def test_four_letters_have_seven_quarters_of_a_bit() -> None:
    assert shannon(np.array([1 / 2, 1 / 4, 1 / 8, 1 / 8])) / np.log(2) == pytest.approx(7 / 4)
