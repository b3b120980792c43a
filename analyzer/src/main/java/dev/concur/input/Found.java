package dev.concur.input;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What discovery hands over; the maps keep the order things were found in. */
record Found(
    Map<Root, Archive> roots,
    Map<Library, Archive> libraries,
    List<Path> classPath,
    List<TextFile> uncompiled,
    List<TextFile> catalogues,
    List<Closeable> containers,
    ProblemLog problems,
    RunningJdk jdk) {}
