package dev.drydock.check;

import dev.drydock.engine.job.Job;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.Optional;

/** A check that has nothing to say about a command, which listens on nothing and ends by itself. */
public abstract class ServiceCheck extends CatalogueCheck {

  protected ServiceCheck(String id, String name, Need need) {
    super(id, name, need);
  }

  @Override
  public final Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return image.isService() ? Optional.empty() : Optional.of(Reason.COMMAND);
  }

  @Override
  public final Asked asked(ImageSpec image, CheckRule rule) {
    return image.isService() ? asked(image.service()) : Asked.PLAIN;
  }

  /** What is asked of a service. */
  protected abstract Asked asked(Job.Service service);
}
