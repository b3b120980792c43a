#!/bin/bash
# Fetches the libraries and compiles the vendor's library, the workloads (release 17) and the harness into target.
set -e
cd "$(dirname "$0")"
rm -rf target; mkdir -p target/libs target/vendor target/classes target/harness
for it in com.h2database:h2:2.3.232 org.jsoup:jsoup:1.21.2 com.fasterxml.jackson.core:jackson-annotations:2.19.2 \
    com.fasterxml.jackson.core:jackson-core:2.19.2 com.fasterxml.jackson.core:jackson-databind:2.19.2; do
  mvn -B -q dependency:copy -Dartifact="$it" -DoutputDirectory="$PWD/target/libs"
done
find vendor/src -name '*.java' -print0 | xargs -0 javac --release 17 -d target/vendor && jar cf target/libs/glyphworks-shaper-2.4.jar -C target/vendor .
find workloads/src/main/java -name '*.java' -print0 | xargs -0 javac --release 17 -g -cp 'target/libs/*' -d target/classes
javac --release 17 -cp 'target/classes:target/libs/*' -d target/harness harness/src/arms/*.java
