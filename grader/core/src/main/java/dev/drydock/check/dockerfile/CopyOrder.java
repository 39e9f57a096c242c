package dev.drydock.check.dockerfile;

import dev.drydock.check.BuildSteps;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.InstallCommand;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.FileTransfer;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.evidence.RebuildEvidence;
import dev.drydock.evidence.RebuildEvidence.Rebuild;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * D13: dependencies are installed before the sources are copied. If the image was rebuilt after a
 * source change, that decides; the text gives the lines.
 */
public final class CopyOrder extends CatalogueCheck {

  public static final String ID = "D13";

  public static final String SOURCES_FIRST = "sources-first";
  public static final String INSTALLED_AGAIN = "installed-again";

  private static final Set<String> EVERYTHING = Set.of(".", "./", "./.", "*", "./*");

  public CopyOrder() {
    super(ID, "copy.order", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    Optional<Outcome> read = read(input);
    List<BuildStep> installs = installsAfterSourceChange(input);
    if (!installs.isEmpty()) {
      return installs.stream()
          .filter(step -> !step.cached())
          .findFirst()
          .map(step -> read.orElseGet(() -> installedAgain(input, step)))
          .orElseGet(Outcome::passed);
    }
    boolean installsAtAll =
        input.dockerfile().instructions(Run.class).stream()
            .anyMatch(run -> InstallCommand.ofManifestIsIn(run.script()));
    return installsAtAll
        ? read.orElseGet(Outcome::passed)
        : Outcome.notApplicable(Reason.NOTHING_TO_CHECK);
  }

  private static Optional<Outcome> read(CheckInput input) {
    return input.dockerfile().stages().stream()
        .flatMap(stage -> read(input, stage).stream())
        .findFirst();
  }

  private static Optional<Outcome> read(CheckInput input, Stage stage) {
    Integer copied = null;
    for (Instruction instruction : stage.instructions()) {
      boolean copiesSources =
          instruction instanceof FileTransfer transfer
              && !(instruction instanceof Copy copy && copy.from().isPresent())
              && transfer.sources().stream().anyMatch(source -> isFolder(input, source));
      if (copied == null && copiesSources) {
        copied = instruction.startLine();
      } else if (copied != null && instruction instanceof Run run && installs(run)) {
        return Optional.of(
            Outcome.failed(
                Measurement.of("installed after the sources", "before them"),
                SOURCES_FIRST,
                Map.of("copy", copied.toString()),
                run.startLine()));
      }
    }
    return Optional.empty();
  }

  private static boolean installs(Run run) {
    return run.mounts().stream().noneMatch(CopyOrder::bindsTheManifest)
        && InstallCommand.ofManifestIsIn(run.script());
  }

  private static boolean bindsTheManifest(Mount mount) {
    return mount.type().equals("bind") && mount.mountSource().isPresent();
  }

  private static boolean isFolder(CheckInput input, String source) {
    String path = source.replaceFirst("^\\./", "").replaceFirst("/+$", "") + "/";
    ContextEvidence context = input.evidence().context();
    return EVERYTHING.contains(source)
        || context.files().stream().anyMatch(file -> file.path().startsWith(path));
  }

  private static List<BuildStep> installsAfterSourceChange(CheckInput input) {
    RebuildEvidence rebuild = input.evidence().rebuild();
    Rebuild touched = rebuild == null ? null : rebuild.sourceTouched();
    return touched == null
        ? List.of()
        : new BuildSteps(touched, input).whose(InstallCommand::ofManifestIsIn).all();
  }

  private static Outcome installedAgain(CheckInput input, BuildStep step) {
    RebuildEvidence rebuild = input.evidence().rebuild();
    Rebuild touched = rebuild == null ? null : rebuild.sourceTouched();
    return Outcome.failed(
        Measurement.of("installed again", "not installed again"),
        INSTALLED_AGAIN,
        Map.of("touched", touched == null ? "" : touched.touched(), "step", step.name()),
        input.lineOf(step.name()));
  }
}
