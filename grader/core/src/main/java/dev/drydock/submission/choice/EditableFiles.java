package dev.drydock.submission.choice;

import dev.drydock.exercise.ImageSpec;
import dev.drydock.submission.SubmittedFile;
import dev.drydock.submission.folder.EntryKind;
import dev.drydock.submission.folder.EntryNames;
import dev.drydock.submission.folder.IntakeLimits;
import dev.drydock.submission.folder.RejectedSubmission;
import dev.drydock.submission.folder.SubmissionTree;
import dev.drydock.submission.folder.TreeEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is graded of one image: its Dockerfile and the other files a student may change. */
final class EditableFiles {

  private static final String DOCKERFILE = "Dockerfile";
  private static final String DOCKERIGNORE = ".dockerignore";

  private final ImageSpec image;
  private final TreeEntry dockerfile;
  private final SubmissionTree tree;
  private final IntakeLimits limits;
  private final List<String> notes = new ArrayList<>();

  EditableFiles(ImageSpec image, TreeEntry dockerfile, SubmissionTree tree, IntakeLimits limits) {
    this.image = image;
    this.dockerfile = dockerfile;
    this.tree = tree;
    this.limits = limits;
  }

  List<String> notes() {
    return notes;
  }

  /** Read them, sorted by name. */
  List<SubmittedFile> read() throws RejectedSubmission {
    SortedMap<String, TreeEntry> chosen = image.takesWholeProject() ? project() : named();
    chosen.put(DOCKERFILE, dockerfile);
    ignoreFileOfItsOwn(chosen);
    List<SubmittedFile> files = new ArrayList<>();
    long total = 0;
    for (var file : chosen.entrySet()) {
      TreeEntry entry = file.getValue();
      byte[] bytes = entry.bytes(image.takesWholeProject() ? limits.projectFile() : limits.file());
      total += bytes.length;
      if (total > limits.total().bytes()) {
        throw new RejectedSubmission(
            "the files for " + image.name() + " are larger than " + limits.total());
      }
      files.add(SubmittedFile.of(file.getKey(), entry.name(), entry.executable(), bytes));
    }
    return files;
  }

  /** Files the exercise names: beside the Dockerfile, or where the exercise has them. */
  private SortedMap<String, TreeEntry> named() throws RejectedSubmission {
    SortedMap<String, TreeEntry> chosen = new TreeMap<>();
    Set<String> roots = new LinkedHashSet<>(List.of(dockerfile.folder(), image.name() + "/"));
    for (String root : roots) {
      refuseLinkedFolders(root);
      for (TreeEntry entry : tree.below(root).entries()) {
        if (image.isEditable(entry.name())
            && !entry.name().equals(DOCKERFILE)
            && !chosen.containsKey(entry.name())) {
          chosen.put(entry.name(), regular(entry.named(root + entry.name())));
        }
      }
    }
    return chosen;
  }

  /** All files around the Dockerfile; what is no file is named elsewhere. */
  private SortedMap<String, TreeEntry> project() throws RejectedSubmission {
    String root = dockerfile.folder();
    SortedMap<String, TreeEntry> chosen = new TreeMap<>();
    Set<String> lower = new LinkedHashSet<>();
    if (!tree.isComplete()) {
      throw new RejectedSubmission("the project has more than " + limits.entries() + " files");
    }
    SubmissionTree project = tree.below(root);
    Set<String> folders = project.folders();
    for (TreeEntry entry : project.entries()) {
      TreeEntry whole = entry.named(root + entry.name());
      if (entry.kind() == EntryKind.TOO_LARGE) {
        throw new RejectedSubmission(whole.shownName() + " is larger than " + limits.projectFile());
      }
      if (entry.kind() == EntryKind.COMPRESSED_TOO_WELL || entry.kind() == EntryKind.CLOSED) {
        throw whole.rejection();
      }
      if (!entry.isFile()) {
        continue;
      }
      if (folders.contains(entry.name() + "/")) {
        throw new RejectedSubmission(whole.shownName() + " is both a file and a folder");
      }
      if (!lower.add(EntryNames.lower(entry.name()))) {
        throw new RejectedSubmission("two names differ only in case: " + whole.shownName());
      }
      chosen.put(entry.name(), whole);
    }
    return chosen;
  }

  /** {@code Dockerfile.after.dockerignore} goes with {@code Dockerfile.after}, as when building. */
  private void ignoreFileOfItsOwn(SortedMap<String, TreeEntry> chosen) throws RejectedSubmission {
    if (!image.isEditable(DOCKERIGNORE)) {
      return;
    }
    var own = tree.entry(dockerfile.name() + DOCKERIGNORE);
    if (own.isPresent()) {
      chosen.put(DOCKERIGNORE, regular(own.get()));
      notes.add(image.name() + ": " + own.get().shownName() + " is used as its .dockerignore");
    }
  }

  private void refuseLinkedFolders(String root) throws RejectedSubmission {
    for (String pattern : image.files().editable()) {
      if (pattern.indexOf('*') < 0) {
        var obstacle = tree.obstacle(root + pattern);
        if (obstacle.isPresent() && !pattern.equals(DOCKERFILE)) {
          regular(obstacle.get());
        }
      }
    }
  }

  private static TreeEntry regular(TreeEntry entry) throws RejectedSubmission {
    if (!entry.isFile()) {
      throw entry.rejection();
    }
    return entry;
  }
}
