package dev.drydock.check.image;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.ConfiguredCheck;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.exercise.settings.Setting;
import dev.drydock.exercise.settings.SettingSchema;
import dev.drydock.exercise.settings.SettingsForm;
import dev.drydock.image.anatomy.FileSystemFacts;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * I09: the configured user is not uid 0, whatever its name. The image decides: a user inherited
 * from the base counts, a USER in an earlier stage does not.
 */
public final class UserUid extends ConfiguredCheck<UserUid.Settings> {

  public static final String ID = "I09";

  public static final String NONE = "none";
  public static final String ROOT = "root";
  public static final String ALIAS = "alias";
  public static final String UNKNOWN_NAME = "unknown-name";
  public static final String NO_PASSWD = "no-passwd";
  public static final String UNREAD = "unread";
  public static final String UNKNOWN_GROUP = "unknown-group";
  public static final String NOT_NUMERIC = "not-numeric";
  public static final String ASKED_NUMERIC = "numeric";
  public static final String LIMIT_NUMERIC = "numeric";

  private static final SettingsForm<Settings> FORM =
      SettingsForm.of(Settings.class, Setting.optional("numeric", SettingSchema.FLAG));

  public UserUid() {
    super(ID, "user.uid", Need.ANY_IMAGE, FORM);
  }

  /**
   * @param numeric whether USER has to be a number
   */
  public record Settings(boolean numeric) implements CheckSettings {}

  @Override
  protected Asked asked(Settings settings) {
    return settings.numeric() ? Asked.of(ASKED_NUMERIC) : Asked.PLAIN;
  }

  @Override
  protected List<Asked> limits(Settings settings) {
    return settings.numeric() ? List.of(Asked.of(LIMIT_NUMERIC)) : List.of();
  }

  @Override
  protected Outcome judge(CheckInput input, Settings settings) {
    ImageAnatomy image = input.anatomy();
    UserIdentity identity = UserIdentity.of(image);
    String configured = image.config().user();
    Map<String, String> values =
        Map.of("user", configured, "name", identity.user(), "group", identity.group());
    Integer line = input.finalStage().userLine();
    Measurement measurement = measurement(configured, identity);
    if (identity.user().isEmpty()) {
      return Outcome.failed(measurement, NONE, values, line);
    }
    if (identity.isRoot()) {
      return Outcome.failed(measurement, identity.isCalledRoot() ? ROOT : ALIAS, values, line);
    }
    if (identity.uid().isEmpty()) {
      return unknownName(image.files(), measurement, values, line);
    }
    if (!identity.groupKnown() && image.files().groupUnread()) {
      return Outcome.failed(measurement, UNREAD, unread("/etc/group", identity.group()), line);
    }
    if (!identity.groupKnown()) {
      return Outcome.failed(measurement, UNKNOWN_GROUP, values, line);
    }
    return settings.numeric() && !identity.isNumeric()
        ? Outcome.failed(measurement, NOT_NUMERIC, values, line)
        : Outcome.passed(measurement);
  }

  private static Outcome unknownName(
      FileSystemFacts files,
      Measurement measurement,
      Map<String, String> values,
      @Nullable Integer line) {
    if (files.passwdUnread()) {
      String name = values.getOrDefault("name", "");
      Measurement unknown = Measurement.of(name + " → unknown", "a uid that is not 0");
      return Outcome.failed(unknown, UNREAD, unread("/etc/passwd", name), line);
    }
    String finding = files.passwdPresent() ? UNKNOWN_NAME : NO_PASSWD;
    return Outcome.failed(measurement, finding, values, line);
  }

  private static Map<String, String> unread(String file, String name) {
    return Map.of("file", file, "name", name);
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
