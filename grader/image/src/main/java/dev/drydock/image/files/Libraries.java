package dev.drydock.image.files;

import dev.drydock.image.elf.ElfFile;
import dev.drydock.image.layers.PathTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the libraries a program loads, and those these load, in the order the dynamic loader
 * searches: the file's RPATH (and that of the program), LD_LIBRARY_PATH, the file's RUNPATH, the
 * folders configured in the image, the loader's own. A library for another machine is passed over.
 * The loader's cache is not read: it lists the same folders.
 */
final class Libraries {

  private static final int MAX_FILES = 2_000;
  private static final Map<String, String> TRIPLETS =
      Map.of(
          "x86-64", "x86_64-linux-gnu",
          "aarch64", "aarch64-linux-gnu",
          "arm", "arm-linux-gnueabihf",
          "386", "i386-linux-gnu",
          "riscv64", "riscv64-linux-gnu",
          "ppc64", "powerpc64le-linux-gnu",
          "s390x", "s390x-linux-gnu");

  private final ImageFiles files;
  private final int program;
  private final ElfFile elf;
  private final String loader;
  private final List<String> environment;
  private final List<String> standard;
  private final Set<String> found = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  /**
   * Find the libraries of a program.
   *
   * @param environment folders of LD_LIBRARY_PATH
   */
  Libraries(ImageFiles files, int program, ElfFile elf, List<String> environment) {
    this.files = files;
    this.program = program;
    this.elf = elf;
    this.environment = environment;
    String interpreter = elf.interpreter();
    this.loader =
        interpreter == null ? "" : interpreter.substring(interpreter.lastIndexOf('/') + 1);
    this.standard = standardFolders();
    search();
  }

  /** Paths of the libraries there are. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** Names of those there are not. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  private void search() {
    Set<String> names = new LinkedHashSet<>();
    Deque<Integer> left = new ArrayDeque<>(List.of(program));
    while (!left.isEmpty() && names.size() < MAX_FILES) {
      int node = left.poll();
      ElfFile file = files.notes().elf(files.view().dataEntry(node));
      for (String name : file == null ? List.<String>of() : file.needed()) {
        if (names.add(name) && !isLoader(name)) {
          int library = find(name, node, file);
          if (library == PathTree.NONE) {
            missing.add(name);
          } else if (found.add(files.paths().path(library))) {
            left.add(library);
          }
        }
      }
    }
  }

  /** The loader itself answers to its own name, and musl's to that of the C library. */
  private boolean isLoader(String name) {
    return name.equals(loader)
        || (loader.startsWith("ld-musl-")
            && (name.equals("libc.so") || name.startsWith("libc.musl-")));
  }

  private int find(String name, int user, @Nullable ElfFile file) {
    if (name.contains("/")) {
      return library(name);
    }
    for (String folder : folders(user, file)) {
      int node = library(folder + "/" + name);
      if (node != PathTree.NONE) {
        return node;
      }
    }
    return PathTree.NONE;
  }

  private List<String> folders(int user, @Nullable ElfFile file) {
    Stream<String> rpath = Stream.empty();
    Stream<String> runpath = Stream.empty();
    if (file != null) {
      runpath = expanded(file.runpath(), user);
      if (file.runpath().isEmpty()) {
        rpath = Stream.concat(expanded(file.rpath(), user), expanded(elf.rpath(), program));
      }
    }
    return Stream.of(rpath, environment.stream(), runpath, standard.stream())
        .flatMap(folders -> folders)
        .toList();
  }

  private Stream<String> expanded(List<String> folders, int user) {
    String origin = files.paths().path(files.paths().parent(user));
    return folders.stream()
        .map(folder -> folder.replace("${ORIGIN}", origin).replace("$ORIGIN", origin))
        .filter(folder -> folder.startsWith("/"));
  }

  private int library(String path) {
    int node = files.resolveFile(path);
    if (node == PathTree.NONE) {
      return PathTree.NONE;
    }
    ElfFile file = files.notes().elf(files.view().dataEntry(node));
    return file != null && file.machine().equals(elf.machine()) ? node : PathTree.NONE;
  }

  private List<String> standardFolders() {
    if (loader.startsWith("ld-musl-")) {
      String architecture = loader.substring("ld-musl-".length()).replace(".so.1", "");
      String path = files.text("/etc/ld-musl-" + architecture + ".path");
      return path == null
          ? List.of("/lib", "/usr/local/lib", "/usr/lib")
          : Stream.of(path.split("[:\\n]")).map(String::strip).filter(f -> !f.isEmpty()).toList();
    }
    List<String> folders = new ArrayList<>(new LoaderConfig(files).folders());
    String triplet = TRIPLETS.get(elf.machine());
    if (triplet != null) {
      folders.add("/lib/" + triplet);
      folders.add("/usr/lib/" + triplet);
    }
    folders.addAll(List.of("/lib64", "/usr/lib64", "/lib", "/usr/lib"));
    return folders;
  }
}
