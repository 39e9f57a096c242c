package dev.drydock.pipeline;

import dev.drydock.engine.BaseImages;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.StandIns;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What there is while an engine answers. */
record Workplace(
    EngineSession session,
    BaseImages bases,
    StarterSizes starters,
    PristineBuild pristine,
    Map<String, String> baseIds) {

  private static final int MAX_BASES = 100;

  static Workplace in(
      EngineSession session, DrydockHome home, Function<String, Optional<String>> standInFor) {
    BaseImages bases =
        new BaseImages(session.engine(), new StandIns(session.engine(), home), standInFor);
    PristineBuild pristine = new PristineBuild(session, bases);
    StarterSizes starters = new StarterSizes(session, bases, pristine, home);
    return new Workplace(session, bases, starters, pristine, new ConcurrentHashMap<>());
  }

  String conditions(Collection<String> names) {
    Engine engine = session.engine();
    StringBuilder text = new StringBuilder();
    text.append(engine.version()).append(' ').append(engine.store()).append(' ');
    text.append(session.builder().name());
    names.stream().limit(MAX_BASES).forEach(name -> text.append('\n').append(base(name)));
    return text.toString();
  }

  /** One that would have to be pulled is asked for again: by then it may be there. */
  private String base(String name) {
    String known = baseIds.get(name);
    if (known == null) {
      known = bases.id(name).orElse("");
      if (!known.isEmpty()) {
        baseIds.put(name, known);
      }
    }
    return name + "=" + known;
  }
}
