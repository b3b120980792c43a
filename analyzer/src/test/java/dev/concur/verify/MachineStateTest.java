package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineStateTest {

  @TempDir Path root;

  @Test
  void a_quota_steal_shared_cores_and_uneven_clocks_are_said() throws IOException {
    file("sys/fs/cgroup/cpu.max", "150000 100000");
    file("sys/fs/cgroup/cpu.stat", "usage_usec 5\nnr_throttled 3\n");
    file("proc/stat", "cpu  1 2 3 4 5 6 7 100 0 0\ncpu0 1\n");
    core(0, "0-1", 3_000_000);
    core(1, "0-1", 2_000_000);
    MachineState before = MachineState.in(root);
    file("sys/fs/cgroup/cpu.stat", "usage_usec 9\nnr_throttled 7\n");
    file("proc/stat", "cpu  1 2 3 4 5 6 7 400 0 0\ncpu0 1\n");
    assertEquals(
        List.of(
            "a quota of 1.5 of 2 cores",
            "its quota stopped it 4 times",
            "the host took 15 % of the time",
            "2 hardware threads share each core",
            "cores of 2.0 and of 3.0 GHz"),
        MachineState.in(root).cautionsSince(before, 2, 10));
  }

  @Test
  void an_even_machine_of_ones_own_needs_no_caution() throws IOException {
    file("sys/fs/cgroup/cpu.max", "max 100000");
    file("proc/stat", "cpu  1 2 3 4 5 6 7 8 0 0\n");
    core(0, "0", 3_000_000);
    core(1, "1", 3_000_000);
    MachineState state = MachineState.in(root);
    assertEquals(List.of(), state.cautionsSince(state, 2, 10));
  }

  @Test
  void where_nothing_can_be_read_nothing_is_said() {
    MachineState state = MachineState.in(root.resolve("absent"));
    assertEquals(List.of(), state.cautionsSince(state, 2, 10));
  }

  private void core(int number, String siblings, int kilohertz) throws IOException {
    String core = "sys/devices/system/cpu/cpu" + number + "/";
    file(core + "topology/thread_siblings_list", siblings);
    file(core + "cpufreq/cpuinfo_max_freq", String.valueOf(kilohertz));
  }

  private void file(String name, String text) throws IOException {
    Files.createDirectories(root.resolve(name).getParent());
    Files.writeString(root.resolve(name), text);
  }
}
