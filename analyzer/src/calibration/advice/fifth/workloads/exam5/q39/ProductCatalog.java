package exam5.q39;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;

/** Products of the shop, loaded when first asked for. Used by all request threads. */
public class ProductCatalog {

    public static final class Product {
        private final String sku;
        private final String title;
        private final long cents;

        Product(String sku, String title, long cents) {
            this.sku = sku;
            this.title = title;
            this.cents = cents;
        }

        public String label() {
            return sku + " " + title;
        }

        public long price(int quantity) {
            return cents * quantity * (quantity >= 10 ? 95 : 100) / 100;
        }
    }

    private final DataSource source;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Optional<Product>> products = new HashMap<>();

    public ProductCatalog(DataSource source) {
        this.source = source;
    }

    public Optional<Product> find(String sku) {
        lock.readLock().lock();
        try {
            Optional<Product> known = products.get(sku);
            if (known != null) {
                return known;
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            Optional<Product> known = products.get(sku);
            if (known == null) {
                known = load(sku);
                products.put(sku, known);
            }
            return known;
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void forget(String sku) {
        lock.writeLock().lock();
        try {
            products.remove(sku);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Optional<Product> load(String sku) {
        try (Connection c = source.getConnection();
             PreparedStatement s = c.prepareStatement("select title, cents from product where sku = ?")) {
            s.setString(1, sku);
            try (ResultSet r = s.executeQuery()) {
                return r.next() ? Optional.of(new Product(sku, r.getString(1), r.getLong(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sku, e);
        }
    }
}
