package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.advise.Experiment;
import dev.concur.weave.LockRewrite.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrivenBeforeTest {

  @TempDir Path folder;

  private final Experiment experiment = Known.waitingOnThreads();

  @Test
  void what_drove_a_method_is_found_again_while_it_is_there_and_the_code_is_the_same()
      throws IOException {
    LiveRun run =
        new LiveRun(
            List.of("-Dconcur.live=settings.properties"),
            LiveRun.Arguments.captured("shop.BoothTest#sells", folder),
            2,
            5e6,
            4e6,
            .5,
            List.of("java.net.Socket.getInputStream"),
            Set.of(Change.NARROWED));
    before().keep(experiment, run);
    assertEquals(Optional.empty(), before().of(experiment), "its settings are gone");
    Path settings = LiveCheck.settingsOf(output(), experiment);
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "");
    assertEquals(Optional.of(run), before().of(experiment));
    assertEquals(Optional.empty(), before().of(Known.waitingAsync()));
    Files.writeString(code().resolve("A.class"), "changed");
    assertEquals(Optional.empty(), before().of(experiment));
  }

  private DrivenBefore before() throws IOException {
    VerifyRequest request = VerifyRequest.into(output()).withClassPath(List.of(code()));
    BenchmarkJdk jdk = new BenchmarkJdk(Path.of("jdk"), 25, "25.0.1", "", "");
    return new DrivenBefore(output(), new VerdictCache(request, jdk));
  }

  private Path output() {
    return folder.resolve("output");
  }

  private Path code() throws IOException {
    return Files.createDirectories(folder.resolve("classes"));
  }
}
