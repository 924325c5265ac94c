"""Writes scipy.json: Theil-Sen, Kendall, Wilson and chance from SciPy and statsmodels, natural breaks by trying every partition."""

import json
from itertools import combinations

import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

with open("inputs.json", encoding="utf-8") as file:
    inputs = json.load(file)


def natural_breaks(values, k):
    """Smallest sum of squared deviations over all partitions of the distinct sorted figures: for few figures only."""
    distinct, counts = np.unique(values, return_counts=True)
    if len(distinct) > 60 or k > 4:
        return None
    n = np.concatenate([[0], np.cumsum(counts)])
    s = np.concatenate([[0], np.cumsum(distinct * counts)])
    q = np.concatenate([[0], np.cumsum(distinct**2 * counts)])

    def within(a, b):
        return q[b] - q[a] - (s[b] - s[a]) ** 2 / (n[b] - n[a])

    best = min(
        (sum(within(a, b) for a, b in zip((0, *cuts), (*cuts, len(distinct)))), cuts)
        for cuts in combinations(range(1, len(distinct)), k - 1)
    )
    return {"within": float(best[0]), "breaks": [float(distinct[cut]) for cut in best[1]]}


def trend(values):
    years = np.arange(len(values))
    line = stats.theilslopes(values, years, method="joint")
    tau = stats.kendalltau(years, values, variant="b")
    return {"slope": float(line[0]), "intercept": float(line[1]), "tauB": float(tau.statistic)}


def chance(group, total, runs=4000):
    """D under random allocation, drawn by NumPy's multivariate hypergeometric generator."""
    total = np.array(total)
    drawn = np.random.default_rng(1).multivariate_hypergeometric(total, int(sum(group)), size=runs, method="marginals")
    rest = total - drawn
    d = np.abs(drawn / drawn.sum(axis=1, keepdims=True) - rest / rest.sum(axis=1, keepdims=True)).sum(axis=1) / 2
    return {"expected": float(d.mean()), "standardError": float(d.std(ddof=1) / np.sqrt(runs))}


result = {
    "madeWith": f"SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}, NumPy {np.__version__}",
    "classes": [natural_breaks(np.array(one["values"], dtype=float), one["k"]) for one in inputs["classes"]],
    "series": [trend(one["values"]) for one in inputs["series"]],
    "shares": [[float(end) for end in proportion_confint(k, n, alpha=0.05, method="wilson")] for k, n in inputs["shares"]],
    "groups": [chance(one["group"], one["total"]) for one in inputs["groups"]],
}
with open("scipy.json", "w", encoding="utf-8") as file:
    json.dump(result, file, indent=1)
    file.write("\n")
