package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.MethodRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueWaitsTest {

  private final CatalogueWaits waits = new CatalogueWaits();

  @Test
  void what_reads_from_a_device_waits() {
    MethodRef read =
        new MethodRef(
            "java.nio.file.Files", "readString", "(Ljava/nio/file/Path;)Ljava/lang/String;");
    assertTrue(waits.apply(read).isPresent());
  }

  @Test
  void what_finds_code_on_the_class_path_is_left_to_happen() {
    MethodRef providers =
        new MethodRef("java.util.ServiceLoader", "iterator", "()Ljava/util/Iterator;");
    assertEquals(Optional.empty(), waits.apply(providers));
  }
}
