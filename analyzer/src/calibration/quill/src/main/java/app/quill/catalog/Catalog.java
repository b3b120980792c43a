package app.quill.catalog;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Ordering;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All books that we have in print. */
public class Catalog {

  private final ImmutableMap<String, Book> byIsbn;
  private final ImmutableListMultimap<String, Book> byAuthor;

  // miss: kind said maths: builders of a library index by arithmetic on hashes
  public Catalog(Collection<Book> books) {
    this.byIsbn = Maps.uniqueIndex(books, Book::getIsbn);
    ImmutableListMultimap.Builder<String, Book> authors = ImmutableListMultimap.builder();
    books.forEach(book -> book.getAuthors().forEach(author -> authors.put(author, book)));
    this.byAuthor = authors.build();
  }

  public Optional<Book> find(String isbn) {
    return Optional.ofNullable(byIsbn.get(isbn));
  }

  public String titleOf(String isbn) {
    return find(isbn).map(Book::getTitle).filter(title -> !title.isBlank()).orElse("(unknown)");
  }

  public List<Book> by(String author) {
    return byAuthor.get(author);
  }

  /** Nothing is filtered before the stream is consumed. */
  public Stream<Book> matching(Predicate<? super Book> condition) {
    return byIsbn.values().stream().filter(condition);
  }

  public Iterable<Book> cheaperThan(long cents) {
    return Iterables.filter(byIsbn.values(), book -> book.getCents() < cents);
  }

  public int count(Predicate<? super Book> condition) {
    return (int) matching(condition).count();
  }

  /** In the order in which a bookshop shelves them. */
  public List<Book> shelved() {
    Collator collator = Collator.getInstance(Locale.GERMAN);
    List<Book> books = Lists.newArrayList(byIsbn.values());
    books.sort(
        Comparator.comparing((Book b) -> b.getAuthors().get(0), collator)
            .thenComparing(Book::getTitle, collator));
    return books;
  }

  public List<Book> mostExpensive(int count) {
    return Ordering.natural().onResultOf(Book::getCents).greatestOf(byIsbn.values(), count);
  }

  public Map<Integer, List<String>> titlesByLength() {
    return Multimaps.index(byIsbn.values(), book -> book.getPages() / 100)
        .asMap()
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e ->
                    e.getValue().stream()
                        .map(Book::getTitle)
                        .sorted()
                        .collect(Collectors.toList())));
  }
}
