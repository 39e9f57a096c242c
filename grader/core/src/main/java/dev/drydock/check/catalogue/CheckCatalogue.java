package dev.drydock.check.catalogue;

import dev.drydock.check.Check;
import dev.drydock.check.Need;
import dev.drydock.check.context.ContextLeaks;
import dev.drydock.check.context.ContextSize;
import dev.drydock.check.context.CopyIgnored;
import dev.drydock.check.context.IgnorePatterns;
import dev.drydock.check.context.IgnorePresent;
import dev.drydock.check.dockerfile.BaseAllowed;
import dev.drydock.check.dockerfile.BaseDigest;
import dev.drydock.check.dockerfile.BaseTagged;
import dev.drydock.check.dockerfile.CleanupSameLayer;
import dev.drydock.check.dockerfile.CommandSingle;
import dev.drydock.check.dockerfile.CopyNotAdd;
import dev.drydock.check.dockerfile.CopyOrder;
import dev.drydock.check.dockerfile.DockerfileParses;
import dev.drydock.check.dockerfile.ExecForm;
import dev.drydock.check.dockerfile.InstructionsUsed;
import dev.drydock.check.dockerfile.SecretNames;
import dev.drydock.check.dockerfile.StagesMulti;
import dev.drydock.check.dockerfile.StagesNamed;
import dev.drydock.check.dockerfile.SyntaxAvailable;
import dev.drydock.check.dockerfile.UserDeclared;
import dev.drydock.check.dockerfile.VariablesDefined;
import dev.drydock.check.dockerfile.WorkdirAbsolute;
import dev.drydock.check.image.CacheFiles;
import dev.drydock.check.image.CertificatesPresent;
import dev.drydock.check.image.DevDependencies;
import dev.drydock.check.image.ExposeDeclared;
import dev.drydock.check.image.FilesOwner;
import dev.drydock.check.image.HistoryClean;
import dev.drydock.check.image.LayersMax;
import dev.drydock.check.image.LeakedFiles;
import dev.drydock.check.image.SecretCanary;
import dev.drydock.check.image.SizeMax;
import dev.drydock.check.image.SizeVersusStarter;
import dev.drydock.check.image.StaticBinary;
import dev.drydock.check.image.UserUid;
import dev.drydock.check.image.WasteBytes;
import dev.drydock.check.rebuild.RebuildManifest;
import dev.drydock.check.rebuild.RebuildSame;
import dev.drydock.check.rebuild.RebuildSource;
import dev.drydock.check.run.HttpContract;
import dev.drydock.check.run.Pid1Identity;
import dev.drydock.check.run.PortListening;
import dev.drydock.check.run.ProcessUids;
import dev.drydock.check.run.ReadonlyRun;
import dev.drydock.check.run.StartStable;
import dev.drydock.check.run.StopClean;
import dev.drydock.exercise.ImageSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every check there is. An id is never reused, even after its check is gone. */
public final class CheckCatalogue {

  private static final List<Check> ALL =
      List.of(
          new DockerfileParses(),
          new BaseTagged(),
          new BaseDigest(),
          new BaseAllowed(),
          new StagesMulti(),
          new StagesNamed(),
          new ExecForm(),
          new CommandSingle(),
          new CopyNotAdd(),
          new WorkdirAbsolute(),
          new UserDeclared(),
          new CleanupSameLayer(),
          new CopyOrder(),
          new SecretNames(),
          new VariablesDefined(),
          new SyntaxAvailable(),
          new InstructionsUsed(),
          new IgnorePresent(),
          new IgnorePatterns(),
          new ContextSize(),
          new ContextLeaks(),
          new CopyIgnored(),
          new SizeMax(),
          new SizeVersusStarter(),
          new LayersMax(),
          new WasteBytes(),
          new CacheFiles(),
          new LeakedFiles(),
          new SecretCanary(),
          new DevDependencies(),
          new UserUid(),
          new FilesOwner(),
          new StaticBinary(),
          new ExposeDeclared(),
          new HistoryClean(),
          new CertificatesPresent(),
          new HttpContract(),
          new PortListening(),
          new ProcessUids(),
          new Pid1Identity(),
          new StopClean(),
          new ReadonlyRun(),
          new StartStable(),
          new RebuildSame(),
          new RebuildSource(),
          new RebuildManifest());

  private CheckCatalogue() {}

  public static List<Check> all() {
    return ALL;
  }

  public static List<String> ids() {
    return ALL.stream().map(Check::id).toList();
  }

  /** What the checks that the exercise asks of an image need. */
  public static Set<Need> needs(ImageSpec image) {
    return ALL.stream()
        .filter(check -> image.rule(check.id()).isPresent())
        .map(Check::need)
        .collect(Collectors.toUnmodifiableSet());
  }

  public static Optional<Check> find(String id) {
    return ALL.stream().filter(check -> check.id().equals(id)).findFirst();
  }
}
