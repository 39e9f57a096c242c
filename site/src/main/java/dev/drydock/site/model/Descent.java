package dev.drydock.site.model;

import java.util.List;

/**
 * The measured steps of an exercise's descent: the content of {@code <figures>/<exercise>.json}.
 *
 * <pre>{@code
 * { "exercise": "3.9", "image": "backend", "engine": "28.5.2", "standIns": true,
 *   "steps": [ { "name": "starter", "text": "one stage, SDK image", "bytes": 893400000 },
 *              { "name": "scratch", "text": "static binary alone", "bytes": 7340032 } ] }
 * }</pre>
 *
 * @param engine version it was measured with
 * @param standIns whether base images were offline stand-ins
 * @param aboveBase whether the bytes of the base image are left out, as where I02 leaves them out
 */
public record Descent(
    String exercise,
    String image,
    String engine,
    boolean standIns,
    boolean aboveBase,
    List<Step> steps) {

  public Descent {
    engine = engine == null ? "" : engine;
    steps = List.copyOf(steps);
  }

  /** The last step: the reference. */
  public Step reference() {
    return steps.get(steps.size() - 1);
  }

  /** One image on the way. */
  public record Step(String name, String text, long bytes) {
    public Step {
      text = text == null ? "" : text;
    }
  }
}
