package dev.drydock.engine.build;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.engine.build.BuildAttempt.Ending;
import dev.drydock.engine.context.ArchiveOptions;
import dev.drydock.engine.context.ContextArchive;
import dev.drydock.engine.context.ContextScan;
import dev.drydock.engine.context.IgnoreFile;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.engine.host.DiskUse;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EnginePulse;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.host.TextTail;
import dev.drydock.engine.host.WatchedStream;
import dev.drydock.engine.ledger.GraderRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds through the Engine API with the classic builder, on the client that Testcontainers
 * configured, where no BuildKit CLI is at hand. Testcontainers' own {@code ImageFromDockerfile} is
 * not used: it follows symbolic links into the context, reads {@code .dockerignore} wrongly and
 * keeps the builder's words to itself.
 */
public final class ClassicBuilder implements WatchedBuilder {

  private static final Logger LOG = LoggerFactory.getLogger(ClassicBuilder.class);

  private final Engine engine;
  private final GraderRun run;

  public ClassicBuilder(Engine engine, GraderRun run) {
    this.engine = engine;
    this.run = run;
  }

  @Override
  public String name() {
    return "classic";
  }

  @Override
  public BuildAttempt attempt(BuildRequest request, Progress progress, DiskUse disk) {
    long began = System.nanoTime();
    Path archive = run.temporaryFile("context.tar");
    Answer answer = new Answer(progress, request.limits().logBytes());
    Failure failure = Failure.NONE;
    boolean late = false;
    EnginePulse.Waiting waiting = engine.pulse().waiting();
    try {
      pack(request, archive);
      try (InputStream context = Files.newInputStream(archive);
          BuildImageCmd command = command(request, context)) {
        late = !await(command.exec(answer), request.limits().time(), disk, waiting);
      }
    } catch (IOException e) {
      throw new InfrastructureException("cannot pack the build context: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while building", e);
    } catch (RuntimeException e) {
      // docker-java reports the builder's errors and a broken connection as the same exception
      failure = new Failure(Engine.firstLine(e), e instanceof BadRequestException);
    } finally {
      answer.end();
      discard(archive);
    }
    if (late && !disk.wasOver()) {
      waiting.requireSteadiness();
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    answer.stageResults().forEach(this::noteUntagged);
    return attempt(request, answer, millis, failure, late, disk);
  }

  /**
   * The outcome of the call, besides what the builder streamed.
   *
   * @param refused whether the engine refused the request before building anything
   */
  private record Failure(String words, boolean refused) {
    static final Failure NONE = new Failure("", false);
  }

  /**
   * This builder leaves an image for every stage but the last, and for where it failed. Named
   * images belong to someone else.
   */
  private void noteUntagged(String image) {
    engine
        .image(image)
        .filter(found -> isEmpty(found.getRepoTags()) && isEmpty(found.getRepoDigests()))
        .ifPresent(found -> run.noteImage(Objects.requireNonNull(found.getId())));
  }

  private static boolean isEmpty(@Nullable List<String> names) {
    return names == null || names.isEmpty();
  }

  /** False when it did not end in time or was stopped. */
  private static boolean await(
      Answer answer, Duration limit, DiskUse disk, EnginePulse.Waiting waiting)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!answer.endedByNow()) {
      waiting.lookForLife();
      if (System.nanoTime() >= end || disk.isOver()) {
        return false;
      }
    }
    return true;
  }

  private BuildAttempt attempt(
      BuildRequest request,
      Answer answer,
      long millis,
      Failure failure,
      boolean late,
      DiskUse disk) {
    if (late || answer.tooMuch()) {
      String why =
          disk.wasOver()
              ? disk.words()
              : late
                  ? "the build took longer than " + request.limits().time().toSeconds() + " s"
                  : "the build printed more than "
                      + request.limits().logBytes() / 1_000_000
                      + " MB";
      Ending ending = disk.wasOver() ? Ending.OUT_OF_DISK : late ? Ending.LATE : Ending.TALKATIVE;
      return new BuildAttempt(
          evidence(BuildEvidence.Status.OVER_LIMIT, answer, millis, why, null, null), ending);
    }
    boolean mayBeBuilt = answer.error.isEmpty() && !failure.refused();
    Optional<String> id = mayBeBuilt ? imageId(request.tag()) : Optional.empty();
    if (id.isPresent()) {
      run.noteImage(id.get());
      return new BuildAttempt(
          evidence(BuildEvidence.Status.BUILT, answer, millis, "", null, id.get()), Ending.BUILT);
    }
    String error = answer.error.isEmpty() ? failure.words() : answer.error;
    if (error.isEmpty()) {
      throw new InfrastructureException("the builder's stream ended before the build did");
    }
    BuildInput input = BuildInput.of(request);
    // before its first step it refuses the Dockerfile with a status of its own, or is not there
    boolean refused = failure.refused() || input.makesNothing();
    BuildFailure.Point point =
        answer.exitCode != null
            ? BuildFailure.Point.PROGRAM
            : answer.error.isEmpty() ? BuildFailure.Point.NOWHERE : point(input);
    BuildFailure failed = input.failure(point, answer.exitCode, refused);
    if (!failed.isTheDockerfiles(disk.engineIsWell())) {
      throw new InfrastructureException("the build could not be run: " + error);
    }
    Integer line = input.line(answer.steps().size());
    return new BuildAttempt(
        evidence(BuildEvidence.Status.FAILED, answer, millis, error, line, null), failed.ending());
  }

  /**
   * What it was at when it refused an instruction. Which one it says in its stream alone, where
   * programs write, too; whether a base image is missing can be seen.
   */
  private BuildFailure.Point point(BuildInput input) {
    boolean complete = input.images().stream().allMatch(name -> engine.image(name).isPresent());
    return complete ? BuildFailure.Point.INSTRUCTION : BuildFailure.Point.BASE_IMAGE;
  }

  private static void discard(Path archive) {
    try {
      Files.deleteIfExists(archive);
    } catch (IOException e) {
      LOG.debug("{} stays until the end of the run", archive, e);
    }
  }

  private static void pack(BuildRequest request, Path archive) throws IOException {
    String dockerfile = dockerfileName(request);
    DockerIgnore ignore =
        IgnoreFile.findDefault(request.context()).map(IgnoreFile::rules).orElse(DockerIgnore.NONE);
    ArchiveOptions options =
        ArchiveOptions.classic(dockerfile, Files.readAllBytes(request.dockerfile()));
    try (OutputStream out = Files.newOutputStream(archive)) {
      new ContextArchive(ContextScan.of(request.context(), ignore), options).write(out);
    }
  }

  private static String dockerfileName(BuildRequest request) {
    return request.context().relativize(request.dockerfile()).toString().replace('\\', '/');
  }

  private Optional<String> imageId(String tag) {
    return engine.image(tag).map(image -> image.getId());
  }

  private BuildImageCmd command(BuildRequest request, InputStream context) {
    BuildImageCmd command =
        engine
            .client()
            .buildImageCmd(context)
            .withDockerfilePath(dockerfileName(request))
            .withTags(Set.of(request.tag()))
            .withLabels(request.labels())
            .withNoCache(!request.steps().cached())
            .withNetworkMode(request.steps().network() ? "default" : "none")
            .withMemory(request.limits().memoryBytes())
            .withRemove(true)
            .withForcerm(true);
    request.buildArguments().entrySet().stream()
        .filter(one -> !one.getKey().startsWith("BUILDKIT_"))
        .forEach(one -> command.withBuildArg(one.getKey(), one.getValue()));
    return command;
  }

  private BuildEvidence evidence(
      BuildEvidence.Status status,
      Answer answer,
      long millis,
      String message,
      @Nullable Integer line,
      @Nullable String id) {
    return new BuildEvidence(
        status,
        name(),
        engine.version(),
        engine.store(),
        millis,
        answer.steps(),
        line,
        TextTail.clean(message),
        answer.tail.lines(),
        id,
        List.of());
  }

  /**
   * The builder's stream: {@code Step 2/5 : RUN …}, {@code ---> Using cache}, output, {@code --->}
   * and the step's image, at last an error or the image's id.
   */
  private static final class Answer extends WatchedStream<BuildResponseItem> {
    private static final Pattern STEP = Pattern.compile("Step \\d+/\\d+ : (.*)");
    private static final Pattern STEP_RESULT = Pattern.compile("---> ([0-9a-f]{12,64})");

    private final Progress progress;
    private final long maxLog;
    private final TextTail tail = new TextTail(200);
    private final List<BuildStep> steps = new ArrayList<>();
    private final List<String> stageResults = new ArrayList<>();
    private boolean stageBegins;
    private boolean makes;
    private long stepBegan = System.nanoTime();
    private volatile String error = "";
    private volatile @Nullable Integer exitCode;

    Answer(Progress progress, long maxLog) {
      this.progress = progress;
      this.maxLog = maxLog;
    }

    @Override
    public void onNext(BuildResponseItem item) {
      String text = item.getStream();
      if (text != null) {
        tail.append(text);
        read(text.strip());
      }
      ResponseItem.ErrorDetail detail = item.getErrorDetail();
      if (detail != null && detail.getMessage() != null) {
        error = detail.getMessage();
        Integer code = detail.getCode();
        exitCode = code == null || code == 0 ? null : code;
        tail.append(error + "\n");
      }
      if (tooMuch()) {
        end();
      }
    }

    boolean tooMuch() {
      return tail.seen() > maxLog;
    }

    void end() {
      try {
        close();
      } catch (IOException e) {
        tail.append("closing the builder's stream: " + e.getMessage() + "\n");
      }
    }

    synchronized List<BuildStep> steps() {
      finishStep(false);
      return List.copyOf(steps);
    }

    private synchronized void read(String line) {
      Matcher step = STEP.matcher(line);
      Matcher result = STEP_RESULT.matcher(line);
      if (step.matches()) {
        finishStep(false);
        String name = TextTail.clean(step.group(1));
        boolean from = name.regionMatches(true, 0, "FROM ", 0, 5);
        stageBegins |= from;
        makes = !from;
        steps.add(new BuildStep(name, "", false, 0));
        progress.at("build", name);
      } else if (line.equals("---> Using cache")) {
        finishStep(true);
        makes = false;
      } else if (result.matches() && makes) {
        made(result.group(1));
      }
    }

    /** An image made by a step is built on that of the step before it. */
    private void made(String image) {
      if (!stageBegins && !stageResults.isEmpty()) {
        stageResults.remove(stageResults.size() - 1);
      }
      stageResults.add(image);
      stageBegins = false;
    }

    /** The last image made in each stage; older ones are left alone. */
    synchronized List<String> stageResults() {
      return List.copyOf(stageResults);
    }

    private void finishStep(boolean cached) {
      long now = System.nanoTime();
      if (!steps.isEmpty()) {
        BuildStep last = steps.remove(steps.size() - 1);
        long millis = last.millis() + TimeUnit.NANOSECONDS.toMillis(now - stepBegan);
        steps.add(new BuildStep(last.name(), "", last.cached() || cached, millis));
      }
      stepBegan = now;
    }
  }
}
