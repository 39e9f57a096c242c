package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.Map;

/**
 * I09: the configured user is not uid 0, whatever it is called. The image decides: a user inherited
 * from the base counts, a USER in an earlier stage does not.
 */
public final class UserUid extends CatalogueCheck {

  public UserUid() {
    super("I09", "user.uid", Need.IMAGE);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return rule.numeric() ? new Asked("numeric", Map.of()) : Asked.PLAIN;
  }

  @Override
  public Outcome judge(CheckInput input) {
    ImageAnatomy image = input.anatomy();
    UserIdentity identity = UserIdentity.of(image);
    String configured = image.config().user();
    Map<String, String> values =
        Map.of("user", configured, "name", identity.user(), "group", identity.group());
    Integer line = input.finalStage().userLine();
    Measurement measurement = measurement(configured, identity);
    if (identity.user().isEmpty()) {
      return Outcome.failed(measurement, "none", values, line);
    }
    if (identity.isRoot()) {
      return Outcome.failed(measurement, identity.isCalledRoot() ? "root" : "alias", values, line);
    }
    if (identity.uid().isEmpty()) {
      String finding = image.files().passwdPresent() ? "unknown-name" : "no-passwd";
      return Outcome.failed(measurement, finding, values, line);
    }
    if (!identity.groupKnown()) {
      return Outcome.failed(measurement, "unknown-group", values, line);
    }
    return input.rule().numeric() && !identity.isNumeric()
        ? Outcome.failed(measurement, "not-numeric", values, line)
        : Outcome.passed(measurement);
  }

  private static Measurement measurement(String configured, UserIdentity identity) {
    String user = configured.isEmpty() ? "no user" : configured;
    if (identity.uid().isEmpty()) {
      return Measurement.of(user + " → not in /etc/passwd", "a uid that is not 0");
    }
    long uid = identity.uid().getAsLong();
    return new Measurement(user + " → uid " + uid, "a uid that is not 0", (double) uid, null);
  }
}
