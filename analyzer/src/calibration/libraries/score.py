#!/usr/bin/env python3
"""score.py FOLDER [half]: counts the labels of labels.tsv against the JSON reports of scans in FOLDER, one a library:
FOLDER/ivy-2.5.2.json is what `concur scan ivy-2.5.2.jar --classpath 'its/libraries/*' --runtime 17 -f json` wrote. With a half
(open, closed) it lists what is wrong there."""
import csv, json, os, sys
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
BOUNDS = ['io', 'cpu', 'mixed', 'light']


def reported(folder, coords):
    """Methods of a library by class, name and descriptor."""
    name = '-'.join(coords.split(':')[1:])
    with open(os.path.join(folder, name + '.json')) as report:
        return {(m['class'], m['method'], m['descriptor']): m for m in json.load(report)['methods']}


def f1(counts, bound):
    right = counts[bound, bound]
    said = sum(n for (_, s), n in counts.items() if s == bound)
    true = sum(n for (t, _), n in counts.items() if t == bound)
    return 2 * right / (said + true) if said + true else 0


def main():
    folder, half = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ''
    with open(os.path.join(HERE, 'labels.tsv')) as table:
        labels = [row for row in csv.DictReader(table, delimiter='\t') if half in ('', row['half'])]
    reports = {coords: reported(folder, coords) for coords in {row['coords'] for row in labels}}
    counts, sure = Counter(), Counter()
    for row in labels:
        method = reports[row['coords']].get((row['class'], row['method'], row['descriptor']))
        said = method['bound'] if method else 'absent'
        counts[row['bound'], said] += 1
        sure[method['confidence'] if method else 'absent', said == row['bound']] += 1
        if half and said != row['bound']:
            print(row['coords'], row['class'] + '#' + row['method'], 'is', row['bound'], 'said', said, '|', row['reason'])
    right = sum(n for (true, said), n in counts.items() if true == said)
    print(f'{right} of {len(labels)} right, macro-F1 {sum(f1(counts, b) for b in BOUNDS) / 4:.3f}')
    for bound in BOUNDS:
        print(bound, {said: counts[bound, said] for said in BOUNDS + ['unknown', 'absent']})
    for level in ('high', 'medium', 'low'):
        print(level, sure[level, True], 'of', sure[level, True] + sure[level, False])


main()
