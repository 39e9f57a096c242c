package dev.drydock.batch.export;

import dev.drydock.batch.text.CsvTable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The class list: any CSV whose header has names or ids, such as the lists from Moodle, Canvas,
 * Gradescope and GitHub. A column {@code student} or {@code folder} gives the submissions' names,
 * if they are none of the ids.
 */
public final class Roster {

  private static final Pattern PLATFORM_NAME = Pattern.compile("(.+)_(\\d+)");

  private final List<Person> people;

  private Roster(List<Person> people) {
    this.people = List.copyOf(people);
  }

  /** The kinds of columns, with the headings in use. */
  public enum Id {
    STUDENT("student", "folder", "submission"),
    USERNAME("username", "user name", "login", "login id", "sis login id", "user"),
    EMAIL("email", "email address", "e-mail", "mail"),
    ID_NUMBER("id number", "idnumber", "sid", "student id", "matriculation number"),
    CANVAS_ID("id", "canvas id", "canvas user id"),
    SIS_ID("sis user id", "sis id"),
    GITHUB("github_username", "github username", "github"),
    NAME("name", "full name"),
    PARTICIPANT("identifier"),
    FIRST_NAME("first name", "given name", "firstname"),
    LAST_NAME("last name", "surname", "family name", "lastname");

    private final Set<String> headings;

    Id(String... headings) {
      this.headings = Set.of(headings);
    }
  }

  /** One person. */
  public record Person(Map<Id, String> ids) {

    public Person {
      ids = Map.copyOf(ids);
    }

    /** Empty when unknown. */
    public String id(Id id) {
      return ids.getOrDefault(id, "");
    }

    private Set<String> exactNames() {
      Set<String> names = new TreeSet<>();
      for (Map.Entry<Id, String> one : ids.entrySet()) {
        if (one.getKey() != Id.FIRST_NAME && one.getKey() != Id.LAST_NAME) {
          names.add(key(one.getValue()));
        }
      }
      return names;
    }

    private Set<String> looseNames() {
      Set<String> names = new TreeSet<>();
      String first = id(Id.FIRST_NAME);
      String last = id(Id.LAST_NAME);
      if (!first.isEmpty() && !last.isEmpty()) {
        names.add(key(first + " " + last));
        names.add(key(last + " " + first));
        names.add(key(last + ", " + first));
      }
      String name = id(Id.NAME).isEmpty() ? last + first : id(Id.NAME);
      names.add(key(name).replaceAll("[^\\p{L}\\p{N}]+", ""));
      names.remove("");
      String email = id(Id.EMAIL);
      if (email.indexOf('@') > 0) {
        names.add(key(email.substring(0, email.indexOf('@'))));
      }
      return names;
    }
  }

  /**
   * @throws ExportException when it has no column that identifies anyone
   */
  public static Roster parse(String csv) {
    CsvTable table = CsvTable.parse(csv);
    boolean gradebook = table.column("ID").isPresent() && table.column("Student").isPresent();
    List<Person> people = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      Map<Id, String> ids = new EnumMap<>(Id.class);
      for (Id id : Id.values()) {
        id.headings.stream()
            .sorted()
            .map(row::get)
            .filter(value -> !value.isEmpty())
            .findFirst()
            .ifPresent(value -> ids.put(id, value));
      }
      String student = ids.get(Id.STUDENT);
      if (gradebook && student != null) {
        // Canvas's heading for the full name
        ids.remove(Id.STUDENT);
        ids.put(Id.NAME, student);
      }
      if (!ids.isEmpty()) {
        people.add(new Person(ids));
      }
    }
    if (people.isEmpty()) {
      throw new ExportException(
          "the roster has no column that identifies anyone; its header needs one"
              + " of: student, username, email, id number, name");
    }
    return new Roster(people);
  }

  public List<Person> people() {
    return people;
  }

  /** Whether anyone has an id of a kind. */
  public boolean has(Id id) {
    return people.stream().anyMatch(person -> !person.id(id).isEmpty());
  }

  /**
   * The person a class calls by this name, which may be a learning platform's: {@code Jane
   * Doe_12345}. Empty when no one matches, or several do.
   */
  public Optional<Person> find(String student) {
    String name = key(student);
    List<Predicate<Person>> ways = new ArrayList<>();
    ways.add(person -> person.exactNames().contains(name));
    ways.add(person -> person.looseNames().contains(name));
    Matcher platform = PLATFORM_NAME.matcher(student);
    if (platform.matches()) {
      String inner = key(platform.group(1));
      String number = platform.group(2);
      ways.add(
          person ->
              person.id(Id.CANVAS_ID).equals(number)
                  || key(person.id(Id.PARTICIPANT)).equals("participant " + number));
      ways.add(person -> person.exactNames().contains(inner));
      ways.add(person -> person.looseNames().contains(inner));
    }
    for (Predicate<Person> way : ways) {
      List<Person> found = people.stream().filter(way).toList();
      if (!found.isEmpty()) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .strip()
        .replaceAll("[\\s_]+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
