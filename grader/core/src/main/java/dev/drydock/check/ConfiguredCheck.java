package dev.drydock.check;

import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.exercise.settings.SettingsForm;
import java.util.List;
import java.util.Optional;

/**
 * A check with settings: it declares them as a record with their form, and receives them as that
 * record.
 *
 * @param <S> its settings
 */
public abstract class ConfiguredCheck<S extends CheckSettings> extends CatalogueCheck {

  private final SettingsForm<S> form;

  protected ConfiguredCheck(String id, String name, Need need, SettingsForm<S> form) {
    super(id, name, need);
    this.form = form;
  }

  @Override
  public final SettingsForm<S> settings() {
    return form;
  }

  @Override
  public final Asked asked(ImageSpec image, CheckRule rule) {
    return asked(settings(rule));
  }

  @Override
  public final Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return exempt(settings(rule));
  }

  @Override
  public final Outcome judge(CheckInput input) {
    return judge(input, settings(input.rule()));
  }

  @Override
  public final List<Asked> limits(CheckRule rule) {
    return limits(settings(rule));
  }

  @Override
  public final List<Band> bands(CheckRule rule) {
    return bands(settings(rule));
  }

  /** What the exercise asks for, for the requirement's sentence. */
  protected abstract Asked asked(S settings);

  /** Why it does not apply under such settings, whatever is measured. */
  protected Optional<Reason> exempt(S settings) {
    return Optional.empty();
  }

  /** Judge evidence that holds what {@link #need} asks for. */
  protected abstract Outcome judge(CheckInput input, S settings);

  /** The settings as an exercise's page shows them. */
  protected abstract List<Asked> limits(S settings);

  protected List<Band> bands(S settings) {
    return List.of();
  }

  /** What a rule sets for this check. */
  protected final S settings(CheckRule rule) {
    return form.of(rule.settings());
  }
}
