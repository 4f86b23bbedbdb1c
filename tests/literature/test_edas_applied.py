"""EDAS as applied in two papers that print the appraisal scores to three decimals.

Yazdani, M., Torkayesh, A. E., Santibanez-Gonzalez, E. D. & Otaghsara, S. K. (2020), Sustainable Operations
and Computers 1, 35–42: five energy sources. Confirmed in the tests of pymcdm. Ersoy, Y. (2021), LogForum 17:
six devices. Confirmed in the tests of energyinpython/pre-pyrepo and of scikit-criteria.
"""

import numpy as np

from reporter.methods.rankers import edas

SOURCES = np.array([
    [3873, 39.55, 0.27, 0.87, 150, 0.07, 12, 2130], [5067, 67.26, 0.23, 0.23, 40, 0.02, 21, 2200],
    [2213, 24.69, 0.08, 0.17, 200, 0.04, 35, 570], [6243, 132, 0.07, 0.25, 100, 0.04, 16, 100],
    [8312, 460.47, 0.05, 0.21, 25, 0.1, 25, 200],
])  # fmt: skip
DEVICES = np.array([
    [256, 8, 41, 1.6, 1.77, 7347.16], [256, 8, 32, 1.0, 1.8, 6919.99], [256, 8, 53, 1.6, 1.9, 8400],
    [256, 8, 41, 1.0, 1.75, 6808.9], [512, 8, 35, 1.6, 1.7, 8479.99], [256, 4, 35, 1.6, 1.7, 7499.99],
])  # fmt: skip


def test_five_energy_sources_come_out_as_printed() -> None:
    benefit = np.array([False, False, False, True, True, False, True, True])
    weights = np.array([0.131, 0.113, 0.126, 0.125, 0.126, 0.129, 0.132, 0.117])
    np.testing.assert_allclose(
        edas(SOURCES, benefit, weights), [0.841, 0.632, 0.883, 0.457, 0.104], atol=5e-4
    )


def test_six_devices_come_out_as_printed() -> None:
    benefit = np.array([True, True, True, True, False, False])
    weights = np.array([0.405, 0.221, 0.134, 0.199, 0.007, 0.034])
    printed = [0.414, 0.130, 0.461, 0.212, 0.944, 0.043]
    np.testing.assert_allclose(edas(DEVICES, benefit, weights), printed, atol=5e-4)
