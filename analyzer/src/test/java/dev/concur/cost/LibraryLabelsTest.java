package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Labels of code that leans on libraries; of those only signatures are there, as in their jars. */
class LibraryLabelsTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String[] LIBRARIES = {
    """
    package org.apache.commons.compress.compressors.bzip2;
    public class BZip2CompressorOutputStream extends java.io.FilterOutputStream {
      public BZip2CompressorOutputStream(java.io.OutputStream out) { super(out); }
    }
    """,
    """
    package org.springframework.data.repository;
    public interface Repository<T, ID> {}
    """,
    """
    package org.springframework.data.repository;
    public interface CrudRepository<T, ID> extends Repository<T, ID> {
      <S extends T> S save(S entity);
      java.util.Optional<T> findById(ID id);
    }
    """,
    """
    package org.springframework.transaction.annotation;
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface Transactional {}
    """,
    """
    package org.springframework.scheduling.annotation;
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface Async {}
    """,
    """
    package org.springframework.cache.annotation;
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface Cacheable {}
    """,
    """
    package org.springframework.cloud.openfeign;
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface FeignClient {}
    """,
    """
    package org.springframework.web.client;
    public class RestTemplate {
      public <T> T getForObject(String url, Class<T> type, Object... variables) { return null; }
    }
    """,
    """
    package io.reactivex.rxjava3.core;
    public class Scheduler {}
    """,
    """
    package io.reactivex.rxjava3.functions;
    public interface Function<T, R> { R apply(T t) throws Throwable; }
    """,
    """
    package io.reactivex.rxjava3.functions;
    public interface Consumer<T> { void accept(T t) throws Throwable; }
    """,
    """
    package io.reactivex.rxjava3.schedulers;
    public class Schedulers {
      public static io.reactivex.rxjava3.core.Scheduler io() { return null; }
    }
    """,
    """
    package io.reactivex.rxjava3.core;
    import io.reactivex.rxjava3.functions.*;
    public abstract class Flowable<T> {
      public static <T> Flowable<T> fromIterable(Iterable<? extends T> source) { return null; }
      public <R> Flowable<R> map(Function<? super T, ? extends R> mapper) { return null; }
      public <R> Flowable<R> flatMap(Function<? super T, Flowable<R>> mapper) { return null; }
      public Flowable<java.util.List<T>> buffer(int count, int skip) { return null; }
      public T blockingLast() { return null; }
      public Flowable<T> subscribeOn(Scheduler scheduler) { return null; }
      public Object subscribe(Consumer<? super T> onNext) { return null; }
    }
    """,
    """
    package io.reactivex.rxjava3.core;
    import io.reactivex.rxjava3.functions.*;
    public abstract class Single<T> {
      public static <T> Single<T> fromCallable(java.util.concurrent.Callable<T> c) { return null; }
      public <U> Flowable<U> flattenAsFlowable(Function<? super T, Iterable<U>> m) { return null; }
    }
    """,
    """
    package reactor.core.publisher;
    public abstract class Mono<T> {
      public T block() { return null; }
      public <R> Mono<R> map(java.util.function.Function<? super T, ? extends R> f) { return null; }
    }
    """,
    """
    package jakarta.persistence;
    public interface EntityManager {
      <T> T find(Class<T> type, Object key);
      void persist(Object entity);
    }
    """,
    """
    package org.apache.kafka.clients.producer;
    public class ProducerRecord<K, V> {
      public ProducerRecord(String topic, V value) {}
    }
    """,
    """
    package org.apache.kafka.clients.producer;
    public interface Producer<K, V> {
      java.util.concurrent.Future<Object> send(ProducerRecord<K, V> record);
      void flush();
    }
    """,
    """
    package io.grpc.stub;
    public abstract class AbstractBlockingStub<S> {}
    """,
    """
    package org.jetbrains.annotations;
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS)
    public @interface NonBlocking {}
    """,
    """
    package org.jetbrains.annotations;
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS)
    public @interface Blocking {}
    """,
  };

  private static final String APPLICATION =
      """
      package app;

      import java.util.List;
      import java.util.Optional;
      import java.util.concurrent.Future;

      public class Shop {

        static byte[] packed(byte[] bytes) throws java.io.IOException {
          java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
          try (java.io.OutputStream packing =
              new org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream(out)) {
            packing.write(bytes);
          }
          return out.toByteArray();
        }
        public static class Customer {}

        public interface Customers
            extends org.springframework.data.repository.CrudRepository<Customer, Long> {
          List<Customer> findByNameIgnoringCase(String name);
        }

        @org.springframework.cloud.openfeign.FeignClient
        public interface Stock {
          int left(String sku);
          java.util.concurrent.CompletableFuture<Integer> leftLater(String sku);
        }

        public interface Gateway {
          @org.jetbrains.annotations.Blocking String call(String text);
          @org.jetbrains.annotations.NonBlocking String peek(String text);
        }

        public static class Mails {
          @org.springframework.scheduling.annotation.Async
          public void send(String text) throws Exception { Thread.sleep(50); }

          @org.springframework.cache.annotation.Cacheable
          public String template(String name) throws Exception { Thread.sleep(50); return name; }

          public void now(String text) throws Exception { send(text); }
        }

        Customers customers;
        Stock stock;
        Gateway gateway;
        Mails mails;
        org.springframework.web.client.RestTemplate rest;
        jakarta.persistence.EntityManager entities;
        org.apache.kafka.clients.producer.Producer<String, String> producer;

        List<Customer> byName(String name) { return customers.findByNameIgnoringCase(name); }
        Customer save(Customer customer) { return customers.save(customer); }
        int left(String sku) { return stock.left(sku); }
        Object leftLater(String sku) { return stock.leftLater(sku); }
        String get(String url) { return rest.getForObject(url, String.class); }
        Customer find(long id) { return entities.find(Customer.class, id); }
        Future<Object> send(String text) {
          return producer.send(
              new org.apache.kafka.clients.producer.ProducerRecord<String, String>("t", text));
        }
        void flush() { producer.flush(); }
        reactor.core.publisher.Mono<String> compose(reactor.core.publisher.Mono<String> m) {
          return m.map(String::trim);
        }
        String block(reactor.core.publisher.Mono<String> mono) { return mono.block(); }
        java.util.List<String> windows(java.util.List<String> names) {
          return io.reactivex.rxjava3.core.Flowable.fromIterable(names)
              .map(String::trim).buffer(5, 1).blockingLast();
        }
        String windowsElsewhere(java.util.List<String> names) {
          return io.reactivex.rxjava3.core.Flowable.fromIterable(names)
              .map(String::trim)
              .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io()).blockingLast();
        }
        String windowsOfOthers(java.util.List<io.reactivex.rxjava3.core.Flowable<String>> all) {
          return io.reactivex.rxjava3.core.Flowable.fromIterable(all)
              .flatMap(one -> one).blockingLast();
        }
        Object watch(String url) {
          return io.reactivex.rxjava3.core.Single
              .fromCallable(() -> java.util.List.of(rest.getForObject(url, String.class)))
              .flattenAsFlowable(list -> list)
              .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
              .subscribe(price -> {});
        }
        void mailLater(String text) throws Exception { mails.send(text); }
        String template(String name) throws Exception { return mails.template(name); }
        String gate(String text) { return gateway.call(text); }
        String peek(String text) { return gateway.peek(text); }

        @org.springframework.transaction.annotation.Transactional
        public int add(int a, int b) { return a + b; }

        @org.jetbrains.annotations.NonBlocking
        String wrong(String url) { return rest.getForObject(url, String.class); }
      }
      """;

  @BeforeAll
  static void label() {
    String[] units = new String[LIBRARIES.length + 1];
    System.arraycopy(LIBRARIES, 0, units, 0, LIBRARIES.length);
    units[LIBRARIES.length] = APPLICATION;
    Linked linked =
        Linked.of(ProgramReader.read(Snippet.compile(units).rootsIn("app")), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      if (!method.isAbstract()) {
        String owner = method.ref().owner();
        LABELS.put(owner.substring(4) + "." + method.ref().name(), costs.label(method));
      }
    }
  }

  private static Label of(String method) {
    return LABELS.get(method);
  }

  private static void waits(String method, Kind kind) {
    assertEquals(Bound.IO, of(method).bound(), method);
    assertEquals(kind, of(method).kinds().iterator().next(), method);
    assertTrue(of(method).blocking(), method);
  }

  private static void onlyStarts(String method) {
    assertFalse(of(method).blocking(), method);
    assertTrue(of(method).async(), method);
    assertEquals(Bound.LIGHT, of(method).bound(), method);
  }

  @Test
  void derived_queries_of_repositories_ask_the_database() {
    waits("Shop.byName", Kind.DATABASE);
    waits("Shop.save", Kind.DATABASE);
    waits("Shop.find", Kind.DATABASE);
  }

  @Test
  void clients_made_at_run_time_use_the_network() {
    waits("Shop.left", Kind.NETWORK);
    waits("Shop.get", Kind.NETWORK);
  }

  @Test
  void their_twins_that_return_a_future_only_start() {
    onlyStarts("Shop.leftLater");
    onlyStarts("Shop.send");
    assertFalse(of("Shop.compose").blocking());
  }

  @Test
  void joining_a_publisher_and_flushing_a_producer_block() {
    assertTrue(of("Shop.block").blocking());
    waits("Shop.flush", Kind.NETWORK);
  }

  @Test
  void a_pipeline_that_nobody_moves_runs_on_the_caller_and_waits_for_nobody() {
    assertFalse(of("Shop.windows").blocking());
    assertTrue(of("Shop.windowsElsewhere").blocking());
    assertTrue(of("Shop.windowsOfOthers").blocking());
  }

  @Test
  void what_is_subscribed_on_a_scheduler_is_only_started() {
    assertFalse(of("Shop.watch").blocking());
  }

  @Test
  void a_transaction_around_arithmetic_does_not_make_it_wait() {
    assertEquals(Bound.LIGHT, of("Shop.add").bound());
  }

  @Test
  void an_async_method_is_started_by_others_and_run_by_its_own_object() {
    onlyStarts("Shop.mailLater");
    waits("Shop$Mails.now", Kind.SLEEP);
    waits("Shop$Mails.send", Kind.SLEEP);
  }

  @Test
  void a_cached_method_rarely_waits_and_yet_may_block() {
    assertEquals(Bound.LIGHT, of("Shop.template").bound());
    assertTrue(of("Shop.template").blocking());
  }

  @Test
  void claims_of_others_count_where_no_body_is_seen() {
    assertTrue(of("Shop.gate").blocking());
    assertEquals(Bound.LIGHT, of("Shop.peek").bound());
  }

  @Test
  void a_claim_is_contradicted_by_evidence() {
    waits("Shop.wrong", Kind.NETWORK);
    assertTrue(
        of("Shop.wrong").evidence().get(0).note().contains("declared non-blocking"),
        () -> of("Shop.wrong").evidence().toString());
  }

  @Test
  void a_stream_of_a_library_does_what_is_known_of_it_though_called_by_its_general_type() {
    assertEquals(Set.of(Kind.COMPRESSION), of("Shop.packed").kinds());
  }
}
