package dev.drydock.check;

import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.exercise.settings.Setting;
import dev.drydock.exercise.settings.SettingSchema;
import dev.drydock.exercise.settings.SettingsForm;
import dev.drydock.image.ByteSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What checks of a size share: the exercise's limit or, without one, their own. */
public abstract class SizeLimitedCheck extends ConfiguredCheck<SizeLimitedCheck.Settings> {

  public static final String ASKED_LIMITED = "limited";
  public static final String LIMIT_MAX = "max";

  private static final SettingsForm<Settings> FORM =
      SettingsForm.of(Settings.class, Setting.optional("max", SettingSchema.SIZE));

  private final ByteSize usual;

  /**
   * @param usual limit if the exercise sets none
   */
  protected SizeLimitedCheck(String id, String name, Need need, ByteSize usual) {
    super(id, name, need, FORM);
    this.usual = usual;
  }

  /**
   * @param max largest size allowed
   */
  public record Settings(@Nullable ByteSize max) implements CheckSettings {}

  @Override
  protected final Asked asked(Settings settings) {
    return Asked.of(ASKED_LIMITED, "limit", Shown.limit(limit(settings)));
  }

  @Override
  protected final Outcome judge(CheckInput input, Settings settings) {
    return judge(input, limit(settings).bytes());
  }

  @Override
  protected final List<Asked> limits(Settings settings) {
    ByteSize max = settings.max();
    return max == null ? List.of() : List.of(Asked.of(LIMIT_MAX, "limit", max));
  }

  protected abstract Outcome judge(CheckInput input, long limit);

  private ByteSize limit(Settings settings) {
    ByteSize max = settings.max();
    return max == null ? usual : max;
  }
}
