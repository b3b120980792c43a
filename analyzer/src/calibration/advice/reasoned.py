#!/usr/bin/env python3
"""reasoned.py SET REPORT.json [open|closed]: follows the first advice of each place of SET/places.tsv (fourth, fifth), whose gains are
reasoned and not measured, in a JSON report of the compiled workloads, and counts what it loses against the best way. A way that would be
a race counts as nothing done; one that is not among the gains of a place is passed over for the next, and where none is left all stays
as it is."""
import csv, json, math, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
# Arms that a change of a lock may stand for, the first that a place has.
CHANGES = {
    'per-instance': ['own', 'confine', 'split'], 'confine': ['confine', 'own'], 'pool': ['own', 'confine'],
    'narrow': ['narrow', 'concurrent'], 'move-waiting-out': ['narrow', 'concurrent'],
    'concurrent-collection': ['concurrent', 'stripe', 'narrow'], 'stripe': ['stripe', 'split', 'concurrent'],
    'split': ['split', 'stripe'], 'read-write': ['rw'], 'snapshot': ['snapshot', 'concurrent'], 'adder': ['adder', 'confine'],
}


def way(remedy, arms):
    """The arm for the way of running the tasks; None where there is none."""
    model, sizes = remedy['model'], remedy.get('parameters') or {}
    if model == 'virtual-threads':
        return next((arm for arm in ('virtual', 't200', 't64', 't16', 'pool') if arm in arms), None)
    if model in ('processes', 'async'):
        arm = {'processes': 'procs', 'async': 'async'}[model]
        return arm if arm in arms else None
    if model != 'threads':
        return None
    if 'arallel stream' in remedy['change'] and 'pstream' in arms:
        return 'pstream'
    size = sizes.get('poolSize') or sizes.get('inFlight') or 2
    sized = {arm: 2 if arm == 'pool' else int(arm[1:]) for arm in arms if re.fullmatch(r'pool|t\d+', arm)}
    return min(sized, key=lambda arm: abs(math.log(sized[arm] / size)), default=None)


def arm(remedy, gains, races):
    plain = [each for each in gains if '+' not in each]
    if remedy['model'] == 'sequential':
        return 'seq' if 'seq' in gains and not remedy['change'].startswith('Leave') else 'asis'
    change = remedy.get('lockChange')
    if not change:
        if remedy['model'] == 'lock-change':
            return 'asis'
        found = way(remedy, plain + [each for each in races if each not in plain])
        return 'race' if found in races else found
    for name in CHANGES.get(change, [change]):
        if name in races:
            return 'race'
        after = [each.split('+')[1] for each in gains if each.startswith(name + '+')]
        found = way(remedy, after)
        if found or name in gains or after:
            return name + '+' + found if found else name if name in gains else name + '+' + after[0]
    found = way(remedy, plain + races)
    return 'race' if found in races else found or 'asis'


def accepted(place):
    places = {(place['class'], place['method'])}
    for each in filter(None, place['also_accepted'].replace(' ', '').split(',')):
        places.add(tuple(each.split('#')) if '#' in each else (place['class'], each))
    return places


def at(finding):
    """Class and method, those around a lambda or an anonymous class."""
    method = finding['at']['method']
    method = method.split('$')[1] if method.startswith('lambda$') else method
    return re.sub(r'\$\d+$', '', finding['at']['class']), {'new': '<init>', 'static': '<clinit>'}.get(method, method)


def main():
    with open(sys.argv[2]) as report:
        findings = json.load(report)['findings']
    half = sys.argv[3] if len(sys.argv) > 3 else ''
    lost = []
    with open(os.path.join(HERE, sys.argv[1], 'places.tsv')) as table:
        places = [row for row in csv.DictReader(table, delimiter='\t') if half in ('', row['half'])]
    for place in places:
        gains = {'asis': 1.0, **{name: float(gain) for name, gain in (each.split('=') for each in place['gains'].split(','))}}
        races = list(filter(None, place['race'].split(',')))
        said = next((each for each in findings if at(each) in accepted(place)), {'rule': 'nothing'})
        remedies = [each for each in said.get('advice', []) if each['status'] in ('recommended', 'alternative')]
        chosen = next(filter(None, (arm(each, gains, races) for each in remedies)), 'asis')
        regret = 1 - gains.get(chosen, 0 if chosen == 'race' else 1) / max(gains.values())
        lost.append((regret, chosen))
        print(place['id'], place['half'], said['rule'], chosen, f'{regret:.2f}', 'best', place['best'])
    regrets = [regret for regret, _ in lost]
    print(f'mean regret {sum(regrets) / len(lost):.3f}, within 15 % {sum(each <= .15 for each in regrets)} of {len(lost)}, '
          f'more than 2x worse {sum(each > .5 for each in regrets)}, races {sum(each == "race" for _, each in lost)}, '
          f'as it is {sum(each == "asis" for _, each in lost)}')


main()
