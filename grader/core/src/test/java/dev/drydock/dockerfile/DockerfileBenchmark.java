package dev.drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prints how many Dockerfiles are read in a second: the files of a class, again and again. */
final class DockerfileBenchmark {

  private static final int FILES = 1_000;
  private static final int ROUNDS = 30;

  private DockerfileBenchmark() {}

  public static void main(String[] args) {
    Random random = new Random(1);
    List<String> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(i % 2 == 0 ? student(random) : RandomDockerfile.of(random));
    }
    long characters = files.stream().mapToLong(String::length).sum();
    System.out.printf("%d Dockerfiles, %d characters on average%n", FILES, characters / FILES);
    double best = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      long instructions = 0;
      long start = System.nanoTime();
      for (String file : files) {
        instructions += Dockerfile.parse(file).instructions().size();
      }
      double perSecond = FILES * 1e9 / (System.nanoTime() - start);
      best = Math.max(best, perSecond);
      if (round == 1 || round % 10 == 0) {
        System.out.printf(
            "round %d: %,.0f a second (%d instructions)%n", round, perSecond, instructions);
      }
    }
    System.out.printf("best: %,.0f a second%n", best);
  }

  private static String student(Random random) {
    StringBuilder text = new StringBuilder("# syntax=docker/dockerfile:1\nARG NODE=24\n");
    text.append("FROM node:${NODE}-alpine AS build\nWORKDIR /app\nCOPY package*.json ./\n");
    text.append("RUN --mount=type=cache,target=/root/.npm npm ci \\\n    && npm cache clean\n");
    for (int i = random.nextInt(10); i > 0; i--) {
      text.append("ENV V").append(i).append("=\"${V").append(i + 1).append(":-x}\" W=$NODE\n");
      text.append(
          "RUN apt-get update && \\\n  # tools\n  apt-get install -y curl && \\\n  rm -rf /x\n");
    }
    text.append("COPY . .\nRUN npm run build\nFROM nginx:1.29-alpine\n");
    text.append("COPY --from=build --chown=101:101 /app/dist /usr/share/nginx/html\n");
    return text.append("EXPOSE 8080\nUSER 101\nCMD [\"nginx\", \"-g\", \"daemon off;\"]\n")
        .toString();
  }
}
