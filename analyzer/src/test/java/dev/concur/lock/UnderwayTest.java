package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockUse;
import org.junit.jupiter.api.Test;

class UnderwayTest {

  private static String book(String note) {
    return """
        import java.net.URI;
        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.net.http.HttpResponse;
        import java.util.HashMap;
        import java.util.Map;
        import java.util.concurrent.CompletableFuture;
        public final class Book {
          private static final Map<String, String> NOTES = new HashMap<>();
          private static final HttpClient CLIENT = HttpClient.newHttpClient();
          private static CompletableFuture<HttpResponse<String>> ask(String uri) {
            return CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
          }
          public static void note(String uri) {
        """
        + note
        + "}}";
  }

  @Test
  void what_was_asked_before_the_lock_was_taken_holds_nobody_up_for_as_long_as_it_takes() {
    LockUse use =
        Found.in(
                book(
                    "var asked = ask(uri);"
                        + " synchronized (NOTES) { NOTES.put(uri, asked.join().body()); }"))
            .lock("static Book.NOTES");

    assertEquals(GilLike.NO, use.gilLike());
    assertTrue(
        use.regions().get(0).all(Happening.Waits.class).stream()
            .anyMatch(wait -> wait.kind() == Kind.LOCK && !wait.bounded()),
        use.toString());
  }

  @Test
  void what_is_asked_under_the_lock_does() {
    LockUse use =
        Found.in(book("synchronized (NOTES) { NOTES.put(uri, ask(uri).join().body()); }"))
            .lock("static Book.NOTES");

    assertEquals(GilLike.TOTAL, use.gilLike());
  }
}
