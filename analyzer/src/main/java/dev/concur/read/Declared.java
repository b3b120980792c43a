package dev.concur.read;

import java.util.List;

/**
 * What a method declares beside its name: for most methods the same as for thousands of others, so
 * that it is in memory once for all of them.
 *
 * @param annotations see {@link MethodFacts#annotations()}
 * @param parameterNames see {@link MethodFacts#parameterNames()}
 * @param elementTypes see {@link MethodFacts#elementTypes(int)}
 * @param exceptions see {@link MethodFacts#exceptions()}
 */
record Declared(
    List<Annotation> annotations,
    List<String> parameterNames,
    List<List<String>> elementTypes,
    List<String> exceptions) {
  Declared {
    annotations = List.copyOf(annotations);
    parameterNames = List.copyOf(parameterNames);
    elementTypes = List.copyOf(elementTypes);
    exceptions = List.copyOf(exceptions);
  }
}
