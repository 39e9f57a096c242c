package dev.drydock.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.stage.ImageReference;
import dev.drydock.exercise.Course;
import dev.drydock.submission.choice.AllowedImages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedImagesTest {

  private static final AllowedImages OFFICIAL = AllowedImages.of(Course.unspecified());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM golang:1.27",
        "FROM library/node:24-alpine",
        "FROM scratch",
        "ARG V=1.27\nFROM golang:${V}-alpine AS build\nFROM build",
        "ARG BASE=busybox:1\nFROM ${BASE}",
        "FROM golang:1.27 AS build\nFROM scratch\nCOPY --from=build /a /a\nCOPY --from=0 /a /a",
        "FROM golang:1.27\nCOPY --from=nginx:alpine /a /a",
        "FROM golang:1.27\nRUN --mount=type=bind,from=node:24,target=/x true",
        "# syntax=docker/dockerfile:1\nFROM golang:1.27",
        "FROM --platform=$BUILDPLATFORM golang:1.27",
        "",
      })
  void officialImagesAndOwnStagesAreAllowed(String text) {
    assertThat(refusals(OFFICIAL, text)).isEmpty();
  }

  /** A FROM behind them would be an image that nobody has looked at. */
  @Test
  void whatIsNotReadIsNotAllowed() {
    String text = "FROM golang:1.27\n" + "USER x\n".repeat(Dockerfile.MAX_INSTRUCTIONS);
    assertThat(refusals(OFFICIAL, text)).hasSize(1).first().asString().contains("more than 200000");
    String deep = "${x:-".repeat(10_000) + "golang:1.27" + "}".repeat(10_000);
    assertThat(refusals(OFFICIAL, "FROM " + deep + "\nUSER x\n")).hasSize(1);
  }

  @Test
  void theDefaultRegistryMayBeWrittenOut() {
    String text = "FROM " + ImageReference.DEFAULT_REGISTRY + "/library/alpine";
    assertThat(refusals(OFFICIAL, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM grader/solution",
        "FROM solution",
        "FROM drydock/base",
        "FROM drydock-0f3a-image-1",
        "FROM localhost:5000/golang",
        "FROM example.org/golang:1.27",
        "FROM deadbeef0123",
        "FROM 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "FROM sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "FROM library/solution",
        "FROM other/golang:1.27",
        "ARG X=team/app\nFROM $X",
        "FROM ${UNKNOWN}",
        "FROM golang:${UNKNOWN}",
        "FROM golang:1.27\nCOPY --from=student-4711 /secret /",
        "FROM golang:1.27\nCOPY --from=7 /secret /",
        "FROM golang:1.27\nRUN --mount=type=bind,from=team/app,target=/x true",
        "FROM golang:1.27\nRUN --mount=type=cache,from=team/app,target=/x true",
        "FROM team/unused AS never\nFROM golang:1.27",
        "# syntax=evil/frontend\nFROM golang:1.27",
        "#syntax = example.org/docker/dockerfile:1\nFROM golang:1.27",
        "// syntax=evil/frontend\nFROM golang:1.27",
      })
  void anythingElseIsRefused(String text) {
    assertThat(refusals(OFFICIAL, text)).hasSize(1);
  }

  @Test
  void everyRefusalHasItsLineAndItsReason() {
    assertThat(
            refusals(
                OFFICIAL,
                """
                # syntax=evil/frontend
                FROM team/base:1 AS build
                FROM golang:$VERSION
                COPY --from=buidl /a /a
                """))
        .containsExactly(
            "line 1: the syntax line asks for 'evil/frontend': only docker/dockerfile"
                + " is allowed here",
            "line 2: 'team/base:1' is not an allowed image; allowed: official images such"
                + " as golang or node",
            "line 3: FROM golang:$VERSION names no image: the tag is empty",
            "line 4: 'buidl' is not an allowed image; did you mean 'build'?");
  }

  @Test
  void aCourseMayAllowMore() {
    AllowedImages images = course(true, "nginxinc/nginx-unprivileged", "team/*:1.*");

    assertThat(refusals(images, "FROM nginxinc/nginx-unprivileged:alpine")).isEmpty();
    assertThat(refusals(images, "FROM team/app:1.4")).isEmpty();
    assertThat(refusals(images, "FROM team/app:2.0"))
        .containsExactly(
            "line 1: 'team/app:2.0' is not an allowed image; allowed: official images such"
                + " as golang or node, nginxinc/nginx-unprivileged, team/*:1.*");
  }

  @Test
  void aCourseMayAllowFewer() {
    assertThat(refusals(course(false, "golang"), "FROM node:24"))
        .containsExactly("line 1: 'node:24' is not an allowed image; allowed: golang");
    assertThat(refusals(course(false, "golang"), "FROM golang:1.27")).isEmpty();
    assertThat(refusals(course(false), "FROM node:24\nFROM scratch")).hasSize(1);
  }

  @Test
  void ourOwnImagesAreNeverAllowed() {
    AllowedImages images = course(true, "*", "**", "drydock/*");

    assertThat(refusals(images, "FROM anything/else:1")).isEmpty();
    assertThat(refusals(images, "FROM drydock/base")).hasSize(1);
    assertThat(refusals(images, "FROM drydock-17-image-1:latest")).hasSize(1);
    assertThat(refusals(images, "FROM example.org/a/drydock/b")).hasSize(1);
  }

  private static AllowedImages course(boolean official, String... more) {
    return AllowedImages.of(new Course(official, List.of(more), List.of(), Map.of()));
  }

  private static List<String> refusals(AllowedImages images, String text) {
    return images.refusals(Dockerfile.parse(text)).stream()
        .map(AllowedImages.Refusal::message)
        .toList();
  }
}
