package deskhand.conversations.threads;

import deskhand.conversations.AgentId;
import deskhand.conversations.Author;
import deskhand.conversations.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// An author as three columns.
record AuthorColumns(String author, @Nullable Long id, String name) {
  static AuthorColumns of(Author author) {
    return switch (author) {
      case Author.Customer(CustomerId id, String name) ->
          new AuthorColumns("CUSTOMER", id.value(), StoredText.line(name, StoredText.LINE));
      case Author.Agent(AgentId id, String name) ->
          new AuthorColumns("AGENT", id.value(), StoredText.line(name, StoredText.LINE));
      case Author.Assistant() -> new AuthorColumns("ASSISTANT", null, "");
      case Author.Flow(String name) ->
          new AuthorColumns("FLOW", null, StoredText.line(name, StoredText.LINE));
      case Author.Program() -> new AuthorColumns("PROGRAM", null, "");
    };
  }

  static Author read(ResultSet row) throws SQLException {
    String name = row.getString("author_name");
    long id = row.getLong("author_id");
    return switch (row.getString("author")) {
      case "CUSTOMER" -> new Author.Customer(new CustomerId(id), name);
      case "AGENT" -> new Author.Agent(new AgentId(id), name);
      case "ASSISTANT" -> new Author.Assistant();
      case "FLOW" -> new Author.Flow(name);
      case "PROGRAM" -> new Author.Program();
      default -> throw new IllegalStateException("an author of an unknown sort");
    };
  }
}
