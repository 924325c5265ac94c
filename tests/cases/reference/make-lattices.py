"""Writes lattices.json and lattices.R: areas with shared corners and figures over them, from Python's own generator with a fixed seed."""

import json
import random

rng = random.Random(5)


def lattice(name, columns, rows, figure, missing=()):
    """Four-cornered areas whose corners were moved a little; those of `missing` are left out, so that the edge is ragged."""
    corner = {
        (x, y): [round(9 + x * 0.01 + rng.uniform(-0.002, 0.002), 6), round(48 + y * 0.01 + rng.uniform(-0.002, 0.002), 6)]
        for x in range(columns + 1)
        for y in range(rows + 1)
    }
    cells = [(x, y) for y in range(rows) for x in range(columns) if (x, y) not in missing]
    rings = [[corner[at] for at in ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y))] for x, y in cells]
    return {"name": name, "rings": rings, "values": [round(figure(x, y), 2) for x, y in cells]}


lattices = [
    lattice("slope with noise", 9, 7, lambda x, y: 3 * x + y + rng.gauss(0, 6), {(0, 0), (8, 6), (4, 3), (5, 3)}),
    lattice("noise", 8, 8, lambda x, y: rng.gauss(20, 4)),
    lattice("unlike beside each other", 14, 1, lambda x, y: 10 * (x % 2) + rng.gauss(0, 3)),
]
with open("lattices.json", "w", encoding="utf-8") as file:
    json.dump(lattices, file, indent=1)
    file.write("\n")


def vector(values):
    return f"c({', '.join(map(str, values))})"


def ring_of_r(ring):
    return f"cbind({vector(p[0] for p in ring)}, {vector(p[1] for p in ring)})"


with open("lattices.R", "w", encoding="utf-8") as file:
    listed = (
        f'list(name = "{one["name"]}", values = {vector(one["values"])}, rings = list({", ".join(map(ring_of_r, one["rings"]))}))'
        for one in lattices
    )
    file.write("lattices <- list(\n  " + ",\n  ".join(listed) + "\n)\n")
