#!/usr/bin/env python3
"""score.py SET RESULTS.tsv [ADVICE.tsv] [JDK]: ADVICE has workload, arm, predicted speedup (may be empty); without it, fixed policies are scored."""
import os, sys
from collections import defaultdict
# Where one way for everything would be a race, it takes the change of the code along that makes it none.
RACES = {'first': ('W04', 'W10', 'W12', 'W33'), 'second': ('W08',), 'third': ('W10', 'W20', 'W26')}
batch, res = sys.argv[1], sys.argv[2]
adv, jdk = (sys.argv[3] if len(sys.argv) > 3 else ''), (sys.argv[4] if len(sys.argv) > 4 else '25')
ops = defaultdict(dict)
for line in open(res).read().splitlines()[1:]:
    c = line.split('\t')
    if c[1] == jdk: ops[c[0]][c[2]] = float(c[3])
half = {l.split('\t')[0]: l.split('\t')[5] for l in open(os.path.join(sys.path[0], batch, 'places.tsv')).read().splitlines()[1:]}
def regrets(choice): return {w: 1 - (0 if choice(w) == 'race' else ops[w][choice(w)]) / max(ops[w].values()) for w in ops}
def show(name, r):
    v = list(r.values()); n = len(v)
    print(f'{name:28} mean regret {sum(v)/n:.3f}  within 15 %: {sum(x <= .15 for x in v)}/{n}  over 2x worse: {sum(x > .5 for x in v)}')
def first(*names):
    def choice(w):
        for name in names:
            changes = ('', 'per-instance+', 'pool-of-instances+', 'confinement+') if w in RACES[batch] else ('',)
            for change in changes:
                if change + name in ops[w]: return change + name
        return 'asis'
    return choice
if adv and adv != '-':
    rows = {l.split('\t')[0]: l.rstrip('\n').split('\t') for l in open(adv) if l.startswith('W')}
    r = regrets(lambda w: rows[w][1])
    for h in ('open', 'closed'): show(h, {w: x for w, x in r.items() if half[w] == h})
    show('all', r)
    pred = [(w, float(rows[w][2]), ops[w][rows[w][1]] / ops[w]['asis']) for w in ops if len(rows[w]) > 2 and rows[w][2] and rows[w][1] != 'race']
    print(f'predicted within 20 %: {sum(abs(p / m - 1) <= .2 for _, p, m in pred)}/{len(ops)}')
    for w in sorted(ops):
        best = max(ops[w], key=ops[w].get)
        print(w, half[w], rows[w][1], f'regret {r[w]:.3f}', 'best', best, f'{ops[w][best] / ops[w]["asis"]:.2f}x', 'predicted', rows[w][2] if len(rows[w]) > 2 else '')
else:
    show('leave alone', regrets(lambda w: 'asis'))
    show('sequential', regrets(lambda w: 'seq' if 'seq' in ops[w] else 'asis'))
    show('pool of cores', regrets(first('pool', 'pool-chunk')))
    show('200 threads', regrets(first('t200')))
    show('virtual threads', regrets(first('virtual')))
    show('parallel stream', regrets(first('pstream')))
    show('processes', regrets(first('procs')))
    show('oracle without changes', regrets(lambda w: max((a for a in ops[w] if '+' not in a), key=ops[w].get)))
    for w in sorted(ops):
        top = sorted(ops[w], key=ops[w].get, reverse=True)[:4]
        print(w, half[w], ', '.join(f'{a} {ops[w][a] / ops[w]["asis"]:.2f}x' for a in top))
