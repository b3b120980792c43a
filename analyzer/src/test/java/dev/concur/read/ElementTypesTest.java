package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ElementTypesTest {

  @Test
  void says_what_the_elements_of_each_parameter_are() {
    assertEquals(
        List.of(List.of("java.nio.file.Path"), List.of(), List.of("java.lang.String", "[B")),
        ElementTypes.of(
            "(Ljava/util/List<Ljava/nio/file/Path;>;I"
                + "Ljava/util/Map<Ljava/lang/String;[B>;)Ljava/util/List<Ljava/lang/String;>;"));
  }

  @Test
  void leaves_out_variables_wildcards_and_what_is_deeper_inside() {
    assertEquals(
        List.of(List.of("java.util.List"), List.of("java.lang.Number"), List.of()),
        ElementTypes.of(
            "<T::Ljava/lang/Comparable<TT;>;>(Ljava/util/Map<TT;Ljava/util/List<TT;>;>;"
                + "Ljava/util/List<+Ljava/lang/Number;>;Ljava/util/List<*>;)V^TE;"));
  }

  @Test
  void no_generics_no_types() {
    assertEquals(List.of(), ElementTypes.of(null));
  }
}
