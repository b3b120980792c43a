package app.quill.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

public class Shelves {

  private final Jdbi jdbi;

  public Shelves(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<String> shelfOf(String isbn) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select shelf from shelves where isbn = :isbn")
                .bind("isbn", isbn)
                .mapTo(String.class)
                .findOne());
  }

  public void put(String isbn, String shelf) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "merge into shelves (isbn, shelf) key (isbn) values (?, ?)", isbn, shelf));
  }

  public List<String> on(String shelf) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select isbn from shelves where shelf = :shelf")
                .bind("shelf", shelf)
                .mapTo(String.class)
                .list());
  }
}
