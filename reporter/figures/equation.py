"""A formula of the method, drawn; its reading is the alt text."""

from reporter.figures.drawing.formula import formula
from reporter.model.assessment import Assessment
from reporter.model.document import Figure
from reporter.model.words import Words

BEST = r"d_{kt}^{+2} = \sum_j\, w_j^2\, (x_j^+ - x_{ktj})^2 \qquad "
TEX = {
    "ratio-to-max": r"x_{ktj} = \frac{c_{ktj}}{\max_{k,t}\; c_{ktj}}",
    "min-max": r"x_{ktj} = \frac{c_{ktj} - \min\, c_j}{\max\, c_j - \min\, c_j}",
    "zero": BEST + r"d_{kt}^{-2} = \sum_j\, w_j^2\, x_{ktj}^2",
    "min": BEST + r"d_{kt}^{-2} = \sum_j\, w_j^2\, (x_{ktj} - x_j^-)^2",
    "squared": r"F_{kt} = \frac{d_{kt}^{-2}}{d_{kt}^{+2} + d_{kt}^{-2}}",
    "classic": r"F_{kt} = \frac{d_{kt}^{-}}{d_{kt}^{+} + d_{kt}^{-}}",
    "growth": r"g = \left(F_T \,/\, F_0\right)^{1/T} - 1",
    "contribution": r"\Delta F_j = \frac{\Delta a_j\,(B_0 + B_1) - \Delta b_j\,(A_0 + A_1)}{2\, S_0\, S_1}",
}


def equation(assessment: Assessment, words: Words, *, which: str = "squared") -> Figure:
    """One formula by the name of the option it stands for."""
    spoken = words(f"method.formulas.{which}")
    return Figure(f"equation-{which}", "", "", spoken, formula(TEX[which]), 0, 0, (), (), numbered=False)
