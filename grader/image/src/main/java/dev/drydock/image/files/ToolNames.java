package dev.drydock.image.files;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Programs that build software or install it, by the names they go by.
 *
 * @param kind as in {@link dev.drydock.image.anatomy.FileSystemFacts.Tool}
 * @param name without version and platform: {@code x86_64-linux-gnu-gcc-14} is {@code gcc}
 */
record ToolNames(String kind, String name) {

  private static final Pattern VERSIONED =
      Pattern.compile("(?:[a-z0-9_]+-(?:[a-z]+-)?linux-[a-z]+-)?(.+?)(?:-?\\d+(?:\\.\\d+)*)?");

  private static final Map<String, ToolNames> TOOLS =
      Map.ofEntries(
          tool("gcc", "compiler"),
          tool("g++", "compiler"),
          tool("cc", "compiler"),
          tool("c++", "compiler"),
          tool("clang", "compiler"),
          tool("clang++", "compiler"),
          tool("rustc", "compiler"),
          tool("make", "compiler"),
          tool("cmake", "compiler"),
          tool("ninja", "compiler"),
          tool("go", "sdk"),
          tool("javac", "sdk"),
          tool("apt", "package-manager"),
          Map.entry("apt-get", new ToolNames("package-manager", "apt")),
          tool("apk", "package-manager"),
          tool("dnf", "package-manager"),
          tool("microdnf", "package-manager"),
          tool("yum", "package-manager"),
          tool("zypper", "package-manager"),
          tool("pacman", "package-manager"),
          tool("npm", "package-manager"),
          tool("yarn", "package-manager"),
          Map.entry("yarnpkg", new ToolNames("package-manager", "yarn")),
          tool("pnpm", "package-manager"),
          tool("pip", "package-manager"),
          tool("uv", "package-manager"),
          tool("poetry", "package-manager"),
          tool("cargo", "package-manager"),
          tool("composer", "package-manager"),
          tool("mvn", "package-manager"),
          tool("gradle", "package-manager"));

  /** The tool a file is by its name, null for other files. */
  static @Nullable ToolNames of(String fileName) {
    ToolNames exact = TOOLS.get(fileName);
    if (exact != null) {
      return exact;
    }
    Matcher versioned = VERSIONED.matcher(fileName);
    return versioned.matches() ? TOOLS.get(versioned.group(1)) : null;
  }

  private static Map.Entry<String, ToolNames> tool(String name, String kind) {
    return Map.entry(name, new ToolNames(kind, name));
  }
}
