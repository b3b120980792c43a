package org.sandpiper.lab.ops;

import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** Racks go round; whoever needs one waits until one is empty. */
public final class SpecimenPool {
  public static final class Rack {
    private final String[] places = new String[50];
    private int used;

    public boolean place(String accession) {
      if (used == places.length) return false;
      places[used++] = accession;
      return true;
    }

    public int used() {
      return used;
    }

    void clear() {
      used = 0;
    }
  }

  private final GenericObjectPool<Rack> pool;

  public SpecimenPool(int racks) {
    pool =
        new GenericObjectPool<>(
            new BasePooledObjectFactory<>() {
              @Override
              public Rack create() {
                return new Rack();
              }

              @Override
              public PooledObject<Rack> wrap(Rack r) {
                return new DefaultPooledObject<>(r);
              }

              @Override
              public void passivateObject(PooledObject<Rack> p) {
                p.getObject().clear();
              }
            });
    pool.setMaxTotal(racks);
  }

  public Rack borrow() throws Exception {
    return pool.borrowObject();
  }

  public void giveBack(Rack r) {
    pool.returnObject(r);
  }

  /** Number of specimens in a rack that was borrowed for the purpose. */
  public int fill(Iterable<String> accessions) throws Exception {
    Rack r = borrow();
    try {
      for (String a : accessions) if (!r.place(a)) break;
      return r.used();
    } finally {
      giveBack(r);
    }
  }
}
