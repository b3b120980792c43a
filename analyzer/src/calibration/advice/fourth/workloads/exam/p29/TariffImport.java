package exam.p29;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The handful of tariffs comes from local property files. */
class TariffImport extends AbstractImport<Path, String> {
    private final List<Path> files;

    TariffImport(List<Path> files) {
        this.files = files;
    }

    @Override
    protected List<Path> keys() {
        return files;
    }

    @Override
    protected String read(Path key) throws IOException {
        return java.nio.file.Files.readString(key).trim();
    }

    @Override
    protected void store(List<String> values) {
        values.forEach(System.out::println);
    }
}
