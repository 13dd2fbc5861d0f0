"""Loads the people (see ../files.ts) and answers a line of JSON to each order: `calculate` (all variables, the simulation being built),
`all` (building the simulation from arrays, then calculating) and `check` (checksums). Times are of those alone, without their sums."""

from importlib.metadata import version
import json
from pathlib import Path
import sys
import time

from openfisca_core.simulations import SimulationBuilder
import numpy

from support import system

period = "2025"


def dates_of(packed):
    year, month, day = packed.astype(numpy.int64) >> 9, packed >> 5 & 15, packed & 31
    months = ((year - 1970) * 12 + month - 1).astype("datetime64[M]")
    return months.astype("datetime64[D]") + (day - 1).astype("timedelta64[D]")


def load(folder, packed):
    shards = [tuple(map(int, line.split())) for line in (folder / "shards.txt").read_text().splitlines()]
    of = numpy.fromfile(folder / "of.u32", "<u4").astype(numpy.int64)
    start = before = 0
    for rows, households in shards:  # Households are counted on through all shards.
        of[start : start + rows] += before
        start, before = start + rows, before + households
    birth = numpy.fromfile(folder / "birth.i32", "<i4")
    columns = {
        "birth": birth if packed else dates_of(birth),
        "income": numpy.fromfile(folder / "income.i32", "<i4"),
        "local": numpy.fromfile(folder / "local.i8", "<i1").astype(bool),
    }
    return columns, of, before


def build(rules, columns, of, households):
    """As the documentation builds a simulation from arrays, with roles as numbers (its fastest way)."""
    builder = SimulationBuilder()
    builder.create_entities(rules)
    builder.declare_person_entity("person", numpy.arange(len(of)))
    group = builder.declare_entity("household", numpy.arange(households))
    builder.join_with_persons(group, of, numpy.zeros(len(of), numpy.int16))
    simulation = builder.build(rules)
    for name, values in columns.items():
        simulation.set_input(name, period, values)
    return simulation


def calculate(simulation):
    return simulation.calculate("eligible", period), simulation.calculate("amount", period)


def forget(simulation, formulas):
    for name in formulas:
        simulation.delete_arrays(name)


def timed(work):
    begin = time.perf_counter()
    eligible, amount = work()
    milliseconds = (time.perf_counter() - begin) * 1000
    return {
        "milliseconds": milliseconds,
        "eligible": int(numpy.count_nonzero(eligible)),
        "amountFen": str(int(amount.sum(dtype=numpy.int64))),
    }


def checksums(simulation, formulas):
    weight = numpy.arange(simulation.persons.count, dtype=numpy.int64) % 251 + 1
    sums = {}
    for name in formulas:
        values = simulation.calculate(name, period)
        if len(values) != len(weight):
            values = simulation.populations["household"].project(values)
        sums[name] = str(int((values.astype(numpy.int64) * weight).sum()))
    sums["outcome"] = sums.pop("eligible")
    return sums


def main():
    folder, dates = Path(sys.argv[1]), sys.argv[2]
    rules, formulas = system(dates == "packed")
    columns, of, households = load(folder, dates == "packed")
    simulation = build(rules, columns, of, households)
    ready = {"ready": True, "openfisca": version("openfisca-core"), "numpy": numpy.__version__}
    print(json.dumps({**ready, "python": sys.version.split()[0]}), flush=True)
    for order in map(str.strip, sys.stdin):
        forget(simulation, formulas)
        if order == "check":
            answer = checksums(simulation, formulas)
        elif order == "all":
            answer = timed(lambda: calculate(build(rules, columns, of, households)))
        else:
            answer = timed(lambda: calculate(simulation))
        print(json.dumps(answer), flush=True)


main()
