package dev.drydock.batch.entry;

import dev.drydock.Version;
import dev.drydock.engine.job.CommandSpec;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseHash;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.files.Fingerprint;
import dev.drydock.pipeline.BuildEnvironment;
import dev.drydock.submission.Submission;
import dev.drydock.submission.SubmittedImage;
import dev.drydock.submission.choice.Intake;
import dev.drydock.verdict.SubmissionResult;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Content keys from the files that intake takes and from the exercise as it is now. */
public final class IntakeKeys implements ContentKeys {

  private final Intake intake;
  private final String allowedImages;
  private final BuildEnvironment conditions;
  private final Map<Exercise, ExercisePrints> exercises = new ConcurrentHashMap<>();

  public IntakeKeys(Intake intake, Course course, BuildEnvironment conditions) {
    this.intake = intake;
    this.allowedImages = course.officialImages() + " " + course.moreImages();
    this.conditions = conditions;
  }

  @Override
  public KeyedSubmission read(BatchEntry entry) {
    ExercisePrints exercise =
        exercises.computeIfAbsent(entry.exercise(), one -> ExercisePrints.of(one, allowedImages));
    Submission submission = intake.read(entry.exercise(), entry.source());
    Fingerprint collection = new Fingerprint().add(exercise.collection());
    @Nullable String found = "";
    SortedMap<String, String> dockerfiles = new TreeMap<>();
    boolean gradable = submission instanceof Submission.Accepted;
    if (submission instanceof Submission.Accepted accepted) {
      collection.add(accepted.contentKey());
      found = conditions.of(entry.exercise(), accepted).orElse(null);
      accepted.missing().forEach(image -> collection.add(image.name()).add(image.reason()));
      for (SubmittedImage image : accepted.images()) {
        dockerfiles.put(image.name(), image.dockerfile().source());
      }
    } else if (submission instanceof Submission.NotGradable refused) {
      collection.add(refused.reason());
    }
    List<String> ignored = submission.ignored().paths();
    List<String> notes = submission.understood();
    String judging = judging(exercise.judging(), dockerfiles, ignored, notes);
    return new KeyedSubmission(
        new ContentKey(collection.hex(), found, judging, dockerfiles, ignored, notes, gradable),
        submission);
  }

  /** The judging key of a submission of which only the result remains. */
  public static String judging(
      Exercise exercise,
      Map<String, String> dockerfiles,
      List<String> ignored,
      List<String> notes) {
    return judging(ExercisePrints.judging(exercise), dockerfiles, ignored, notes);
  }

  private static String judging(
      String exercise, Map<String, String> dockerfiles, List<String> ignored, List<String> notes) {
    Fingerprint judging = new Fingerprint().add(exercise);
    judging.add(new TreeMap<>(dockerfiles).toString());
    judging.add(Integer.toString(ignored.size()));
    ignored.forEach(judging::add);
    notes.forEach(judging::add);
    return judging.hex();
  }

  /** What the keys of all submissions of an exercise share. */
  private record ExercisePrints(String collection, String judging) {

    static ExercisePrints of(Exercise exercise, String allowedImages) {
      Fingerprint collection = new Fingerprint().add(allowedImages).add(Version.current());
      collection.add(exercise.id()).add(Integer.toString(Evidence.SCHEMA_VERSION));
      for (ImageSpec image : exercise.images()) {
        collection.add(image.name()).add(ExerciseHash.ofFiles(exercise, image));
        collection.add(howBuiltAndRun(image));
      }
      return new ExercisePrints(collection.hex(), judging(exercise));
    }

    private static String judging(Exercise exercise) {
      return new Fingerprint()
          .add(ExerciseHash.of(exercise))
          .add(Version.current())
          .add(Integer.toString(SubmissionResult.SCHEMA_VERSION))
          .hex();
    }

    /** The set of checks decides what is collected; their limits and points do not. */
    private static String howBuiltAndRun(ImageSpec image) {
      return String.join(
          "\n",
          image.files().editable().toString(),
          image.files().salt().toString(),
          image.build().network().toString(),
          image.build().within().toString(),
          String.valueOf(image.build().disk().bytes()),
          stable(image.job()),
          image.rules().stream().map(CheckRule::id).sorted().toList().toString(),
          String.valueOf(image.rebuild()));
    }
  }

  // as it was before services and commands were told apart: runs that are stored keep their keys
  private static final String NO_COMMANDS = "[]";
  private static final String NO_STOP = "PT10S";

  private static String stable(Job job) {
    String common = new TreeMap<>(job.env()) + "\n" + job.startWithin();
    if (job instanceof Job.Service service) {
      return String.join(
          "\n",
          String.valueOf(service.port()),
          common,
          service.stopWithin().toString(),
          service.requests().stream().map(IntakeKeys::stable).toList().toString(),
          NO_COMMANDS);
    }
    List<String> cases = ((Job.Command) job).cases().stream().map(IntakeKeys::stable).toList();
    return String.join("\n", "null", common, NO_STOP, "[]", cases.toString());
  }

  private static String stable(RequestSpec request) {
    return String.join(
        "\n",
        request.name(),
        request.sent().method(),
        request.sent().path(),
        new TreeMap<>(request.sent().headers()).toString(),
        String.valueOf(request.sent().body()),
        String.valueOf(request.whileStopping()));
  }

  private static String stable(CommandSpec command) {
    return String.join(
        "\n",
        command.name(),
        command.arguments().toString(),
        new TreeMap<>(command.env()).toString());
  }
}
