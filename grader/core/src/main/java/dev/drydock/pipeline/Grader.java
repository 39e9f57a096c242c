package dev.drydock.pipeline;

import dev.drydock.Version;
import dev.drydock.check.Credentials;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.engine.BaseImages;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Interference;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.run.HostReach;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseHash;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.submission.Submission;
import dev.drydock.submission.SubmittedFile;
import dev.drydock.submission.SubmittedImage;
import dev.drydock.submission.choice.AllowedImages;
import dev.drydock.submission.choice.BuilderFetches;
import dev.drydock.submission.choice.Intake;
import dev.drydock.submission.workspace.Salt;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.SubmissionResult;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grades submissions on the engine of this machine. The engine is asked for when the first
 * submission gets that far, and again after it was lost.
 */
public final class Grader implements SubmissionGrader {

  private static final Logger LOG = LoggerFactory.getLogger(Grader.class);

  private final Course course;
  private final Slots slots;
  private final GraderRun run;
  private final byte[] secret;
  private final Intake intake;
  private final Workplaces workplaces;

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
    this(course, home, slots, run -> EngineSession.open(run, builder));
  }

  /**
   * @param engine begins a run's work on an engine
   */
  Grader(Course course, DrydockHome home, Slots slots, Function<GraderRun, EngineSession> engine) {
    this.slots = slots;
    this.course = course;
    this.run = GraderRun.begin(home);
    this.secret = CourseSecret.of(home);
    this.workplaces = new Workplaces(run, engine, course::standInFor);
    this.intake = Intake.using(run.temporaryFolder("intake"));
  }

  /**
   * Read a submission and grade it.
   *
   * @param source folder or archive with the submission
   */
  public GradedSubmission grade(Exercise exercise, Path source, Progress progress) {
    progress.at("intake", String.valueOf(source.getFileName()));
    Submission submission;
    try {
      submission = intake.read(exercise, source);
    } catch (InfrastructureException | UncheckedIOException e) {
      String reason = "the submission could not be read: " + e.getMessage();
      Collected nothing = Collected.notGraded(reason, List.of());
      return new GradedSubmission(
          nothing.result(exercise, List.of(), environment(exercise, List.of())), List.of());
    }
    return grade(exercise, submission, progress);
  }

  @Override
  public GradedSubmission grade(Exercise exercise, Submission submission, Progress progress) {
    Collected collected;
    try (SilenceNotice notice = new SilenceNotice(workplaces::silence, progress)) {
      collected = collected(exercise, submission, progress);
    }
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
      return workplaces.currentIfAny().map(here -> here.conditions(names));
    } catch (UngradableProject e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.debug("the engine does not say", e);
      workplaces.leave();
      return Optional.empty();
    }
  }

  /**
   * From now on, grade only where nothing that is graded reaches the engine's machine. It is tried
   * at once, and on every engine that is found later.
   *
   * @param warn gets a line where that cannot be tried
   * @throws Unsheltered when it reaches it
   */
  public void requireShelter(Consumer<String> warn) {
    workplaces.onlyWhere(session -> requireShelter(session, warn));
    try {
      workplaces.current();
    } catch (InfrastructureException e) {
      if (e instanceof Unsheltered || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      warn.accept(
          "whether containers reach the engine's machine is tried once an engine answers: "
              + reason(e));
    }
  }

  private static void requireShelter(EngineSession session, Consumer<String> warn) {
    HostReach reach = HostReach.ofContainers(session);
    if (reach.state() == HostReach.State.OPEN) {
      throw new Unsheltered(reach.words());
    }
    if (reach.state() == HostReach.State.UNPROVEN) {
      warn.accept(reach.words());
    }
  }

  /** Remove everything this run made; where the engine does not let it, the next run does. */
  @Override
  public void close() {
    workplaces.close();
    try {
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
      Workplace here = workplaces.current();
      try (EngineSession.Taken taken = here.session().takeUp()) {
        for (Map.Entry<SubmittedImage, OwnProject> one : projects.entrySet()) {
          evidence.add(
              new ImageCollector(
                      here.session(),
                      here.bases(),
                      here.starters(),
                      here.pristine(),
                      exercise,
                      one.getValue(),
                      salt,
                      slots,
                      progress)
                  .collect(one.getKey()));
        }
      }
      return Collected.all(evidence);
    } catch (BaseImages.UnknownImage | UngradableProject e) {
      return refused(String.valueOf(e.getMessage()), exercise, accepted, evidence);
    } catch (Interference e) {
      LOG.debug("once more", e);
      workplaces.leave();
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
    workplaces.leave();
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

  /** Why a Dockerfile is not even built: it names or fetches what is not allowed. */
  private Optional<String> refusal(Exercise exercise, Submission.Accepted accepted)
      throws UngradableProject {
    AllowedImages allowed = AllowedImages.of(course);
    for (Map.Entry<SubmittedImage, OwnProject> one : projects(exercise, accepted).entrySet()) {
      BuilderFetches fetches =
          new BuilderFetches(one.getValue().spec().build().network(), Credentials::named);
      for (SubmittedFile file : dockerfiles(one.getKey(), one.getValue())) {
        Dockerfile dockerfile = Dockerfile.parse(file.bytes());
        Optional<String> refused =
            Stream.of(allowed.refusals(dockerfile), fetches.refusals(dockerfile))
                .flatMap(List::stream)
                .min(Comparator.comparingInt(AllowedImages.Refusal::line))
                .map(refusal -> file.source() + ", " + refusal.message());
        if (refused.isPresent()) {
          return refused;
        }
      }
    }
    return Optional.empty();
  }

  /** Every Dockerfile of a submission that is built. */
  private static List<SubmittedFile> dockerfiles(Exercise exercise, Submission.Accepted accepted)
      throws UngradableProject {
    return projects(exercise, accepted).entrySet().stream()
        .flatMap(one -> dockerfiles(one.getKey(), one.getValue()).stream())
        .toList();
  }

  private static List<SubmittedFile> dockerfiles(SubmittedImage image, OwnProject project) {
    SubmittedFile before = project.before();
    return before == null ? List.of(image.dockerfile()) : List.of(image.dockerfile(), before);
  }

  private GradingEnvironment environment(Exercise exercise, List<Evidence> evidence) {
    TreeSet<String> standIns = new TreeSet<>();
    for (Evidence one : evidence) {
      BuildEvidence build = one.build();
      standIns.addAll(build == null ? List.of() : build.standIns());
    }
    // one that was refused before has not seen it, whether or not it is there
    Workplace here = evidence.isEmpty() ? null : workplaces.ifThere();
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
}
