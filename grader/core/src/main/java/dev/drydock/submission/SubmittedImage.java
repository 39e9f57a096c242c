package dev.drydock.submission;

import java.util.List;
import java.util.Optional;

/**
 * What a submission holds for one image.
 *
 * @param name of the image
 * @param dockerfile also among the files
 * @param files sorted by name
 */
public record SubmittedImage(String name, SubmittedFile dockerfile, List<SubmittedFile> files) {

  public SubmittedImage {
    files = List.copyOf(files);
  }

  public Optional<SubmittedFile> file(String fileName) {
    return files.stream().filter(file -> file.name().equals(fileName)).findFirst();
  }
}
