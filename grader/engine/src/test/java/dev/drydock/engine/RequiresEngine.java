package dev.drydock.engine;

import dev.drydock.engine.host.EngineHost;
import dev.drydock.engine.host.InfrastructureException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that needs a real engine. Skipped with the reason where none answers, unless the system
 * property or variable {@code DRYDOCK_REQUIRE_ENGINE} says that one must: then it fails.
 */
@Tag("engine")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresEngine.Condition.class)
public @interface RequiresEngine {

  /** Asks once per virtual machine. */
  final class Condition implements ExecutionCondition {

    private static final ConditionEvaluationResult RESULT = ask();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return RESULT;
    }

    private static ConditionEvaluationResult ask() {
      try {
        EngineHost.resolve().requireListening();
        return ConditionEvaluationResult.enabled("an engine answers");
      } catch (InfrastructureException e) {
        return System.getenv("DRYDOCK_REQUIRE_ENGINE") == null
            ? ConditionEvaluationResult.disabled(e.getMessage())
            : ConditionEvaluationResult.enabled("an engine must answer, so this fails");
      }
    }
  }
}
