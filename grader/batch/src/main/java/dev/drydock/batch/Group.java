package dev.drydock.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries that are graded once: the first one, for all.
 *
 * @param members sorted by name, so that the same one leads in every run
 */
record Group(List<Member> members) {

  Group {
    members = List.copyOf(members);
  }

  Member leader() {
    return members.get(0);
  }

  List<Member> others() {
    return members.subList(1, members.size());
  }

  /** The same entries, with the engine's present state. */
  Group under(@Nullable String conditions) {
    return new Group(
        members.stream().map(one -> one.withKey(one.key().under(conditions))).toList());
  }

  /** Name of the job in the queue. */
  String job() {
    return leader().id().exercise() + "/" + leader().id().student();
  }
}
