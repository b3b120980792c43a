package com.pawlane.clinic.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.cfg.Configuration;

public class InvoiceRepository implements AutoCloseable {
  private final EntityManagerFactory factory;

  public InvoiceRepository(EntityManagerFactory factory) {
    this.factory = factory;
  }

  public static InvoiceRepository connect(String url) {
    Configuration configuration =
        new Configuration()
            .addAnnotatedClass(InvoiceEntity.class)
            .setProperty("hibernate.connection.url", url)
            .setProperty("hibernate.connection.username", "sa")
            .setProperty("hibernate.connection.password", "");
    return new InvoiceRepository(configuration.buildSessionFactory());
  }

  public Optional<InvoiceEntity> byNumber(String number) {
    EntityManager entities = factory.createEntityManager();
    try {
      return Optional.ofNullable(entities.find(InvoiceEntity.class, number));
    } finally {
      entities.close();
    }
  }

  public List<InvoiceEntity> unpaidOf(long ownerId) {
    EntityManager entities = factory.createEntityManager();
    try {
      return entities
          .createQuery(
              "from InvoiceEntity i where i.ownerId = :owner and i.paid = false",
              InvoiceEntity.class)
          .setParameter("owner", ownerId)
          .getResultList();
    } finally {
      entities.close();
    }
  }

  public void add(InvoiceEntity invoice) {
    inTransaction(
        entities -> {
          entities.persist(invoice);
          return null;
        });
  }

  public boolean markPaid(String number) {
    return inTransaction(
        entities -> {
          InvoiceEntity invoice = entities.find(InvoiceEntity.class, number);
          if (invoice == null) {
            return false;
          }
          invoice.pay();
          return true;
        });
  }

  private <R> R inTransaction(Function<EntityManager, R> work) {
    EntityManager entities = factory.createEntityManager();
    EntityTransaction transaction = entities.getTransaction();
    try {
      transaction.begin();
      R result = work.apply(entities);
      transaction.commit();
      return result;
    } catch (RuntimeException e) {
      if (transaction.isActive()) {
        transaction.rollback();
      }
      throw e;
    } finally {
      entities.close();
    }
  }

  public Map<String, Object> settings() {
    return factory.getProperties();
  }

  @Override
  public void close() {
    factory.close();
  }
}
