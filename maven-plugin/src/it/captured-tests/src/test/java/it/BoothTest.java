package it;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.After;
import org.junit.Assert;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class BoothTest {

  private final Booth booth = new Booth();

  @After
  public void leaves_a_trace() throws IOException, URISyntaxException {
    Path classes = Path.of(BoothTest.class.getResource("/it").toURI()).getParent();
    Files.writeString(classes.resolveSibling("trace.txt"), "a test was here");
  }

  /** Runs first and checks nothing: the next one must be run all the same. */
  @Test
  public void a_new_booth_is_there() {
    Assert.assertNotNull(booth);
  }

  @Test
  public void checks_what_it_sold() {
    booth.check(booth.sell(80));
  }
}
