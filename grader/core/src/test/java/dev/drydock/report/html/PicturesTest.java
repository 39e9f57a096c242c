package dev.drydock.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drydock.verdict.ImageResult.LayerResult;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PicturesTest {

  private static LayerResult layer(long bytes, boolean base, long wasted) {
    return new LayerResult("sha256:1", bytes, "RUN x", base ? null : 3, base, wasted);
  }

  @Test
  void theBaseIsOneRowAndTheRestFollowsInOrder() {
    LayerPicture picture =
        LayerPicture.of(
            List.of(
                layer(30_000_000, true, 0),
                layer(20_000_000, true, 0),
                layer(40_000_000, false, 10_000_000),
                layer(10_000_000, false, 0)),
            20);
    assertThat(picture.rows()).extracting(LayerPicture.Row::number).containsExactly(0, 1, 2);
    assertThat(picture.rows()).extracting(LayerPicture.Row::x).containsExactly(0.0, 50.0, 90.0);
    assertThat(picture.rows())
        .extracting(LayerPicture.Row::width)
        .containsExactly(50.0, 40.0, 10.0);
    assertThat(picture.rows())
        .extracting(LayerPicture.Row::rowWidth)
        .containsExactly(100.0, 80.0, 20.0);
    assertThat(picture.rows().get(1).rowWasted()).isEqualTo(20.0);
    assertThat(picture.rows().get(0).instruction()).isEqualTo("base image, 2 layers");
    assertThat(picture.total()).isEqualTo("100 MB");
    assertThat(picture.own()).isEqualTo("50.0 MB");
    assertThat(picture.wasted()).isEqualTo("10.0 MB");
  }

  @Test
  void widthsAddUpToTheWhole() {
    LayerPicture picture =
        LayerPicture.of(
            LongStream.range(1, 40).mapToObj(i -> layer(i * 7_919, false, 0)).toList(), 20);
    assertThat(picture.rows().stream().mapToDouble(LayerPicture.Row::width).sum())
        .isEqualTo(100, within(0.2));
  }

  @Test
  void emptyLayersHaveNoWidthAndBreakNothing() {
    LayerPicture picture = LayerPicture.of(List.of(layer(0, false, 0)), 20);
    assertThat(picture.rows().get(0).width()).isZero();
    assertThat(picture.rows().get(0).share()).isEqualTo("0 %");
  }

  @Test
  void theScaleIsLogarithmicAndHasRoomAtBothEnds() {
    SizeScale scale = SizeScale.around(LongStream.of(1_000_000, 100_000_000));
    assertThat(scale.x(10_000_000)).isEqualTo(50.0);
    assertThat(scale.x(1_000_000)).isBetween(5.0, 20.0);
    assertThat(scale.x(100_000_000)).isBetween(80.0, 95.0);
    assertThat(scale.ticks())
        .extracting(SizeScale.Tick::label)
        .containsExactly("1 MB", "10 MB", "100 MB");
  }

  @Test
  void sizesOutsideTheScaleStayInThePicture() {
    SizeScale scale = new SizeScale(1e6, 1e8);
    assertThat(scale.x(0)).isZero();
    assertThat(scale.x(Long.MAX_VALUE)).isEqualTo(100);
  }

  @Test
  void theSizePictureSaysHowFarFromTheLimit() {
    SizePicture picture = SizePicture.of(SampleResults.failing().images().get(0));
    assertThat(picture).isNotNull();
    assertThat(picture.over()).isTrue();
    assertThat(picture.limit()).isLessThan(picture.yours());
    assertThat(picture.yours()).isLessThan(picture.starter());
    assertThat(picture.verdict()).isEqualTo("125 MB over the limit, 85 % lighter than before");
  }
}
