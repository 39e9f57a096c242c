package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * D11: the final stage, or one it is built on, switches to an ordinary user. A user that the built
 * image inherits from its base also counts.
 */
public final class UserDeclared extends CatalogueCheck {

  public static final String ID = "D11";

  public static final String NONE = "none";
  public static final String ELSEWHERE = "elsewhere";
  public static final String CREATED_ONLY = "created-only";
  public static final String ROOT = "root";
  public static final String NOTE_INHERITED = "inherited";

  private static final Pattern ROOT_USER = Pattern.compile("(root|0+)(:.*)?");
  private static final Pattern CREATES = Pattern.compile("\\b(?:useradd|adduser)\\b|/etc/passwd");

  public UserDeclared() {
    super(ID, "user.declared", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    Optional<User> last = input.finalStage().last(User.class);
    if (last.isPresent()) {
      String user = input.dockerfile().resolve(last.get(), last.get().user()).text();
      Measurement measurement = Measurement.of("USER " + user, "USER other than root");
      return ROOT_USER.matcher(user).matches()
          ? Outcome.failed(measurement, ROOT, Map.of(), last.get().startLine())
          : Outcome.passed(measurement);
    }
    ImageAnatomy image = input.evidence().anatomy();
    String inherited = image == null ? "" : image.config().user();
    if (!inherited.isEmpty() && !ROOT_USER.matcher(inherited).matches()) {
      return Outcome.passed(
          Measurement.of("USER " + inherited, "USER other than root"),
          NOTE_INHERITED,
          Map.of("user", inherited));
    }
    return missing(input);
  }

  /** Most scripts have neither word, and finding words is faster than matching patterns. */
  private static boolean createsUser(String script) {
    return (script.contains("user") || script.contains("passwd")) && CREATES.matcher(script).find();
  }

  private static Outcome missing(CheckInput input) {
    Measurement measurement = Measurement.of("no USER", "USER other than root");
    Optional<Run> creates =
        input.finalStage().instructions(Run.class).stream()
            .filter(run -> createsUser(run.script()))
            .findFirst();
    if (creates.isPresent()) {
      return Outcome.failed(measurement, CREATED_ONLY, Map.of(), creates.get().startLine());
    }
    Dockerfile dockerfile = input.dockerfile();
    return dockerfile.instructions(User.class).stream()
        .findFirst()
        .<Outcome>map(user -> Outcome.failed(measurement, ELSEWHERE, Map.of(), user.startLine()))
        .orElseGet(() -> Outcome.failed(measurement, NONE, Map.of(), null));
  }
}
