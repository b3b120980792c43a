package hr.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings the profiles of all persons into payroll each night. */
public class ProfileSync implements AutoCloseable {
  private final ExecutorService executor =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final DirectoryClient directory;

  public ProfileSync(DirectoryClient directory) {
    this.directory = directory;
  }

  public List<Profile> sync(List<String> persons) throws InterruptedException, ExecutionException {
    List<Callable<Profile>> tasks = new ArrayList<>();
    for (String person : persons) {
      tasks.add(() -> fetch(person));
    }
    List<Profile> profiles = new ArrayList<>();
    for (Future<Profile> future : executor.invokeAll(tasks)) {
      profiles.add(future.get());
    }
    return profiles;
  }

  public Profile fetch(String person) throws Exception {
    String token = directory.token(person);
    return new Profile(person, directory.profile(person, token));
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
