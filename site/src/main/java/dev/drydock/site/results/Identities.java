package dev.drydock.site.results;

import dev.drydock.site.results.ClassResults.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Pseudonyms and addresses of students, from a keyed hash: without the secret, nobody can tell. */
final class Identities {

  private static final int SHORTEST_SECRET = 16;
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private static final List<String> ADJECTIVES =
      List.of(
          "Amber",
          "Azure",
          "Brave",
          "Bright",
          "Brisk",
          "Calm",
          "Clear",
          "Copper",
          "Coral",
          "Crimson",
          "Deep",
          "Early",
          "Fair",
          "Fleet",
          "Foggy",
          "Gentle",
          "Golden",
          "Grand",
          "Green",
          "Hardy",
          "Indigo",
          "Ivory",
          "Jade",
          "Keen",
          "Light",
          "Lively",
          "Lunar",
          "Merry",
          "Misty",
          "Noble",
          "Northern",
          "Pale",
          "Quick",
          "Quiet",
          "Rapid",
          "Red",
          "Sandy",
          "Silver",
          "Southern",
          "Steady",
          "Stormy",
          "Sunny",
          "Swift",
          "Tall",
          "Tidal",
          "True",
          "Velvet",
          "Violet",
          "Warm",
          "Western",
          "White",
          "Wild",
          "Windy",
          "Young");

  private static final List<String> NOUNS =
      List.of(
          "Albatross",
          "Anchor",
          "Barge",
          "Beacon",
          "Bow",
          "Brig",
          "Buoy",
          "Clipper",
          "Cod",
          "Compass",
          "Cormorant",
          "Crane",
          "Cutter",
          "Dinghy",
          "Dolphin",
          "Eider",
          "Ferry",
          "Frigate",
          "Galley",
          "Gull",
          "Harbour",
          "Helm",
          "Heron",
          "Hull",
          "Jetty",
          "Keel",
          "Ketch",
          "Lantern",
          "Lighthouse",
          "Lugger",
          "Mast",
          "Narwhal",
          "Oar",
          "Orca",
          "Osprey",
          "Otter",
          "Pelican",
          "Petrel",
          "Pilot",
          "Plover",
          "Porpoise",
          "Puffin",
          "Quay",
          "Rudder",
          "Sail",
          "Salmon",
          "Schooner",
          "Seal",
          "Sloop",
          "Tern",
          "Tide",
          "Trawler",
          "Walrus",
          "Yawl");

  private Identities() {}

  static Map<String, Identity> of(Collection<String> students, byte[] secret) {
    if (secret.length < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "the course secret has " + secret.length + " bytes, expected at least 16");
    }
    Map<String, Identity> identities = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    for (String student : students) {
      byte[] hash = hash(secret, "pseudonym", student);
      String pseudonym = pseudonym(hash);
      for (int i = 2; !taken.add(pseudonym); i++) {
        pseudonym = pseudonym(hash) + "." + i;
      }
      identities.put(student, new Identity(pseudonym, address(hash(secret, "address", student))));
    }
    return identities;
  }

  private static String pseudonym(byte[] hash) {
    int number = (hash[4] & 0xFF) << 8 | (hash[5] & 0xFF);
    return pick(ADJECTIVES, hash, 0) + " " + pick(NOUNS, hash, 2) + " " + (10 + number % 90);
  }

  private static String pick(List<String> words, byte[] hash, int at) {
    return words.get(((hash[at] & 0xFF) << 8 | (hash[at + 1] & 0xFF)) % words.size());
  }

  /** 160 bits of the hash in 32 letters and digits. */
  private static String address(byte[] hash) {
    StringBuilder out = new StringBuilder();
    int bits = 0;
    int value = 0;
    for (int i = 0; i < 20; i++) {
      value = (value << 8 | (hash[i] & 0xFF)) & 0xFFFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out.append(BASE32.charAt(value >> bits & 31));
      }
    }
    return out.toString();
  }

  private static byte[] hash(byte[] secret, String purpose, String student) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(student.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
