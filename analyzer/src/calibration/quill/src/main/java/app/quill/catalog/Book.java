package app.quill.catalog;

import com.google.common.base.MoreObjects;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;

public final class Book {

  private final String isbn;
  private final String title;
  private final List<String> authors;
  private final int pages;
  private final long cents;

  public Book(String isbn, String title, List<String> authors, int pages, long cents) {
    this.isbn = Objects.requireNonNull(isbn);
    this.title = title;
    this.authors = ImmutableList.copyOf(authors);
    this.pages = pages;
    this.cents = cents;
  }

  public String getIsbn() {
    return isbn;
  }

  public String getTitle() {
    return title;
  }

  public List<String> getAuthors() {
    return authors;
  }

  public int getPages() {
    return pages;
  }

  public long getCents() {
    return cents;
  }

  public Book discounted(int percent) {
    return new Book(isbn, title, authors, pages, cents * (100 - percent) / 100);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Book b && b.isbn.equals(isbn);
  }

  @Override
  public int hashCode() {
    return isbn.hashCode();
  }

  @Override
  public String toString() {
    return MoreObjects.toStringHelper(this).add("isbn", isbn).add("title", title).toString();
  }
}
