package app.quill.store;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

public class AuthorService {

  private final SqlSessionFactory sessions;

  public AuthorService(SqlSessionFactory sessions) {
    this.sessions = sessions;
  }

  public String nameOf(int id) {
    try (SqlSession session = sessions.openSession(true)) {
      Author author = session.getMapper(AuthorMapper.class).byId(id);
      return author == null ? "?" : author.getName();
    }
  }

  public List<String> compatriots(String country) {
    try (SqlSession session = sessions.openSession(true)) {
      return session.getMapper(AuthorMapper.class).from(country).stream()
          .map(Author::getName)
          .collect(Collectors.toList());
    }
  }

  public boolean move(int id, String country) {
    try (SqlSession session = sessions.openSession(false)) {
      int changed = session.getMapper(AuthorMapper.class).move(id, country);
      session.commit();
      return changed == 1;
    }
  }

  // miss: said cpu: there are a dozen authors, and a list that is handed in counts as long
  static List<Author> byName(List<Author> authors) {
    return authors.stream()
        .sorted(Comparator.comparing(author -> author.getName().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toList());
  }
}
