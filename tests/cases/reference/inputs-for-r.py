"""Writes inputs.R, the figures of inputs.json as R reads them."""

import json

with open("inputs.json", encoding="utf-8") as file:
    inputs = json.load(file)


def vector(values):
    return f"c({', '.join(map(str, values))})"


def listed(name, key_lists):
    return f"{name} <- list(\n  " + ",\n  ".join(key_lists) + "\n)\n"


with open("inputs.R", "w", encoding="utf-8") as file:
    file.write(listed("classes", [f'list(name = "{o["name"]}", k = {o["k"]}, values = {vector(o["values"])})' for o in inputs["classes"]]))
    file.write(listed("series", [f'list(name = "{o["name"]}", values = {vector(o["values"])})' for o in inputs["series"]]))
    file.write(listed("shares", [vector(pair) for pair in inputs["shares"]]))
    file.write(listed("groups", [f'list(name = "{o["name"]}", total = {vector(o["total"])}, group = {vector(o["group"])})' for o in inputs["groups"]]))
