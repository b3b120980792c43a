#!/bin/bash
# Measures all arms of all workloads of a set: measure.sh SET [RESULTS.tsv] [ID ...], after build.sh SET.
# JDKS: homes of the JDKs, the newest first, separated by spaces (default: JAVA_HOME).
# Windows in ms: WINDOW (a round), WARM (warm-up of an arm), FIRST (warm-up of the baseline); ROUNDS.
cd "$(dirname "$0")/${1:?which set: first, second or third}" || exit 1
shift
out=$(realpath -m "${1:-target/results.tsv}"); shift
ids=("$@"); [ ${#ids[@]} -gt 0 ] || mapfile -t ids < <(seq -f 'W%02g' 1 34)
export LC_ALL=C
cp="$PWD/target/harness:$PWD/target/classes:$(echo "$PWD"/target/libs/*.jar | tr ' ' ':')"
tmp=$PWD/target/tmp; mkdir -p "$tmp"; rm -f "$out" "$out.part" "$out.log"
start=$(date +%s)
for id in "${ids[@]}"; do for home in ${JDKS:-${JAVA_HOME:?say where a JDK is: JDKS or JAVA_HOME}}; do
  timeout -k 5 "${LIMIT:-120}" "$home/bin/java" -Xmx2g -Dsun.net.httpserver.nodelay=true -Dsun.net.httpserver.maxIdleConnections=1000 \
    -Dexam.tmp="$tmp" ${ARMS:+-Darms="$ARMS"} -cp "$cp" arms.Run "$id" "$out.part" "${ROUNDS:-3}" "${WINDOW:-330}" "${WARM:-300}" "${FIRST:-1000}" \
    >>"$out.log" 2>&1 || echo "$id $home: exit $?, see $out.log"
  echo "$id $(basename "$home") done at $(( $(date +%s) - start )) s"
done; done
{ printf 'workload\tjdk\tarm\tops_s\tbaseline_ops_s\tspeedup\tmin\tmax\tcpu_ms_per_job\n'; cat "$out.part"; } >"$out"; rm -f "$out.part"
echo "$(($(wc -l <"$out") - 1)) arms in $(( $(date +%s) - start )) s: $out"
