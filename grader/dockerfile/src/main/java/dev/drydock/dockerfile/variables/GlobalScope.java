package dev.drydock.dockerfile.variables;

import dev.drydock.dockerfile.stage.BuildInputs;
import dev.drydock.dockerfile.stage.Variable;
import dev.drydock.dockerfile.stage.Variable.Kind;
import java.util.List;
import java.util.Map;

/** The variables a FROM can use: the platform's, and the ARGs before the first FROM. */
public final class GlobalScope {

  private GlobalScope() {}

  /** The variables the builder sets by itself. */
  public static Scope predefined(BuildInputs inputs) {
    Scope scope = Scope.EMPTY;
    String[] platform = inputs.platform().split("/", -1);
    for (String side : List.of("BUILD", "TARGET")) {
      scope = scope.with(variable(side + "PLATFORM", inputs.platform(), inputs));
      scope = scope.with(variable(side + "OS", part(platform, 0), inputs));
      scope = scope.with(variable(side + "OSVERSION", "", inputs));
      scope = scope.with(variable(side + "ARCH", part(platform, 1), inputs));
      scope = scope.with(variable(side + "VARIANT", part(platform, 2), inputs));
    }
    return scope.with(variable("TARGETSTAGE", "default", inputs));
  }

  /** What a stage on an external image starts with, as far as it is known. */
  public static Scope ofImage(Map<String, String> environment) {
    Scope scope =
        Scope.EMPTY.with(
            new Variable(
                "PATH",
                "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                Kind.PREDEFINED,
                0));
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      scope = scope.with(new Variable(entry.getKey(), entry.getValue(), Kind.BASE_IMAGE, 0));
    }
    return scope;
  }

  private static Variable variable(String name, String value, BuildInputs inputs) {
    String given = inputs.buildArguments().getOrDefault(name, value);
    return new Variable(name, given, Kind.PREDEFINED, 0);
  }

  private static String part(String[] parts, int index) {
    return index < parts.length ? parts[index] : "";
  }
}
