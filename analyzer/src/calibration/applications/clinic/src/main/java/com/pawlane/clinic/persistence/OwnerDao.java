package com.pawlane.clinic.persistence;

import com.pawlane.clinic.model.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

public class OwnerDao extends JdbcSupport {
  private static final int PAGE = 40;

  public OwnerDao(DataSource source) {
    super(source);
  }

  public Owner require(long id) {
    return query("select * from owner where id = ?", OwnerDao::owner, id).stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("owner " + id));
  }

  public Map<Long, Owner> byIds(Collection<Long> ids) {
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(","));
    return query("select * from owner where id in (" + marks + ")", OwnerDao::owner, ids.toArray())
        .stream()
        .collect(Collectors.toMap(Owner::id, Function.identity()));
  }

  public List<Owner> all() {
    return query("select * from owner order by id", OwnerDao::owner);
  }

  public boolean changeEmail(long id, String email) {
    return update("update owner set email = ? where id = ?", email, id) == 1;
  }

  /** Page after page; nothing is read before the first hasNext. */
  public Iterator<Owner> pages() {
    return new Pages();
  }

  static Owner owner(ResultSet row) throws SQLException {
    return new Owner(
        row.getLong("id"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("street"),
        row.getString("town"),
        row.getString("email"),
        row.getString("phone"));
  }

  private final class Pages implements Iterator<Owner> {
    private Iterator<Owner> page = List.<Owner>of().iterator();
    private long last;
    private boolean done;

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && !done) {
        List<Owner> rows =
            query(
                "select * from owner where id > ? order by id limit " + PAGE,
                OwnerDao::owner,
                last);
        done = rows.size() < PAGE;
        page = rows.iterator();
      }
      return page.hasNext();
    }

    @Override
    public Owner next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Owner owner = page.next();
      last = owner.id();
      return owner;
    }
  }
}
