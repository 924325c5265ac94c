"""Writes inputs.json: figures for every method, from Python's own generator with a fixed seed."""

import json
import random

rng = random.Random(20261127)


def rounded(values, places=2):
    return [round(value, places) for value in values]


inputs = {
    "classes": [
        {"name": "rates of 152 areas", "k": 5, "values": rounded(rng.lognormvariate(2, 0.6) for _ in range(152))},
        {"name": "three heaps", "k": 3, "values": rounded(rng.gauss(c, 1) for c in (5, 20, 60) for _ in range(20))},
        {"name": "many ties", "k": 4, "values": [rng.randint(0, 12) for _ in range(80)]},
        {"name": "seven classes", "k": 7, "values": rounded((rng.random() * 100 for _ in range(60)), 1)},
    ],
    "series": [
        {"name": "rising with noise", "values": rounded(i * 0.4 + rng.gauss(0, 1) for i in range(12))},
        {"name": "no trend", "values": rounded(rng.gauss(10, 2) for _ in range(15))},
        {"name": "six years", "values": rounded(20 - i * 0.9 + rng.gauss(0, 0.5) for i in range(6))},
        {"name": "ties", "values": [3, 3, 4, 4, 4, 5, 3, 6, 6, 7]},
        {"name": "falling without noise", "values": [9, 8, 7, 6, 5, 4, 3]},
    ],
    "shares": [[0, 9], [1, 9], [9, 9], [3, 40], [40, 625], [84, 2100], [299, 300], [5000, 12345], [37, 301]],
    "groups": [
        {
            "name": "152 areas",
            "total": (totals := [rng.randint(300, 9000) for _ in range(152)]),
            "group": [round(t * rng.betavariate(2, 8)) for t in totals],
        },
        {"name": "small group", "total": [2000] * 30, "group": [rng.choice([0, 0, 1, 2, 3]) for _ in range(30)]},
        {"name": "with an empty area", "total": [50, 0, 70, 20], "group": [25, 0, 7, 20]},
    ],
}
with open("inputs.json", "w", encoding="utf-8") as file:
    json.dump(inputs, file, indent=1)
    file.write("\n")
