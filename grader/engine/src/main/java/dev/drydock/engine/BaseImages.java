package dev.drydock.engine;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.TextTail;
import dev.drydock.engine.host.WatchedStream;
import dev.drydock.engine.ledger.StandIns;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Makes sure that a Dockerfile's base images are in the engine before the build: already there,
 * pulled, or (without a registry, where stand-ins were made) as a tag that points at the stand-in.
 */
public final class BaseImages {

  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Duration PULL = Duration.ofMinutes(10);
  private static final List<String> REGISTRY_SAYS_NO =
      List.of("not found", "manifest unknown", "access denied", "does not exist");

  private final Engine engine;
  private final StandIns standIns;
  private final Function<String, Optional<String>> standInFor;

  /**
   * @param standInFor the stand-in that takes the place of a name, where the course has one
   */
  public BaseImages(
      Engine engine, StandIns standIns, Function<String, Optional<String>> standInFor) {
    this.engine = engine;
    this.standIns = standIns;
    this.standInFor = standInFor;
  }

  /** A name that no registry knows: the one who wrote it has to fix it. */
  public static final class UnknownImage extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownImage(String name, String words) {
      super("the image " + name + " does not exist: " + words);
    }
  }

  /**
   * Make sure that all of these are in the engine.
   *
   * @return those of them that are offline stand-ins, sorted
   * @throws UnknownImage when a registry answered that there is no such image
   * @throws InfrastructureException when one is missing and no registry answers
   */
  public List<String> require(Collection<String> names) throws UnknownImage {
    TreeSet<String> used = new TreeSet<>();
    for (String name : new TreeSet<>(names)) {
      if (require(name)) {
        used.add(name);
      }
    }
    return List.copyOf(used);
  }

  /**
   * Id of the image that a name stands for when something is built on it: its own, or its
   * stand-in's. Empty when it would have to be pulled.
   */
  public Optional<String> id(String name) {
    return engine
        .image(name)
        .or(() -> standIn(name).flatMap(engine::image))
        .map(InspectImageResponse::getId);
  }

  private boolean require(String name) throws UnknownImage {
    if (engine.image(name).isPresent()) {
      return standIns.contains(name);
    }
    Optional<String> standIn = standIn(name);
    if (standIn.isEmpty()) {
      pull(name);
      return false;
    }
    if (name.contains("@")) {
      throw new InfrastructureException(
          "the image "
              + name
              + " is pinned to a digest, which its offline stand-in, "
              + standIn.get()
              + ", cannot have: grade it where a registry answers");
    }
    tag(standIn.get(), name);
    return true;
  }

  /** A name without a tag means latest, whatever was used before; a digest comes on top of it. */
  private Optional<String> standIn(String name) {
    int digest = name.indexOf('@');
    String tagged = withTag(digest < 0 ? name : name.substring(0, digest));
    return standInFor.apply(tagged).filter(standIns::contains);
  }

  private void tag(String standIn, String name) {
    int colon = name.lastIndexOf(':');
    boolean tagged = colon > name.lastIndexOf('/');
    String repository = tagged ? name.substring(0, colon) : name;
    String tag = tagged ? name.substring(colon + 1) : "latest";
    engine.client().tagImageCmd(standIn, repository, tag).exec();
  }

  private void pull(String name) throws UnknownImage {
    Pull pull = new Pull();
    String words;
    try (Pull running = engine.client().pullImageCmd(toPull(name)).exec(pull)) {
      words = running.await();
    } catch (NotFoundException e) {
      throw new UnknownImage(name, TextTail.clean(Engine.firstLine(e)));
    } catch (IOException e) {
      words = Engine.firstLine(e);
    } catch (RuntimeException e) {
      words = Engine.firstLine(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while pulling " + name, e);
    }
    if (engine.image(name).isPresent()) {
      return;
    }
    String said = TextTail.clean(words);
    // an engine that has started to stream reports it there; the name in it is the Dockerfile's
    String lower = said.toLowerCase(Locale.ROOT).replace(name.toLowerCase(Locale.ROOT), "");
    if (REGISTRY_SAYS_NO.stream().anyMatch(lower::contains)) {
      throw new UnknownImage(name, said);
    }
    throw new InfrastructureException(
        "the image " + name + " is not in the engine and cannot be pulled: " + said);
  }

  /** Where both a tag and a digest are written, the digest decides. */
  private static String toPull(String name) {
    int digest = name.indexOf('@');
    if (digest < 0) {
      return withTag(name);
    }
    int colon = name.lastIndexOf(':', digest);
    boolean tagged = colon > name.lastIndexOf('/', digest);
    return tagged ? name.substring(0, colon) + name.substring(digest) : name;
  }

  private static String withTag(String name) {
    return name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/')
        ? name
        : name + ":latest";
  }

  /** Ends early when the registry stays silent: dropped packets must not cost ten minutes. */
  private static final class Pull extends WatchedStream<PullResponseItem> {
    private volatile long lastWord = System.nanoTime();
    private volatile String error = "no registry answered";

    @Override
    public void onNext(PullResponseItem item) {
      lastWord = System.nanoTime();
      if (item.getErrorDetail() != null && item.getErrorDetail().getMessage() != null) {
        error = item.getErrorDetail().getMessage();
      }
    }

    @Override
    public void onError(Throwable throwable) {
      error = Engine.firstLine(throwable);
      super.onError(throwable);
    }

    String await() throws InterruptedException {
      long end = System.nanoTime() + PULL.toNanos();
      while (System.nanoTime() < end && System.nanoTime() - lastWord < SILENCE.toNanos()) {
        if (endedByNow()) {
          return error;
        }
      }
      return error;
    }
  }
}
