package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Locks of what stands in front of a thing that threads must not share. */
class ProxiedConnectionsTest {

  @Test
  void a_handler_of_calls_to_one_connection_is_one_callers_as_that_is() {
    assertEquals(Scope.PER_INSTANCE, guard("java.sql.Connection"));
  }

  @Test
  void a_handler_of_calls_to_what_many_share_is_shared() {
    assertEquals(Scope.SHARED_INSTANCE, guard("java.util.Map"));
  }

  private static Scope guard(String kept) {
    return Found.in(
            """
            import java.lang.reflect.*;
            public class Guard implements InvocationHandler {
              private final %s kept;
              public Guard(%s kept) { this.kept = kept; }
              public synchronized Object invoke(Object proxy, Method method, Object[] given)
                  throws Throwable {
                return method.invoke(kept, given);
              }
            }
            """
                .formatted(kept, kept))
        .lock("this of Guard")
        .lock()
        .scope();
  }
}
