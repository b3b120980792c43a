package exam.p29;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Frame of the nightly imports: what to import and from where is up to the subclass. */
abstract class AbstractImport<K, V> {
    private final List<String> problems = new ArrayList<>();
    private int imported;

    protected abstract List<K> keys() throws IOException;

    protected abstract V read(K key) throws IOException;

    protected abstract void store(List<V> values) throws IOException;

    protected boolean wanted(V value) {
        return true;
    }

    public final void execute() throws IOException {
        List<V> values = new ArrayList<>();
        for (K key : keys()) {
            try {
                V value = read(key);
                if (wanted(value)) {
                    values.add(value);
                }
            } catch (IOException e) {
                problems.add(key + ": " + e);
            }
        }
        store(values);
        imported = values.size();
        problems.forEach(System.err::println);
    }

    public int imported() {
        return imported;
    }
}
