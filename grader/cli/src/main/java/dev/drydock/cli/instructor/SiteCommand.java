package dev.drydock.cli.instructor;

import dev.drydock.batch.store.RunFolderException;
import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ExitCode;
import dev.drydock.cli.call.UsageException;
import dev.drydock.exercise.ExerciseException;
import dev.drydock.site.SiteSummary;
import dev.drydock.site.model.ContentException;
import dev.drydock.site.preview.FolderWatch;
import dev.drydock.site.preview.PreviewServer;
import dev.drydock.text.Counted;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Renders the course, and a class's results, as a static site. */
@Command(
    name = "site",
    description = "Render the course, and the results of a run, as a static site.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SiteCommand implements Callable<Integer> {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(700);

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The public site's folder.")
  private Path out = Path.of("");

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Include the results of this batch run.")
  private @Nullable Path run;

  @Option(
      names = "--overview",
      paramLabel = "DIR",
      description =
          "With --run: the folder for the instructor's site, with names; never" + " inside --out.")
  private @Nullable Path overview;

  @Option(
      names = "--board",
      paramLabel = "FILE",
      description =
          "With --run: the students who asked to be on the leaderboards, one per"
              + " line; shown under pseudonyms.")
  private @Nullable Path board;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description =
          "Where it will be served: adds a sitemap and a page for addresses that do not exist.")
  private String address = "";

  @Option(names = "--solutions", description = "Include the reference solutions.")
  private boolean solutions;

  @Option(
      names = "--serve",
      arity = "0..1",
      fallbackValue = "8000",
      paramLabel = "PORT",
      description = "Then serve it on this machine, until Ctrl-C.")
  private @Nullable Integer port;

  public SiteCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Path from = run;
    if (from != null && !Files.isDirectory(from.resolve("results"))) {
      throw new UsageException("no batch run in " + from + ": expected a folder with results/");
    }
    if (from == null && (overview != null || board != null)) {
      String option = overview != null ? "--overview" : "--board";
      throw new UsageException(option + ": needs --run RUN, whose results it shows");
    }
    if (overview != null && (isInside(overview, out) || isInside(out, overview))) {
      throw new UsageException(
          "--overview " + overview + ": it shows names, expected a folder outside " + out);
    }
    if (!address.isEmpty() && !address.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw new UsageException(
          "--address " + address + ": expected an address such as https://course.example/drydock");
    }
    PrintWriter print = spec.commandLine().getOut();
    SiteRendering site = new SiteRendering(context, solutions, address, board());
    Integer asked = port;
    if (asked == null) {
      make(site, from, print);
    } else {
      serve(site, from, asked, print);
    }
    return ExitCode.PASSED;
  }

  private void make(SiteRendering site, @Nullable Path from, PrintWriter print) throws IOException {
    SiteRendering.Run found = from == null ? null : site.open(from);
    SiteSummary summary = site.build(out, found);
    print.println(
        Counted.of(summary.pages(), "page") + ": " + summary.home().toAbsolutePath().toUri());
    if (found != null) {
      if (overview != null) {
        SiteSummary named = site.buildOverview(overview, found);
        print.println("with names: " + named.home().toAbsolutePath().toUri());
      }
      PrintWriter err = spec.commandLine().getErr();
      found.strangers().forEach(stranger -> err.println("! " + stranger));
      err.flush();
    }
    print.flush();
  }

  private static boolean isInside(Path one, Path other) {
    return one.toAbsolutePath().normalize().startsWith(other.toAbsolutePath().normalize());
  }

  private Set<String> board() throws IOException {
    Path file = board;
    if (file == null) {
      return Set.of();
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException("no such file: " + file);
    }
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Serves until the process ends; rebuilds what changes, and open pages reload. */
  private void serve(SiteRendering site, @Nullable Path from, int asked, PrintWriter print)
      throws IOException {
    // looks before reading anything, so as to miss no change
    FolderWatch watch = new FolderWatch(site.sources(from));
    make(site, from, print);
    try (PreviewServer server = PreviewServer.start(out, asked)) {
      print.println("serving on " + server.address() + " (Ctrl-C ends)");
      print.flush();
      while (true) {
        Thread.sleep(LOOK_AGAIN.toMillis());
        if (watch.changed()) {
          again(site, from, print);
          server.siteChanged();
        }
      }
    } catch (BindException e) {
      throw new UsageException("port " + asked + " is taken: choose another with --serve PORT");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void again(SiteRendering site, @Nullable Path from, PrintWriter print)
      throws IOException {
    try {
      make(site, from, print);
    } catch (ContentException | ExerciseException | RunFolderException e) {
      print.println(e.getMessage());
    }
    print.flush();
  }
}
