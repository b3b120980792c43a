#!/bin/bash
# build.sh SET: fetches the libraries of a set (first, second) and compiles its vendor's library, its workloads (release 17) and
# the arms into SET/target.
set -e
cd "$(dirname "$0")/${1:?which set: first or second}"
rm -rf target; mkdir -p target/libs target/vendor target/classes target/harness
while read -r it; do
  mvn -B -q dependency:copy -Dartifact="$it" -DoutputDirectory="$PWD/target/libs" </dev/null
done <libs.txt
find vendor/src -name '*.java' -print0 | xargs -0 javac --release 17 -d target/vendor && jar cf target/libs/vendor.jar -C target/vendor .
find workloads/src/main/java -name '*.java' -print0 | xargs -0 javac --release 17 -g -cp 'target/libs/*' -d target/classes
javac --release 17 -cp 'target/classes:target/libs/*' -d target/harness ../arms/*.java arms/*.java
