package dev.concur.link;

import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods that one class declares, found by the hashes of their names. */
final class Members {

  private final MethodFacts[] methods;
  private final int[] hashes;

  Members(ClassFacts type) {
    List<MethodFacts> sorted =
        type.methods().stream()
            .sorted(Comparator.comparingInt(method -> method.ref().name().hashCode()))
            .toList();
    methods = sorted.toArray(MethodFacts[]::new);
    hashes = sorted.stream().mapToInt(method -> method.ref().name().hashCode()).toArray();
  }

  /** The first method of this name and descriptor. */
  @Nullable MethodFacts find(String name, String descriptor) {
    int hash = name.hashCode();
    for (int i = first(hash); i < hashes.length && hashes[i] == hash; i++) {
      if (methods[i].ref().name().equals(name)
          && methods[i].ref().descriptor().equals(descriptor)) {
        return methods[i];
      }
    }
    return null;
  }

  private int first(int hash) {
    int low = 0;
    int high = hashes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hashes[middle] < hash) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
