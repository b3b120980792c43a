#!/bin/sh
# Brings the jars that the figures in analyzer/bench.md were measured on, with plain Maven.
# Usage: fetch-corpora.sh FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
to=${1:?folder for the jars}
for corpus in small medium app large; do
  mkdir -p "$to/$corpus"
  mvn -q -B -f "$here/corpora/$corpus/pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$(cd "$to/$corpus" && pwd)" -Dmdep.prependGroupId=true
done
