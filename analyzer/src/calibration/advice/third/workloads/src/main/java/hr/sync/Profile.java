package hr.sync;

/** A person as payroll knows them. */
public record Profile(String person, String fields) {
  public int checksum() {
    return person.hashCode() * 31 + fields.hashCode();
  }
}
