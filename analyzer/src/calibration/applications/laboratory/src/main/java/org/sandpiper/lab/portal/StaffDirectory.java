package org.sandpiper.lab.portal;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Optional;

/** Physicians and technicians in the directory of the hospital. */
public class StaffDirectory implements AutoCloseable {
  public record Person(String uid, String name, String phone, String ward) {}

  private final LDAPConnectionPool pool;
  private final String base;

  public StaffDirectory(String host, int port, String base) throws LDAPException {
    this.pool = new LDAPConnectionPool(new LDAPConnection(host, port), 2);
    this.base = base;
  }

  static Person person(SearchResultEntry e) {
    return new Person(
        e.getAttributeValue("uid"),
        e.getAttributeValue("cn"),
        e.getAttributeValue("telephoneNumber"),
        e.getAttributeValue("ou"));
  }

  public Optional<Person> find(String uid) throws LDAPException {
    SearchResultEntry e = pool.getEntry("uid=" + uid + ",ou=people," + base);
    return Optional.ofNullable(e).map(StaffDirectory::person);
  }

  public List<Person> ofWard(String ward) throws LDAPException {
    return pool
        .search("ou=people," + base, SearchScope.ONE, Filter.createEqualityFilter("ou", ward))
        .getSearchEntries()
        .stream()
        .map(StaffDirectory::person)
        .toList();
  }

  public boolean passwordRight(String uid, String password) throws LDAPException {
    try {
      return pool.bindAndRevertAuthentication("uid=" + uid + ",ou=people," + base, password)
              .getResultCode()
          == ResultCode.SUCCESS;
    } catch (LDAPException e) {
      if (e.getResultCode() == ResultCode.INVALID_CREDENTIALS) return false;
      throw e;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
