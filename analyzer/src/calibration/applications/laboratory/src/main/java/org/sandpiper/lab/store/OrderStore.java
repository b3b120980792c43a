package org.sandpiper.lab.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.sandpiper.lab.domain.Order;

public class OrderStore {
  private final Supplier<SessionFactory> sessions;

  public OrderStore(Supplier<SessionFactory> sessions) {
    this.sessions = sessions;
  }

  private <T> T inTransaction(Function<Session, T> work) {
    try (Session s = sessions.get().openSession()) {
      Transaction t = s.beginTransaction();
      try {
        T result = work.apply(s);
        t.commit();
        return result;
      } catch (RuntimeException e) {
        t.rollback();
        throw e;
      }
    }
  }

  public void save(Order order) {
    inTransaction(
        s -> {
          OrderEntity e =
              new OrderEntity(
                  order.accession(),
                  order.mrn(),
                  order.requester(),
                  order.collected(),
                  order.urgent());
          order.tests().forEach(e::addTest);
          s.persist(e);
          return null;
        });
  }

  public Optional<Order> find(String accession) {
    return inTransaction(
        s -> Optional.ofNullable(s.get(OrderEntity.class, accession)).map(OrderStore::toDomain));
  }

  static Order toDomain(OrderEntity e) {
    return new Order(
        e.getAccession(),
        e.getMrn(),
        e.getRequester(),
        e.getCollected(),
        e.isUrgent(),
        e.getTests().stream().map(TestEntity::getCode).toList());
  }

  public List<Order> openOf(String mrn) {
    return inTransaction(
        s ->
            s
                .createQuery(
                    "select distinct o from OrderEntity o left join fetch o.tests where o.mrn = :mrn and o.state <> 'DONE'",
                    OrderEntity.class)
                .setParameter("mrn", mrn)
                .list()
                .stream()
                .map(OrderStore::toDomain)
                .toList());
  }

  public int close(Instant before) {
    return inTransaction(
        s ->
            s.createMutationQuery(
                    "update OrderEntity o set o.state = 'DONE' where o.collected < :t and o.state = 'NEW'")
                .setParameter("t", before)
                .executeUpdate());
  }
}
