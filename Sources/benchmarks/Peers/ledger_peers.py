"""Asks another program a question about the same ledger.

usage: ledger_peers.py ENGINE load LEDGER DATABASE
       ledger_peers.py ENGINE ask FILE-WITH-THE-QUESTION ANSWER [DATABASE]

Prints `query MICROSECONDS`, without the start of Python and of the library; the answer is a CSV without header.
"""

import csv
import json
import sys
import time


def duckdb(text, database):
    import duckdb
    connection = duckdb.connect(database) if database else duckdb.connect()
    return lambda: connection.execute(text).fetchall()


def load_duckdb(text, database):
    import duckdb
    connection = duckdb.connect(database)
    connection.execute(text)
    connection.close()


def chdb(text, database):
    import chdb
    return lambda: [json.loads(line) for line in str(chdb.query(text, "JSONCompactEachRow")).splitlines()]


def polars(text, database):
    import polars as pl
    names = {"pl": pl}
    exec(text, names)
    return lambda: names["answer"]().rows()


def load_sqlite(ledger, database):
    import sqlite3
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE enterprises(id TEXT PRIMARY KEY, town TEXT, line TEXT)")
    connection.execute("CREATE TABLE trademarks(id TEXT PRIMARY KEY, registeredOn TEXT, kind TEXT, "
                       "owner TEXT, line TEXT)")
    for kind, keys in (("enterprises", ("id", "town")),
                       ("trademarks", ("id", "registeredOn", "kind", "owner"))):
        def rows():
            with open(f"{ledger}/{kind}.jsonl", encoding="utf-8") as file:
                for line in file:
                    record = json.loads(line)
                    yield [record.get(key) for key in keys] + [line.rstrip("\n")]
        marks = ",".join("?" * (len(keys) + 1))
        connection.executemany(f"INSERT OR REPLACE INTO {kind} VALUES({marks})", rows())
    connection.commit()
    connection.close()


def main(engine, action, first, second, database=None):
    if (engine, action) == ("sqlite", "load"):
        return load_sqlite(first, second)
    with open(first, encoding="utf-8") as file:
        text = file.read()
    if action == "load":
        return load_duckdb(text, second)
    run = {"duckdb": duckdb, "chdb": chdb, "polars": polars}[engine](text, database)
    start = time.perf_counter()
    rows = run()
    print("query", round((time.perf_counter() - start) * 1e6))
    with open(second, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(["" if value is None else value for value in row] for row in rows)


main(*sys.argv[1:])
