package dev.concur.input;

import dev.concur.model.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * One module of a project, or a plain tree, before anybody looked whether its classes can be read.
 *
 * @param name how the user would name it
 * @param folder its folder
 * @param classes folders of class files; none when it has to be compiled
 * @param sources where its sources are
 * @param javaFiles its Java sources, listed when they have to be compiled
 * @param libraries jars and folders found for it
 * @param mode what the build says of it
 * @param buildCommand what the user would run to have classes, or empty
 */
record Unit(
    String name,
    Path folder,
    List<Path> classes,
    List<SourceFolder> sources,
    Supplier<List<Path>> javaFiles,
    List<Path> libraries,
    Target.Mode mode,
    String buildCommand) {}
