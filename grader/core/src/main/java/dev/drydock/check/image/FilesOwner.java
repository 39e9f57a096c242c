package dev.drydock.check.image;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.image.anatomy.FileSystemFacts.OwnedFile;
import java.util.List;
import java.util.Map;

/**
 * I10: the program cannot change its own files, and the student's layers add no set-user-id program
 * that the base did not have. Root may write everything: that is for I09 to report.
 */
public final class FilesOwner extends CatalogueCheck {

  public static final String ID = "I10";

  public static final String WRITABLE = "writable";
  public static final String SET_ID = "set-id";

  public FilesOwner() {
    super(ID, "files.owner", Need.ANY_IMAGE);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<OwnedFile> setIds = input.anatomy().files().setIds();
    if (!setIds.isEmpty()) {
      return failed(input, SET_ID, setIds);
    }
    if (UserIdentity.of(input.anatomy()).isRoot()) {
      return Outcome.notApplicable(Reason.ROOT);
    }
    List<OwnedFile> writable = input.anatomy().files().writable();
    return writable.isEmpty()
        ? Outcome.passed(Measurement.noneAllowed(0, "file"))
        : failed(input, WRITABLE, writable);
  }

  private static Outcome failed(CheckInput input, String finding, List<OwnedFile> files) {
    int layer = files.get(0).layer();
    return Outcome.failed(
        Measurement.noneAllowed(files.size(), "file"),
        finding,
        Map.of(
            "count", Shown.count(files.size(), "file"),
            "paths", Shown.list(files.stream().map(OwnedFile::path).toList(), 4),
            "where", input.layers().where(layer)),
        input.layers().line(layer));
  }
}
