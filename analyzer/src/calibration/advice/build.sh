#!/bin/bash
# build.sh SET: fetches the libraries of a set (first, second, third) and compiles its vendor's library, its workloads (release 17; what needs
# 21 by the JDK at JDK21, a home of 21 or newer) and the arms into SET/target. What a set has of the shared arms it has anew.
set -e
cd "$(dirname "$0")/${1:?which set: first, second or third}"
rm -rf target; mkdir -p target/libs target/vendor target/classes target/harness
while read -r it; do
  mvn -B -q dependency:copy -Dartifact="$it" -DoutputDirectory="$PWD/target/libs" </dev/null
done <libs.txt
if [ -d vendor ]; then
  find vendor/src -name '*.java' -print0 | xargs -0 javac --release 17 -d target/vendor && jar cf target/libs/vendor.jar -C target/vendor .
fi
find workloads/src/main/java -name '*.java' -print0 | xargs -0 javac --release 17 -g -cp 'target/libs/*' -d target/classes
if [ -d workloads/src21 ]; then
  find workloads/src21 -name '*.java' -print0 |
    xargs -0 "${JDK21:?where is a JDK of 21 or newer}/bin/javac" --release 21 -g -cp 'target/classes:target/libs/*' -d target/classes
fi
shared=(); for one in ../arms/*.java; do [ -e "arms/${one##*/}" ] || shared+=("$one"); done
changed=(); [ ! -d changed ] || mapfile -t changed < <(find changed -name '*.java')
javac --release 17 -cp 'target/classes:target/libs/*' -d target/harness "${shared[@]}" arms/*.java "${changed[@]}"
[ ! -d arms21 ] ||
  "$JDK21/bin/javac" --release 21 -cp 'target/harness:target/classes:target/libs/*' -d target/harness arms21/*.java
