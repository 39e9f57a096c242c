package dev.drydock.engine.context;

import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.dockerignore.IgnoreDecision;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk over a build context; follows no links. */
final class ContextWalk {

  private final Path root;
  private final ContextLimits limits;
  private final DockerIgnore ignore;
  private final List<ScannedFile> files = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private long steps;

  ContextWalk(Path root, DockerIgnore ignore, ContextLimits limits) {
    this.root = root;
    this.limits = limits;
    this.ignore = ignore;
  }

  ContextScan scan() throws IOException {
    folder(root, "", ignore.root(), 0);
    files.sort(Comparator.comparing(ScannedFile::path));
    folders.sort(Comparator.naturalOrder());
    return new ContextScan(root, files, folders);
  }

  /** Walk a folder; returns whether anything below it is sent. */
  private boolean folder(Path path, String prefix, DockerIgnore.Folder state, int depth)
      throws IOException {
    if (depth > limits.depth()) {
      throw new ContextLimitException(
          "the build context has folders nested deeper than " + limits.depth());
    }
    boolean anySent = false;
    long before = state.cost();
    for (Path child : children(path)) {
      BasicFileAttributes attributes =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String name = prefix + child.getFileName();
      if (attributes.isDirectory()) {
        boolean excluded = state.decide(name).excluded();
        boolean below = folder(child, name + "/", state.enter(name), depth + 1);
        if (below || !excluded) {
          folders.add(name);
          anySent = true;
        }
      } else if (attributes.isRegularFile()) {
        IgnoreDecision decision = state.decide(name);
        anySent |= !decision.excluded();
        add(new ScannedFile(name, attributes.size(), isExecutable(child), decision));
      }
      spend(state.cost() - before);
      before = state.cost();
    }
    return anySent;
  }

  private void add(ScannedFile file) throws ContextLimitException {
    if (files.size() == limits.files()) {
      throw new ContextLimitException(
          "the build context has more than " + limits.files() + " files");
    }
    files.add(file);
  }

  private void spend(long cost) throws ContextLimitException {
    steps += cost;
    if (steps > limits.matchingSteps()) {
      throw new ContextLimitException("applying the .dockerignore takes too long");
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    }
    children.sort(Comparator.comparing(child -> String.valueOf(child.getFileName())));
    return children;
  }

  private static boolean isExecutable(Path file) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view != null
        && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
  }
}
