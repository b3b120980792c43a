package arms;

/** The workloads by id. */
final class Registry {
    private static final String[] GROUPS = {"Waits", "Computing", "Locks", "Virtual"};

    static Bench create(String id) throws ReflectiveOperationException {
        for (String group : GROUPS) {
            Class<?> type;
            try {
                type = Class.forName("arms." + group + "$" + id);
            } catch (ClassNotFoundException e) {
                continue;
            }
            Bench bench = (Bench) type.getDeclaredConstructor().newInstance();
            bench.id = id;
            return bench;
        }
        throw new IllegalArgumentException(id);
    }
}
