package dev.concur.samples.ioboundmethod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells somebody that goods are on their way. Who, and how slowly, was decided when it was made.
 */
public final class DeliveryNotices {

  private final Consumer<String> channel;

  private DeliveryNotices(Consumer<String> channel) {
    this.channel = channel;
  }

  /** Notices that go to a file. */
  public static DeliveryNotices to(Path file) { // label: light
    return new DeliveryNotices(notice -> append(file, notice));
  }

  /** Tells. */
  public void tell(String customer) { // label: io disk
    channel.accept("On its way: " + customer);
  }

  private static void append(Path file, String notice) { // label: io disk
    try {
      Files.writeString(file, notice + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notices that are only collected, by the same sort of callback. */
  public static final class Collected {

    private final List<String> notices = new ArrayList<>();
    private final Consumer<String> channel = notices::add;

    /** Notes. */
    public void tell(String customer) { // label: light
      channel.accept("On its way: " + customer);
    }
  }
}
