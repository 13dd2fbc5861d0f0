"""Determines invented people with the queries of `npx huijia sql` on Spark, and compares every total with DuckDB's on the same files.

    python determine.py [--people 1000000] [--save ../results/spark.json]

The people are made by DuckDB with whole-number arithmetic alone (the same for the same count, on every machine) and written to Parquet in a
folder that is thrown away. Spark then has the two views of the guide for warehouses, `people` and `links`, runs each printed query on a local
cluster of two workers and sums up its result; so does DuckDB with the query printed for it. See README.md.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import date

import duckdb
from pyspark.sql import SparkSession

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

POLICIES = {
    # Who lives together: sums over households.
    "household": ("benchmarks/columns/policy.md", "2025"),
    # Parents, their children and households: links within links.
    "relatives": ("benchmarks/spark/relatives.md", "2025"),
    # A law: dates and three unknowns.
    "law": ("law/childcare-subsidy/policy.md", "2026"),
}


def hashed(row, salt):
    """A whole number below 2^21 that looks like chance: 64 bits hold every product."""
    return f"((((({row}) * 1103515245 + {salt} * 12345 + 7) % 2147483648) * 48271 % 2147483647) // 1024)"


PEOPLE = f"""
SELECT
  i AS "row",
  'p' || i AS id,
  i * 344 // 1000 AS household,
  {hashed('i', 1)} % 100 <> 0 AS subject,
  CASE WHEN {hashed('i', 2)} % 100 = 0 THEN NULL
       ELSE (2025 - {hashed('i', 3)} % (CASE WHEN i % 3 = 2 THEN 20 ELSE 70 END)) * 512
            + (1 + {hashed('i', 4)} % 12) * 32
            + CASE WHEN {hashed('i', 5)} % 100 = 0 THEN 0 ELSE 1 + {hashed('i', 6)} % 28 END END AS birth,
  CASE WHEN {hashed('i', 7)} % 100 < 3 THEN NULL
       WHEN i % 3 = 2 THEN 0
       ELSE {hashed('i', 8)} % 1000 * ({hashed('i', 9)} % 1000) END AS income,
  CASE WHEN {hashed('i', 10)} % 100 < 2 THEN NULL ELSE {hashed('i', 11)} % 10 < 8 END AS local,
  CASE WHEN {hashed('i', 12)} % 100 < 2 THEN NULL ELSE {hashed('i', 13)} % 200 <> 0 END AS alive,
  CASE WHEN {hashed('i', 14)} % 100 < 2 THEN NULL WHEN {hashed('i', 15)} % 50 = 0 THEN 'ZZ' ELSE 'CN' END AS nationality
FROM range({{n}}) t(i)
"""

# Of three in a row the first two are the parents of the third, and married; of six, the first is also the fourth's parent.
LINKS = """
WITH parent(child, parent) AS (
  SELECT i, i - 1 FROM range({n}) t(i) WHERE i % 3 = 2
  UNION ALL SELECT i, i - 2 FROM range({n}) t(i) WHERE i % 3 = 2
  UNION ALL SELECT i, i - 3 FROM range({n}) t(i) WHERE i % 6 = 3
)
SELECT 'parents' AS relation, child AS source, parent AS target FROM parent
UNION ALL SELECT 'children', parent, child FROM parent
UNION ALL SELECT 'spouse', i, i + 1 FROM range({n}) t(i) WHERE i % 3 = 0 AND i + 1 < {n}
UNION ALL SELECT 'spouse', i, i - 1 FROM range({n}) t(i) WHERE i % 3 = 1
"""

# `digest` depends on whose amount is which: equal totals with two people's amounts changed over would differ in it.
TOTALS = """
SELECT outcome, missing, settle, count(*) AS people, CAST(sum(amount_fen) AS bigint) AS amount_fen,
  CAST(sum((result."row" % 9973 + 1) * (coalesce(amount_fen, -1) % 99991)) AS bigint) AS digest
FROM ({query}) result GROUP BY outcome, missing, settle ORDER BY outcome, missing, settle
"""


def query_of(policy, period, dialect):
    command = ["npx", "huijia", "sql", policy, "--period", period, "--dialect", dialect]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def totals_of(rows):
    names = ["outcome", "missing", "settle", "people", "amountFen", "digest"]
    return [dict(zip(names, row)) for row in rows]


def timed(work):
    begun = time.monotonic()
    result = work()
    return result, round(time.monotonic() - begun, 2)


def on_duckdb(files, query):
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    for name in ("people", "links"):
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{files}/{name}.parquet')")
    return totals_of(connection.execute(TOTALS.format(query=query)).fetchall())


def on_spark(spark, query):
    rows = spark.sql(TOTALS.format(query=query).replace('result."row"', "result.`row`")).collect()
    return totals_of(tuple(row) for row in rows)


def determine(people, files):
    making = duckdb.connect()
    for name, text in (("people", PEOPLE), ("links", LINKS)):
        making.execute(f"COPY ({text.format(n=people)}) TO '{files}/{name}.parquet'")
    making.close()
    spark = (
        SparkSession.builder.master("local[2]")
        .appName("huijia")
        .config("spark.driver.memory", "6g")
        .config("spark.sql.shuffle.partitions", "16")
        # Else the planner derives more conditions from the steps' columns than it can read in a minute.
        .config("spark.sql.constraintPropagation.enabled", "false")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.local.dir", files)
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    for name in ("people", "links"):
        spark.read.parquet(f"{files}/{name}.parquet").createOrReplaceTempView(name)
    found = {}
    try:
        for name, (policy, period) in POLICIES.items():
            here, duckdb_seconds = timed(lambda: on_duckdb(files, query_of(policy, period, "duckdb")))
            query = query_of(policy, period, "spark")
            there, spark_seconds = timed(lambda: on_spark(spark, query))
            found[name] = {
                "policy": policy,
                "same": here == there,
                "sparkSeconds": spark_seconds,
                "duckdbSeconds": duckdb_seconds,
                "personsPerSecond": round(people / spark_seconds),
                "totals": there,
                **({} if here == there else {"totalsOfDuckdb": here}),
            }
            print(f"{name}: {'the same' if here == there else 'DIFFERENT'}, Spark {spark_seconds} s, DuckDB {duckdb_seconds} s", flush=True)
        return found, spark.version
    finally:
        spark.stop()


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--people", type=int, default=1_000_000)
    options.add_argument("--save")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as files:
        found, version = determine(given.people, files)
    result = {
        "measuredOn": date.today().isoformat(),
        "people": given.people,
        "spark": version,
        "duckdb": duckdb.__version__,
        "master": "local[2]",
        "queries": found,
        "machine": {"system": f"{platform.system()} {platform.release()}".lower(), "cores": os.cpu_count()},
    }
    text = json.dumps(result, indent=2, ensure_ascii=False)
    if given.save is None:
        print(text)
    else:
        with open(given.save, "w", encoding="utf-8") as file:
            file.write(text + "\n")
    sys.exit(0 if all(one["same"] for one in found.values()) else 1)


if __name__ == "__main__":
    main()
