package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FewTest {

  @Test
  void the_last_word_of_a_name_tells() {
    assertTrue(Few.isFew("options"));
    assertTrue(Few.isFew("args"));
    assertTrue(Few.isFew("commandLineOptions"));
    assertTrue(Few.isFew("DEFAULTOPTIONS"));
    assertTrue(Few.isFew("cookieMap"));
    assertTrue(Few.isFew("requestHeaderList"));
    assertFalse(Few.isFew("orderMap"));
    assertFalse(Few.isFew("optionsOfAll"));
    assertFalse(Few.isFew("default_options"));
    assertFalse(Few.isFew("version2tags"));
    assertFalse(Few.isFew(""));
  }
}
