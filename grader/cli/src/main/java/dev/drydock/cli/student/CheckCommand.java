package dev.drydock.cli.student;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.engine.context.ContextLimitException;
import dev.drydock.json.Json;
import dev.drydock.pipeline.StandaloneEvidence;
import dev.drydock.report.ReviewReport;
import dev.drydock.report.ci.Reported;
import dev.drydock.report.ci.Sarif;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.Review;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Static checks of any Dockerfile and its context. */
@Command(
    name = "check",
    description =
        "Check any Dockerfile and its context, without an engine. Exits 1 if it finds anything.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {

  private static final long MAX_BYTES = 5_000_000;

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A Dockerfile, or a folder with one.")
  private Path file = Path.of("Dockerfile");

  @Option(
      names = "--context",
      paramLabel = "DIR",
      description = "The build context; the Dockerfile's folder by default.")
  private @Nullable Path folder;

  @Option(names = "--json", description = "Print JSON and nothing else.")
  private boolean json;

  @Option(names = "--sarif", description = "Print SARIF and nothing else.")
  private boolean sarif;

  public CheckCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path dockerfile = Files.isDirectory(file) ? file.resolve("Dockerfile") : file;
    if (!Files.isRegularFile(dockerfile)) {
      throw new UsageException("no such file: " + dockerfile);
    }
    if (Files.size(dockerfile) > MAX_BYTES) {
      throw new UsageException(dockerfile + " is larger than 5 MB: no Dockerfile is");
    }
    ImageResult result = review(dockerfile);
    PrintWriter out = spec.commandLine().getOut();
    out.print(rendered(result));
    out.flush();
    return ReviewReport.failed(result).isEmpty() ? ExitCode.PASSED : ExitCode.NOT_PASSED;
  }

  private String rendered(ImageResult result) {
    if (json && sarif) {
      throw new UsageException("--json and --sarif: choose one");
    }
    if (sarif) {
      return Sarif.write(List.of(Reported.of(result)));
    }
    return json ? Json.write(result) : ReviewReport.ofText(result, context.style());
  }

  private ImageResult review(Path dockerfile) throws IOException {
    Path around = folder;
    if (around == null) {
      around = Objects.requireNonNull(dockerfile.toAbsolutePath().getParent());
    }
    if (!Files.isDirectory(around)) {
      throw new UsageException("no such folder: " + around);
    }
    try {
      return Review.ofText(StandaloneEvidence.ofText(dockerfile, around));
    } catch (ContextLimitException e) {
      throw new UsageException("the build context is too large to read: " + e.getMessage());
    }
  }
}
