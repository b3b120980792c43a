package dev.concur.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds lines of which one can never win. */
final class Duplicates {
  private Duplicates() {}

  static List<String> of(List<? extends SignatureIndex.Line<?>> lines) {
    Map<String, Source> first = new HashMap<>();
    List<String> found = new ArrayList<>();
    for (SignatureIndex.Line<?> line : lines) {
      Signature signature = line.signature();
      String key =
          signature.owner().text() + "." + signature.name().text() + signature.parameters();
      Source before = first.putIfAbsent(key, line.source());
      if (before != null) {
        found.add(before + " and " + line.source() + ": " + key);
      }
    }
    return found;
  }
}
