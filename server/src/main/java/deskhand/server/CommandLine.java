package deskhand.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was typed behind the program's name.
sealed interface CommandLine {

  /// Runs the program for real stores.
  ///
  /// @param check ends as soon as all has started
  /// @param rest settings as the framework reads them, `--name=value`
  record Serve(Path data, boolean check, List<String> rest) implements CommandLine {}

  /// Runs a store of our own to try.
  ///
  /// @param fresh begins anew instead of going on where the last demo ended
  /// @param check ends as soon as all has started
  record Demo(Path data, boolean fresh, boolean check, List<String> rest) implements CommandLine {}

  /// Decides about one message, prints it and ends.
  record Question(List<String> arguments) implements CommandLine {}

  /// Prints how it is used.
  record Help(boolean wrong, String text) implements CommandLine {}

  String USAGE =
      """
      Deskhand answers an online store's mail and chat.

        serve [--data FOLDER] [--port PORT] [--config FILE]
              runs the program; settings also from FOLDER/deskhand.properties and the environment
        demo  [--data FOLDER] [--port PORT] [--fresh]
              a store to try, with a mailbox inside the program; nothing reaches the internet
        ask   "QUESTION" [--as ADDRESS] [--proven none|address|account] [--shop FOLDER]
              prints what would be answered to a mail, and why
        help  this text

      With --check, serve and demo start, say whether all is well, and end.
      Any setting can also be given as --name=value.\
      """;

  static CommandLine parse(List<String> arguments) {
    if (arguments.isEmpty()) {
      return new Help(true, USAGE);
    }
    List<String> rest = arguments.subList(1, arguments.size());
    return switch (arguments.getFirst()) {
      case "serve" -> started(rest, "data/serve", false);
      case "demo" -> started(rest, "data/demo", true);
      case "ask" -> new Question(List.copyOf(rest));
      case "help", "--help", "-h" -> new Help(false, USAGE);
      default -> new Help(true, "There is no command " + arguments.getFirst() + ".\n\n" + USAGE);
    };
  }

  private static CommandLine started(List<String> given, String defaultData, boolean demo) {
    List<String> settings = new ArrayList<>();
    Path data = Path.of(Optional.ofNullable(System.getenv("DESKHAND_DATA")).orElse(defaultData));
    boolean fresh = false;
    boolean check = false;
    int next = 0;
    while (next < given.size()) {
      String word = given.get(next++);
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (demo && name.equals("--fresh")) {
        fresh = true;
        continue;
      }
      if (word.equals("--check")) {
        check = true;
        continue;
      }
      boolean ours = List.of("--data", "--port", "--config").contains(name);
      if (!ours) {
        if (!word.startsWith("--") || equals < 0) {
          return new Help(true, "This is not understood: " + word + "\n\n" + USAGE);
        }
        settings.add(word);
        continue;
      }
      if (equals < 0 && next == given.size()) {
        return new Help(true, name + " needs a value.\n\n" + USAGE);
      }
      String value = equals < 0 ? given.get(next++) : word.substring(equals + 1);
      switch (name) {
        case "--data" -> data = Path.of(value);
        case "--port" -> settings.add("--server.port=" + value);
        default ->
            settings.add("--spring.config.import=" + Path.of(value).toAbsolutePath().toUri());
      }
    }
    Path folder = data.toAbsolutePath().normalize();
    return demo ? new Demo(folder, fresh, check, settings) : new Serve(folder, check, settings);
  }
}
