package com.pawlane.clinic.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;

/** Consent forms under version control. */
public class FormTemplates implements AutoCloseable {
  private final Git git;
  private final Path folder;

  private FormTemplates(Git git, Path folder) {
    this.git = git;
    this.folder = folder;
  }

  public static FormTemplates create(Path folder) throws GitAPIException {
    return new FormTemplates(Git.init().setDirectory(folder.toFile()).call(), folder);
  }

  public String revise(String name, String text, String author)
      throws IOException, GitAPIException {
    Files.writeString(folder.resolve(name), text);
    git.add().addFilepattern(name).call();
    return git.commit()
        .setMessage("Revise " + name)
        .setAuthor(author, author + "@pawlane.example")
        .setSign(false)
        .call()
        .getName();
  }

  public List<String> history(String name) throws GitAPIException {
    List<String> versions = new ArrayList<>();
    for (RevCommit commit : git.log().addPath(name).call()) {
      versions.add(commit.getName() + " " + commit.getShortMessage());
    }
    return versions;
  }

  @Override
  public void close() {
    git.close();
  }
}
