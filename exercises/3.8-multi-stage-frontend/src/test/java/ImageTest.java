import dev.drydock.junit.Drydock;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ImageTest {
  @TestFactory
  Stream<DynamicNode> image() {
    return Drydock.exercise();
  }
}
