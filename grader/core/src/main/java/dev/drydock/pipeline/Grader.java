package dev.drydock.pipeline;

import dev.drydock.Version;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.engine.BaseImages;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Interference;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.ledger.StandIns;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseHash;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.submission.Submission;
import dev.drydock.submission.SubmittedFile;
import dev.drydock.submission.SubmittedImage;
import dev.drydock.submission.choice.AllowedImages;
import dev.drydock.submission.choice.Intake;
import dev.drydock.submission.workspace.Salt;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.SubmissionResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grades submissions on the engine of this machine. The engine is asked for when the first
 * submission gets that far, and again after it was lost.
 */
public final class Grader implements SubmissionGrader {

  private static final Logger LOG = LoggerFactory.getLogger(Grader.class);

  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);
  private static final int MAX_BASES = 100;

  private final Course course;
  private final DrydockHome home;
  private final String builder;
  private final Slots slots;
  private final GraderRun run;
  private final byte[] secret;
  private final Intake intake;
  private @Nullable Workplace workplace;
  private final List<EngineSession> sessions = new ArrayList<>();
  private boolean closed;
  private long lastFailure = System.nanoTime() - AGAIN_AFTER.toNanos();

  /**
   * @param builder {@code auto}, {@code buildkit} or {@code classic}
   */
  public Grader(Course course, DrydockHome home, String builder) {
    this(course, home, builder, Slots.unlimited());
  }

  /**
   * @param slots how much is built and run at once when several submissions are
   */
  public Grader(Course course, DrydockHome home, String builder, Slots slots) {
    this.slots = slots;
    this.course = course;
    this.home = home;
    this.builder = builder;
    this.run = GraderRun.begin(home);
    this.secret = CourseSecret.of(home);
    this.intake = Intake.using(run.temporaryFolder("intake"));
  }

  /**
   * Read a submission and grade it.
   *
   * @param source folder or archive with the submission
   */
  public GradedSubmission grade(Exercise exercise, Path source, Progress progress) {
    progress.at("intake", String.valueOf(source.getFileName()));
    return grade(exercise, intake.read(exercise, source), progress);
  }

  @Override
  public GradedSubmission grade(Exercise exercise, Submission submission, Progress progress) {
    Collected collected = collected(exercise, submission, progress);
    SubmissionResult result = result(exercise, submission, collected);
    return new GradedSubmission(result.withNotes(submission.understood()), collected.built());
  }

  /** A folder of this run, removed with it. */
  public Path temporaryFolder() {
    return run.temporaryFolder("work");
  }

  /** What evidence collected now depends on, see {@link BuildEnvironment}. */
  public Optional<String> conditions(Exercise exercise, Submission.Accepted submission) {
    try {
      Optional<String> refused = refusal(exercise, submission);
      if (refused.isPresent()) {
        return refused;
      }
      TreeSet<String> names = new TreeSet<>(StarterSizes.externalImages(exercise));
      for (SubmittedFile file : dockerfiles(exercise, submission)) {
        names.addAll(ImageCollector.externalImages(Dockerfile.parse(file.bytes())));
      }
      return workplaceIfAny().map(here -> here.conditions(names));
    } catch (UngradableProject e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.debug("the engine does not say", e);
      leave();
      return Optional.empty();
    }
  }

  /** Remove everything this run made; where the engine does not let it, the next run does. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      sessions.forEach(EngineSession::close);
      run.close();
    } catch (RuntimeException e) {
      LOG.debug("left for the next run to remove", e);
    }
  }

  private Collected collected(Exercise exercise, Submission submission, Progress progress) {
    return submission instanceof Submission.Accepted accepted
        ? collected(exercise, accepted, progress, false)
        : Collected.notGradable(((Submission.NotGradable) submission).reason(), List.of());
  }

  /**
   * @param again whether somebody else's clean-up came between already once
   */
  private Collected collected(
      Exercise exercise, Submission.Accepted accepted, Progress progress, boolean again) {
    List<Evidence> evidence = new ArrayList<>();
    try {
      Optional<String> refused = refusal(exercise, accepted);
      if (refused.isPresent()) {
        return refused(refused.get(), exercise, accepted, evidence);
      }
      Map<SubmittedImage, OwnProject> projects = projects(exercise, accepted);
      Salt salt = new Salt(secret, accepted.contentKey());
      Workplace here = workplace();
      for (Map.Entry<SubmittedImage, OwnProject> one : projects.entrySet()) {
        evidence.add(
            new ImageCollector(
                    here.session(),
                    here.bases(),
                    here.starters(),
                    exercise,
                    one.getValue(),
                    salt,
                    slots,
                    progress)
                .collect(one.getKey()));
      }
      return Collected.all(evidence);
    } catch (BaseImages.UnknownImage | UngradableProject e) {
      return refused(String.valueOf(e.getMessage()), exercise, accepted, evidence);
    } catch (Interference e) {
      LOG.debug("once more", e);
      leave();
      return again ? failed(e, evidence) : collected(exercise, accepted, progress, true);
    } catch (RuntimeException e) {
      return failed(e, evidence);
    }
  }

  /** What is not built is looked at all the same: its text and its context still teach. */
  private Collected refused(
      String reason, Exercise exercise, Submission.Accepted accepted, List<Evidence> built) {
    List<Evidence> seen = new ArrayList<>(built);
    TextCollector texts = new TextCollector(run, exercise, new Salt(secret, accepted.contentKey()));
    try {
      projects(exercise, accepted).entrySet().stream()
          .skip(built.size())
          .forEach(one -> seen.add(texts.collect(one.getKey(), one.getValue())));
    } catch (UngradableProject e) {
      LOG.debug("the project says nothing of what is asked", e);
    } catch (RuntimeException e) {
      return failed(e, seen);
    }
    return Collected.notGradable(reason, seen);
  }

  /** Whatever else goes wrong is ours, and is never taken for the student's. */
  private Collected failed(RuntimeException e, List<Evidence> evidence) {
    LOG.debug("not graded", e);
    leave();
    return Collected.notGraded(reason(e), evidence);
  }

  private SubmissionResult result(Exercise exercise, Submission submission, Collected collected) {
    List<Evidence> evidence = collected.evidence();
    List<String> ignored = submission.ignored().paths();
    try {
      return collected.result(exercise, ignored, environment(exercise, collected.built()));
    } catch (RuntimeException e) {
      return failed(e, evidence).result(exercise, ignored, environment(exercise, evidence));
    }
  }

  /** The images handed in, in the exercise's order. */
  private static Map<SubmittedImage, OwnProject> projects(
      Exercise exercise, Submission.Accepted accepted) throws UngradableProject {
    Map<SubmittedImage, OwnProject> projects = new LinkedHashMap<>();
    for (ImageSpec spec : exercise.images()) {
      Optional<SubmittedImage> image = accepted.image(spec.name());
      if (image.isPresent()) {
        projects.put(image.get(), OwnProject.of(spec, image.get()));
      }
    }
    return projects;
  }

  /** Why a Dockerfile is not even built: it names an image that is not allowed. */
  private Optional<String> refusal(Exercise exercise, Submission.Accepted accepted)
      throws UngradableProject {
    AllowedImages allowed = AllowedImages.of(course);
    return dockerfiles(exercise, accepted).stream()
        .flatMap(
            file ->
                allowed.refusals(Dockerfile.parse(file.bytes())).stream()
                    .map(refused -> file.source() + ", " + refused.message()))
        .findFirst();
  }

  /** Every Dockerfile of a submission that is built. */
  private static List<SubmittedFile> dockerfiles(Exercise exercise, Submission.Accepted accepted)
      throws UngradableProject {
    List<SubmittedFile> dockerfiles = new ArrayList<>();
    projects(exercise, accepted)
        .forEach(
            (image, project) -> {
              dockerfiles.add(image.dockerfile());
              Optional.ofNullable(project.before()).ifPresent(dockerfiles::add);
            });
    return dockerfiles;
  }

  private synchronized Workplace workplace() {
    if (closed) {
      throw new InfrastructureException("the run is over; nothing more is graded");
    }
    if (workplace == null) {
      EngineSession session = EngineSession.open(run, builder);
      sessions.add(session);
      BaseImages bases =
          new BaseImages(
              session.engine(), new StandIns(session.engine(), home), course::standInFor);
      workplace =
          new Workplace(
              session, bases, new StarterSizes(session, bases, home), new ConcurrentHashMap<>());
    }
    return Objects.requireNonNull(workplace);
  }

  private synchronized Optional<Workplace> workplaceIfAny() {
    if (workplace == null && System.nanoTime() - lastFailure < AGAIN_AFTER.toNanos()) {
      return Optional.empty();
    }
    return Optional.of(workplace());
  }

  /**
   * After a failure of the engine the next submission asks for it anew. What other submissions are
   * at work with there is left to them. A thread that is told to stop cannot tell.
   */
  private synchronized void leave() {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    Workplace here = workplace;
    if (here == null || !here.session().isUsable()) {
      workplace = null;
      lastFailure = System.nanoTime();
    }
  }

  private synchronized GradingEnvironment environment(Exercise exercise, List<Evidence> evidence) {
    TreeSet<String> standIns = new TreeSet<>();
    for (Evidence one : evidence) {
      BuildEvidence build = one.build();
      standIns.addAll(build == null ? List.of() : build.standIns());
    }
    // one that was refused before has not seen it, whether or not it is there
    Workplace here = evidence.isEmpty() ? null : workplace;
    return new GradingEnvironment(
        Version.current(),
        ExerciseHash.of(exercise),
        here == null ? "" : here.session().engine().version(),
        here == null ? "" : here.session().builder().name(),
        here == null ? "" : here.session().engine().store(),
        List.copyOf(standIns));
  }

  private static String reason(RuntimeException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return e instanceof InfrastructureException
        ? message
        : e.getClass().getSimpleName() + ": " + message;
  }

  /** What there is while an engine answers. */
  private record Workplace(
      EngineSession session, BaseImages bases, StarterSizes starters, Map<String, String> baseIds) {

    String conditions(Collection<String> names) {
      Engine engine = session.engine();
      StringBuilder text = new StringBuilder();
      text.append(engine.version()).append(' ').append(engine.store()).append(' ');
      text.append(session.builder().name());
      names.stream().limit(MAX_BASES).forEach(name -> text.append('\n').append(base(name)));
      return text.toString();
    }

    /** One that would have to be pulled is asked for again: by then it may be there. */
    private String base(String name) {
      String known = baseIds.get(name);
      if (known == null) {
        known = bases.id(name).orElse("");
        if (!known.isEmpty()) {
          baseIds.put(name, known);
        }
      }
      return name + "=" + known;
    }
  }
}
