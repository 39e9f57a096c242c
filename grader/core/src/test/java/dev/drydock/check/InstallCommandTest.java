package dev.drydock.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm ci",
        "npm --no-audit ci --omit=dev",
        "npm install",
        "npm i",
        "yarn",
        "yarn install --frozen-lockfile",
        "yarn --production",
        "yarn --cwd client install",
        "npm --prefix client ci",
        "pnpm fetch",
        "pip install -r requirements.txt",
        "python3 -m pip install .",
        "go mod download",
        "NODE_ENV=production npm ci",
        "cd app && npm ci",
        "npm ci 2>&1 | tee log",
        "mvn -B dependency:go-offline",
        "if true; then npm ci; fi"
      })
  void commandsThatReadAManifestAreRecognised(String text) {
    assertThat(InstallCommand.ofManifestIsIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm i -g serve", "npm install --global pnpm", "yarn global add serve",
        "apt-get update && apt-get install -y curl", "apk add git", "dnf -y install gcc"
      })
  void toolsAreInstalledWithoutAManifest(String text) {
    assertThat(InstallCommand.isIn(text)).isTrue();
    assertThat(InstallCommand.ofManifestIsIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm run build",
        "npm test",
        "yarn build",
        "yarn --cwd client build",
        "echo 'npm ci'",
        "npm run install-assets",
        "go build -o /server .",
        "cat apt-get-install.txt",
        "# npm ci",
        "npm prune --production"
      })
  void otherCommandsInstallNothing(String text) {
    assertThat(InstallCommand.isIn(text)).isFalse();
  }

  @Test
  void cleaningUpInTheSameTextIsRecognised() {
    assertThat(
            InstallCommand.APT.isCleanedUpIn(
                "apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*"))
        .isTrue();
    assertThat(InstallCommand.APT.isCleanedUpIn("apt-get update && apt-get install -y curl"))
        .isFalse();
    assertThat(InstallCommand.APK.isCleanedUpIn("apk add --no-cache git")).isTrue();
    assertThat(InstallCommand.APK.isCleanedUpIn("make && apk add --no-cache git")).isTrue();
    assertThat(InstallCommand.APK.isCleanedUpIn("apk add git && apk add --no-cache curl"))
        .isFalse();
  }
}
