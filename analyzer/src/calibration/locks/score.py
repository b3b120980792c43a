#!/usr/bin/env python3
"""score.py concur.jar FOLDER [half [places2.tsv]]: fetches the libraries of places.tsv into FOLDER, scans each with its own libraries as
class path, and counts the places that are named: a lock with gilLike other than no, or a warning or error of the
families gil and lock, that stands at the class and one of its methods. With a half (open, closed) it prints each place."""
import csv, json, os, subprocess, sys
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
RULES = os.path.join(HERE, '../../../../rules/src/main/java/dev/concur/rules')


def rule_ids():
    """Ids of the two families, from the pages beside the rules: GilCpu.md is gil-cpu."""
    ids = set()
    for family in ('gil', 'lock'):
        for page in os.listdir(os.path.join(RULES, family)):
            if page.endswith('.md'):
                ids.add(''.join('-' + c.lower() if c.isupper() else c for c in page[:-3]).lstrip('-'))
    return ids


def fetch(place, folder):
    """The jar of a place and the folder of its dependencies."""
    group, artifact, version = place['coords'].split(':')[:3]
    home = os.path.join(folder, artifact + '-' + version)
    jar = os.path.join(home, place['jar'])
    if not os.path.exists(jar):
        os.makedirs(home, exist_ok=True)
        pom = os.path.join(home, 'pom.xml')
        with open(pom, 'w') as out:
            out.write(f'''<project><modelVersion>4.0.0</modelVersion><groupId>places</groupId><artifactId>fetch</artifactId>
<version>1</version><packaging>pom</packaging><dependencies><dependency><groupId>{group}</groupId>
<artifactId>{artifact}</artifactId><version>{version}</version></dependency></dependencies></project>''')
        subprocess.run(['mvn', '-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime',
                        '-DoutputDirectory=' + home], capture_output=True)
    if not os.path.exists(jar):
        subprocess.run(['mvn', '-q', '-B', 'dependency:copy', '-Dartifact=' + place['coords'], '-DoutputDirectory=' + home],
                       capture_output=True)
    return jar, home


def scan(place, concur, folder):
    jar, home = fetch(place, folder)
    report = os.path.join(home, 'report.json')
    libraries = os.pathsep.join(os.path.join(home, j) for j in sorted(os.listdir(home)) if j.endswith('.jar') and j != place['jar'])
    command = ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx3g', '-jar', concur, 'scan', jar, '-f', 'json', '-o', report,
               '--fail-on', 'never'] + (['--cp', libraries] if libraries else [])
    try:
        subprocess.run(command, capture_output=True, timeout=600)
    except subprocess.TimeoutExpired:
        print('no end in 600 s:', place['jar'])
        return None
    return json.load(open(report)) if os.path.exists(report) else None


def named(report, place, rules):
    methods = place['method'].split('|')
    classes = place['class'].split('|')
    at = lambda spot: spot['class'] in classes and spot['method'] in methods
    for lock in report['locks']:
        if lock.get('gilLike') != 'no' and any(at(region) for region in lock['regions']):
            return 'lock ' + lock['identity']
    for finding in report['findings']:
        if finding['severity'] in ('warning', 'error') and finding['rule'] in rules and at(finding['at']):
            return finding['rule']
    return None


def main():
    concur, folder, half = sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None
    table = os.path.join(HERE, sys.argv[4] if len(sys.argv) > 4 else 'places.tsv')
    places = [p for p in csv.DictReader(open(table), delimiter='\t') if half in (None, 'all', p['half'])]
    rules, counts = rule_ids(), {}
    with ThreadPoolExecutor(2) as pool:
        for place, report in zip(places, pool.map(lambda p: scan(p, concur, folder), places)):
            why = named(report, place, rules) if report else None
            key = place['half'] + ' ' + place['verdict']
            hit, all_ = counts.get(key, (0, 0))
            counts[key] = (hit + (why is not None), all_ + 1)
            if half not in (None, 'all'):
                print('+' if why else '-', place['verdict'], place['jar'], place['class'], why or '')
    for key, (hit, all_) in sorted(counts.items()):
        print(key, hit, 'of', all_)


main()
