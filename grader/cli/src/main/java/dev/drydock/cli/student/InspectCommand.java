package dev.drydock.cli.student;

import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.ProgressLine;
import dev.drydock.cli.call.UsageException;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.Progress;
import dev.drydock.files.WholeFile;
import dev.drydock.json.Json;
import dev.drydock.pipeline.StandaloneEvidence;
import dev.drydock.report.ReviewReport;
import dev.drydock.report.html.HtmlReport;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.Review;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Anatomy of any image. */
@Command(
    name = "inspect",
    description = "Take an image apart: layers, waste, caches, heaviest files.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class InspectCommand implements Callable<Integer> {

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "IMAGE", description = "Name or id of an image in the engine.")
  private String image = "";

  @Option(
      names = "--base",
      paramLabel = "IMAGE",
      description = "Its base image; by default, the image in the engine that it is built on.")
  private @Nullable String base;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write JSON to FILE; - for standard output, with nothing else on it.")
  private @Nullable String json;

  @Option(names = "--html", paramLabel = "DIR", description = "Write an HTML page to DIR.")
  private @Nullable Path html;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  public InspectCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Engine engine = Engine.connect();
    require(engine, image);
    if (base != null) {
      require(engine, base);
    }
    ImageResult result = inspect(engine);
    Path page = html;
    if (page != null) {
      HtmlReport.writeImage(image, result, page);
    }
    PrintWriter out = spec.commandLine().getOut();
    if ("-".equals(json)) {
      out.print(Json.write(result));
    } else {
      out.print(ReviewReport.ofImage(image, result, context.style()));
    }
    out.flush();
    if (json != null && !json.equals("-")) {
      WholeFile.write(Path.of(json), Json.write(result));
    }
    return ExitCode.PASSED;
  }

  private ImageResult inspect(Engine engine) {
    try (ProgressLine progress =
        new ProgressLine(
            spec.commandLine().getErr(), context.isTerminal("err"), context.style().width())) {
      return Review.ofImage(
          StandaloneEvidence.ofImage(engine, image, base, quiet ? Progress.NONE : progress));
    }
  }

  private static void require(Engine engine, String name) {
    if (engine.idOf(name).isEmpty()) {
      throw new UsageException(
          "the engine has no image '" + name + "'; 'docker images' lists those it has");
    }
  }
}
