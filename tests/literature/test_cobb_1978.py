"""Cobb, G. W. (1978), The problem of the Nile: conditional solution to a changepoint problem, Biometrika 65,
243–251. The yearly flow at Aswan, 1871–1970, changes its level once, after 1898.

Confirmed: the hundred flows (table 1, page 249) and the change near 1898, in R's help page of `Nile` and in
public programs; R's strucchange sets the border after the 28th year, too.
"""

import numpy as np

from reporter.methods.stages import noise, partition

FLOW = np.array([
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
    1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
    1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796,
    1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874,
    848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919,
    718, 714, 740.0,
])  # fmt: skip


def test_the_nile_changes_once_after_1898() -> None:
    assert len(FLOW) == 100
    starts = partition(FLOW, 2 * noise(FLOW) * np.log(100))
    assert (1871 + starts).tolist() == [1871, 1899]


def test_at_a_low_penalty_the_borders_are_those_of_ruptures() -> None:
    # ruptures 1.1.10, Pelt(model="l2", min_size=2, jump=1).predict(pen=50000)
    assert partition(FLOW, 50000).tolist() == [0, 7, 10, 19, 28, 37, 40, 45, 47, 83, 95]
