package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.Kind;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import dev.concur.read.Spill;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedEffortTest {

  private static final MethodFacts METHOD =
      ProgramReader.read(Snippet.compile("interface A { void a(); }"))
          .find("A")
          .orElseThrow()
          .methods()
          .get(0);

  @Test
  void what_was_packed_comes_back_to_the_last_bit() {
    PackedEffort form = new PackedEffort();
    Spill bytes = Spill.within(1);
    List<Effort> efforts =
        List.of(
            Effort.NONE,
            Effort.STRANGE,
            Effort.computing(0.1 + 0.2),
            new Effort(3, 1, Map.of(), Map.of(Kind.LOCK, 1.0), 0, 1 / 3.0),
            new Effort(
                1e300,
                Double.MIN_VALUE,
                Map.of(Kind.NETWORK, 1e6 / 7, Kind.DISK, 1e-9, Kind.SLEEP, 5.0),
                Map.of(Kind.NETWORK, 0.3, Kind.DISK, 1.0, Kind.LOCK, 0.7, Kind.SLEEP, 1.0),
                1e-17,
                1));
    List<Integer> begins = efforts.stream().map(each -> form.write(METHOD, each, bytes)).toList();

    for (int i = 0; i < begins.size(); i++) {
      Effort after = form.read(METHOD, bytes.get(begins.get(i)));
      assertEquals(efforts.get(i), after);
      assertEquals(efforts.get(i).nanos(), after.nanos());
    }
    assertTrue(bytes.get(begins.get(2)).length < 10, "computing alone is one number");
  }
}
