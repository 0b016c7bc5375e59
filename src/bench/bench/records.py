"""Prints a catalogue of generated devices, or the statements that add it row by row.

    records.py jsonl|yaml|sql <devices>

Every device has three values that need evidence, and three claims that state them.
"""
import json
import sys

notation, devices = sys.argv[1], int(sys.argv[2])
CITATION, MAKERS = "GENERATED", 100


def records():
    yield "citations", {"key": CITATION}
    for i in range(MAKERS):
        yield "brands", {"slug": f"maker-{i}", "name": f"Maker {i}", "claims": [{"citation": CITATION}]}
    for i in range(devices):
        yield "devices", {
            "slug": f"device-{i}", "name": f"Device {i}", "kind": "MODEL", "brand": f"maker-{i % MAKERS}",
            "releasedOn": f"{2000 + i % 25}-{1 + i % 12:02}",
            "claims": [{"citation": CITATION, "states": "all"}],
        }


def statements(records):
    """The statements that a writer sends for each record: one for a row."""
    claim = "insert into claim (source_id, property, value, {0}_id) select c.id, {1}, {2}, currval(pg_get_serial_sequence('{0}', 'id')) from citation c where c.key = '" + CITATION + "';"
    yield "begin;"
    for kind, record in records:
        if kind == "citations":
            yield f"insert into citation (key) values ('{record['key']}');"
        elif kind == "brands":
            yield f"insert into brand (slug, name) values ('{record['slug']}', '{record['name']}');"
            yield claim.format("brand", "null", "null")
        else:
            yield (f"insert into device (slug, name, kind, brand_id, released_on) select '{record['slug']}', '{record['name']}', 'MODEL',"
                   f" b.id, '{record['releasedOn']}' from brand b where b.slug = '{record['brand']}';")
            for key in ("brand", "kind", "releasedOn"):
                yield claim.format("device", f"'{key}'", f"'{record[key]}'")
    yield "commit;"


if notation == "sql":
    sys.stdout.writelines(line + "\n" for line in statements(records()))
elif notation == "jsonl":
    sys.stdout.writelines(json.dumps({kind: [record]}) + "\n" for kind, record in records())
else:
    previous = None
    for kind, record in records():
        if kind != previous:
            print(f"{kind}:")
            previous = kind
        print("- " + json.dumps(record))
