#!/usr/bin/env python3
"""Writes measured.tsv from raw.tsv (what the stopwatch wrote): labels by its rule, sure by a factor of two, halves by class."""
import csv
import random
import sys

# State decides these: the first call differs from all later ones, which is what was driven.
FIRST_CALL_DIFFERS = {
    ("io.bandstand.pricing.ExchangeRates", "toEuro"),
    ("io.bandstand.artist.ArtistDirectory", "find"),
    ("io.bandstand.venue.VenueFile", "capacity"),
}
WAITS = {"network", "disk", "database", "input", "process", "sleep", "lock"}


def label(wait, cpu):
    share = wait / max(.001, wait + cpu)
    if wait >= 20 and share > .2:
        return "io" if share >= .8 else "mixed"
    return "cpu" if cpu >= 50 else "light"


def main():
    rows = []
    for line in open(sys.argv[1]):
        if line.startswith("#"):
            continue
        cls, method, desc, bound, kind, flags, wall, cpu, share, border, driven = line.rstrip("\n").split("\t")
        wall, cpu = float(wall), float(cpu)
        share = float(share)
        wait = max(0, wall - cpu)
        # Where files are touched 100 us are the least; then the share tells more than wall and CPU do.
        disk = "blocking" in flags and wait < 100 and share > wait / max(.001, wait + cpu) + .004
        counted = 100 if disk else wait
        now = label(counted, cpu)
        if now != bound:
            print("differs", cls, method, bound, now, counted, cpu, share, file=sys.stderr)
        near = {label(counted * a, cpu * b) for a, b in ((2, 1), (.5, 1), (1, 2), (1, .5))}
        sure = "yes" if near == {bound} else "no"
        why = f"Measured: waits {wait:.1f} us, computes {cpu:.1f} us"
        why += f" ({driven})." if driven else "."
        if (cls, method) in FIRST_CALL_DIFFERS:
            sure = "no"
            why += " The first call differs from later ones."
        kind = "" if kind == "-" else kind
        rows.append([cls, method, desc, bound, kind, sure, why])
    # More were measured than asked for: thinned at random to the wanted mixture; raw.tsv keeps all.
    thin = random.Random(31)
    for l, most in (("light", 62), ("cpu", 45)):
        these = [r for r in rows if r[3] == l]
        gone = {id(r) for r in thin.sample(these, max(0, len(these) - most))}
        rows = [r for r in rows if id(r) not in gone]
    classes = sorted({r[0].split("$")[0] for r in rows})
    random.Random(20261128).shuffle(classes)
    size = {c: sum(r[0].split("$")[0] == c for r in rows) for c in classes}
    half, count = {}, 0
    for c in classes:
        half[c] = "open" if count * 2 < len(rows) else "closed"
        count += size[c]
    with open("measured.tsv", "w") as out:
        w = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, escapechar="\\")
        w.writerow(["class", "method", "descriptor", "label", "kind", "sure", "why", "half"])
        for r in rows:
            w.writerow(r + [half[r[0].split("$")[0]]])
    for want in ("open", "closed"):
        for l in ("io", "cpu", "mixed", "light"):
            these = [r for r in rows if r[3] == l and half[r[0].split("$")[0]] == want]
            print(want, l, len(these), "sure", sum(r[5] == "yes" for r in these))
    print(len(rows), "methods of", len(classes), "classes")


main()
