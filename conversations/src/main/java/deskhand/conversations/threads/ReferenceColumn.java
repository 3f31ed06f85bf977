package deskhand.conversations.threads;

import deskhand.conversations.Reference;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// References and lists of texts as `text[]`; a reference is its kind, U+001F, and its id.
public final class ReferenceColumn {
  private static final char SEAM = '\u001F';

  private ReferenceColumn() {}

  public static String[] write(Collection<Reference> references) {
    return references.stream().map(r -> r.kind() + SEAM + r.id()).toArray(String[]::new);
  }

  public static Set<Reference> read(@Nullable Array column) throws SQLException {
    Set<Reference> references = new LinkedHashSet<>();
    for (String text : texts(column)) {
      int seam = text.indexOf(SEAM);
      references.add(new Reference(text.substring(0, seam), text.substring(seam + 1)));
    }
    return references;
  }

  public static List<String> texts(@Nullable Array column) throws SQLException {
    return column == null ? List.of() : Arrays.asList((String[]) column.getArray());
  }
}
