package dev.concur;

import dev.concur.input.Inputs;
import dev.concur.read.ClassSource;
import dev.concur.read.source.UncompiledSources;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What was found, as the reader wants to see it. */
record InputClasses(Inputs inputs) implements ClassSource {

  @Override
  public void roots(BiConsumer<String, byte[]> each) {
    inputs
        .roots()
        .forEach(root -> inputs.classes(root, file -> each.accept(file.where(), file.bytes())));
  }

  @Override
  public List<UncompiledSources.Source> uncompiled() {
    return inputs.uncompiled().stream()
        .map(each -> new UncompiledSources.Source(each.name(), each.text()))
        .toList();
  }

  @Override
  public Optional<byte[]> library(String binaryName) {
    return inputs.find(binaryName);
  }
}
