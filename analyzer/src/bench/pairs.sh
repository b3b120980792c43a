#!/bin/sh
# Two builds of concur in turns on the same jars: CPU seconds and peak memory of each run, and whether the reports are the same.
# Usage: pairs.sh OLD.jar NEW.jar FOLDER_OF_JARS [PAIRS] [JVM options]
set -eu
old=$1 new=$2 jars=$3 pairs=${4:-3}
[ $# -gt 4 ] && shift 4 || shift $#
reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT

for pair in $(seq "$pairs"); do
  for build in old new; do
    [ $build = old ] && jar=$old || jar=$new
    printf '%s %s: ' "$pair" "$build"
    /usr/bin/time -f '%U s user, %S s system, %M KB' \
      java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:NewRatio=9 -XX:MarkSweepDeadRatio=0 -Xshare:auto "$@" -jar "$jar" \
      scan --fail-on never -f json -o "$reports/$build.json" "$jars"/*.jar
  done
  cmp "$reports/old.json" "$reports/new.json" && echo "$pair: same report"
done
