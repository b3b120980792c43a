#!/bin/sh
# Whether scans keep within the heap that is promised (E-40): app within 512 MB, large within 768 MB.
# Usage: memory.sh CONCUR.jar FOLDER_OF_CORPORA [SECONDS]. Ends with 1 when a scan needed more heap, and with 2 when one was not done
# after so many seconds (default 1800), or failed for another reason: then nothing is known of what would have come.
set -u
jar=$1 corpora=$2 limit=${3:-1800}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
worst=0

# within HEAP CORPUS
within() {
  heap=$1 corpus=$2
  timeout "$limit" java -Xmx"$heap" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:NewRatio=9 -XX:MarkSweepDeadRatio=0 -Xshare:auto -Xlog:gc*:file="$out/gc.log" \
    -jar "$jar" scan --fail-on never -f json -o "$out/report.json" "$corpora/$corpus"/*.jar 2>"$out/err"
  code=$?
  kept=$(sed -n 's/.*Pause Full.*->\([0-9]*\)M(.*/\1/p' "$out/gc.log" | sort -n | tail -n 1)
  last="most after a full collection: ${kept:-?} MB"
  case $code in
    0) verdict=pass ;;
    124) verdict="not done after $limit s" worst=2 ;;
    *)
      if grep -q 'more memory than' "$out/err"; then
        verdict=FAIL
        [ $worst = 0 ] && worst=1
      else
        verdict="failed with $code: $(head -n 1 "$out/err")" worst=2
      fi
      ;;
  esac
  printf '%s within %s: %s (%s)\n' "$corpus" "$heap" "$verdict" "$last"
}

within 512m app
within 768m large
exit $worst
