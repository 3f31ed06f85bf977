package deskhand.eval;

import deskhand.conversations.MailReading;
import deskhand.conversations.MailReading.ReadMail;
import deskhand.store.EmailAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// `eval mail`: reads a folder of .eml files, or the mails of a JSON-lines file, as the inbox does.
final class MailEvaluation {
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final List<Double> millis = new ArrayList<>();
  private int parsed;
  private int mayAutoReply;
  private int odd;

  private MailEvaluation() {}

  static Figures run(Path in, Optional<Path> out, MailReading reading) {
    return new MailEvaluation().measure(in, out, reading);
  }

  private Figures measure(Path in, Optional<Path> out, MailReading reading) {
    List<Given> mails = Files.isDirectory(in) ? folder(in) : lines(in);
    Progress progress = new Progress(mails.size());
    try (JsonLines.Out lines = JsonLines.out(out)) {
      for (Given given : mails) {
        byte[] raw = given.raw();
        long start = System.nanoTime();
        ReadMail mail = reading.read(raw, given.mailbox);
        double took = (System.nanoTime() - start) / 1e6;
        count(mail, took);
        lines.line(MailLine.of(given.key, mail, took));
        progress.step();
      }
    }
    return print(mails.size());
  }

  private void count(ReadMail mail, double took) {
    parsed += mail.parsed() ? 1 : 0;
    mayAutoReply += mail.nature().mayAutoReply() ? 1 : 0;
    odd += mail.nature().reasons().isEmpty() ? 0 : 1;
    kinds.merge(mail.nature().kind().label(), 1, Integer::sum);
    millis.add(took);
  }

  private Figures print(int mails) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf("%-28s %8d%n", "mails", mails);
    System.out.printf("%-28s %8d%n", "read", parsed);
    System.out.printf("%-28s %8d%n", "may be answered by itself", mayAutoReply);
    System.out.printf("%-28s %8d%n", "with reasons", odd);
    kinds.forEach((kind, count) -> System.out.printf("  %-26s %8d%n", kind, count));
    double p50 = rank(sorted, 0.5);
    double p99 = rank(sorted, 0.99);
    System.out.printf("%-28s %8.2f%n", "milliseconds, median", p50);
    System.out.printf("%-28s %8.2f%n", "milliseconds, 99 in 100", p99);
    return new Figures()
        .with("mails", mails)
        .with("parsed", parsed)
        .with("may_auto_reply", mayAutoReply)
        .with("kinds", new LinkedHashMap<>(kinds))
        .with("p50_ms", p50)
        .with("p99_ms", p99);
  }

  private static double rank(double[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int at = Math.min(sorted.length - 1, (int) (share * sorted.length));
    return Math.round(100 * sorted[at]) / 100.0;
  }

  /// A mail to read; its bytes are fetched when it is its turn.
  private record Given(MailLine.Key key, Source source, MailReading.Mailbox mailbox) {
    byte[] raw() {
      return source.bytes();
    }
  }

  @FunctionalInterface
  private interface Source {
    byte[] bytes();
  }

  private static List<Given> folder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Given> mails =
          files
              .filter(file -> file.getFileName().toString().endsWith(".eml"))
              .sorted()
              .map(file ->
                  new Given(
                      MailLine.Key.file(file.getFileName().toString()),
                      () -> bytes(file),
                      MailReading.Mailbox.unknown()))
              .toList();
      if (mails.isEmpty()) {
        throw new BadInput(folder + " holds no .eml files");
      }
      return mails;
    } catch (IOException broken) {
      throw new BadInput(folder + " cannot be read");
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new BadInput(file + " cannot be read");
    }
  }

  private static List<Given> lines(Path file) {
    return JsonLines.read(file).stream().map(row -> given(file, row)).toList();
  }

  private static Given given(Path file, JsonNode row) {
    String id = row.path("id").asString("");
    if (id.isEmpty()) {
      throw new BadInput(file + " has a line without an id");
    }
    byte[] raw = raw(row);
    return new Given(MailLine.Key.id(id), () -> Arrays.copyOf(raw, raw.length), mailbox(row));
  }

  /// A body alone gets the header that it would have come with.
  private static byte[] raw(JsonNode row) {
    String text = row.path("raw").asString("");
    String type =
        switch (row.path("kind").asString("")) {
          case "text" -> "plain";
          case "html" -> "html";
          default -> "";
        };
    String header =
        type.isEmpty()
            ? ""
            : "From: somebody@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/"
                + type
                + "; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
    return (header + text).getBytes(StandardCharsets.UTF_8);
  }

  private static MailReading.Mailbox mailbox(JsonNode row) {
    Set<EmailAddress> own =
        StreamSupport.stream(row.path("own_addresses").spliterator(), false)
            .map(address -> EmailAddress.parse(address.asString("")))
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    JsonNode envelope = row.path("envelope_from");
    Optional<String> from =
        envelope.isString() ? Optional.of(envelope.asString("")) : Optional.empty();
    return new MailReading.Mailbox(own, Optional.empty(), Set.of(), from);
  }
}
