package deskhand.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@KnowledgeTest
class ArticleReaderTest {
  @Autowired ArticleReader reader;

  @Test
  void readsWhatMarkdownSaysOfItself() {
    Draft draft =
        read(
            "summer returns.md",
            """
            ---
            title: "Returns: \\"summer\\" rules"
            audience: internal
            language: de-AT
            countries: [AT, 'de']
            effective_from: 2026-06-01
            effective_to: "2026-08-31"
            tags: these are passed over
            ---
            # Sommer

            Im Sommer gilt das Doppelte.
            """);
    assertThat(draft.name()).isEqualTo("summer returns");
    assertThat(draft.title()).isEqualTo("Returns: \"summer\" rules");
    assertThat(draft.scope())
        .isEqualTo(
            new Article.Scope(
                Audience.INTERNAL,
                Locale.forLanguageTag("de-AT"),
                Set.of("AT", "DE"),
                Optional.of(LocalDate.of(2026, 6, 1)),
                Optional.of(LocalDate.of(2026, 8, 31))));
    assertThat(draft.body()).startsWith("# Sommer");
  }

  @Test
  void readsListsOfCountriesOnLinesOfTheirOwn() {
    Draft draft =
        read(
            "a.md",
            "---\ncountries:\n  - FR\n  - BE # Belgium\nlanguage: fr\n---\nBonjour à tous.");
    assertThat(draft.scope().countries()).containsExactlyInAnyOrder("FR", "BE");
    assertThat(draft.scope().language()).isEqualTo(Locale.FRENCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "audience: everyone | audience is public or internal, not “everyone”.",
        "effective_from: 1 April | effective_from is a day such as 2026-04-01, not “1 April”.",
        "countries: [DE, XX] | countries are codes such as DE or FR, not “XX”.",
        "language: german | language is a code such as en or de-AT, not “german”.",
        "just words | Line 2 is not of the form “key: value”.",
        "title: 'open | A quote is opened and not closed: “'open”",
      })
  void refusesWhatItCannotTell(String line, String reason) {
    assertThat(refused("a.md", "---\n" + line + "\n---\nText here.")).isEqualTo(reason);
  }

  @Test
  void makesAPassageOfEachSection() {
    Draft draft =
        read(
            "help.md",
            """
            # Help

            Read this *first*. See [our page](https://shop.example/help).

            ## Sending

            ### Abroad

            We send to **Norway**.

            ## Costs

            Nothing.
            """);
    assertThat(draft.parts())
        .containsExactly(
            new Draft.Part(
                List.of("Help"),
                "Read this first. See our page (https://shop.example/help).",
                List.of("Read this first.", "See our page (https://shop.example/help).")),
            new Draft.Part(
                List.of("Help", "Sending", "Abroad"),
                "We send to Norway.",
                List.of("We send to Norway.")),
            new Draft.Part(List.of("Help", "Costs"), "Nothing.", List.of("Nothing.")));
  }

  @Test
  void makesAPassageOfEachQuestionInBold() {
    Draft draft =
        read(
            "faq.md",
            """
            # Questions

            **Do you gift-wrap?** Yes, for €2.50. Choose it at checkout.

            **I lost my code.** We mail it again.

            **Wrapping:** paper only.
            """);
    assertThat(draft.parts())
        .containsExactly(
            new Draft.Part(
                List.of("Questions", "Do you gift-wrap?"),
                "Do you gift-wrap? Yes, for €2.50. Choose it at checkout.",
                List.of("Do you gift-wrap? Yes, for €2.50.", "Choose it at checkout.")),
            new Draft.Part(
                List.of("Questions", "I lost my code."),
                "I lost my code. We mail it again.",
                List.of("I lost my code. We mail it again.")),
            new Draft.Part(
                List.of("Questions"), "Wrapping: paper only.", List.of("Wrapping: paper only.")));
  }

  @Test
  void readsTablesRowByRowAndListsItemByItem() {
    Draft draft =
        read(
            "sizes.md",
            """
            # Sizes

            | Size | Chest | Waist |
            |:---|---:|---|
            | S | 88 cm | - |
            | M \\| tall | 96 cm | 80 cm |

            To return, you need:

            1. the *label*,
            2. the box

            ## We take

            - Visa
            - bank transfer. It takes two days.
            """);
    assertThat(draft.parts())
        .containsExactly(
            new Draft.Part(
                List.of("Sizes"),
                """
                S: Chest 88 cm
                M | tall: Chest 96 cm, Waist 80 cm
                To return, you need:
                1. the label,
                2. the box\
                """,
                List.of(
                    "S: Chest 88 cm",
                    "M | tall: Chest 96 cm, Waist 80 cm",
                    "To return, you need: the label",
                    "To return, you need: the box")),
            new Draft.Part(
                List.of("Sizes", "We take"),
                "- Visa\n- bank transfer. It takes two days.",
                List.of("We take: Visa", "bank transfer. It takes two days.")));
  }

  @Test
  void readsAPage() {
    Draft draft =
        read(
            "page.html",
            """
            <!doctype html><html lang="nl"><head><title>Verzending</title>
            <script>alert("no")</script><style>p{}</style></head><body>
            <nav><a href="/">Start</a></nav>
            <main><h1>Verzending</h1><p>Wij sturen <b>alles</b> binnen &euro;&nbsp;5 * x_y_z.
            <h2>Kosten</h2>
            <table><tr><th>Land<th>Prijs</tr><tr><td>Belgi&euml;<td>&euro; 5,95</table>
            <ul><li>Eerste<ul><li>diep punt.</li></ul></li><li><p>Tweede zin hier.</p></li></ul>
            <div>Los <div>en vast, zonder meer.</div></div></main>
            <footer>Voettekst</footer></body></html>
            """);
    assertThat(draft.title()).isEqualTo("Verzending");
    assertThat(draft.scope().language()).isEqualTo(Locale.of("nl"));
    assertThat(draft.parts())
        .containsExactly(
            new Draft.Part(
                List.of("Verzending"),
                "Wij sturen alles binnen € 5 * x_y_z.",
                List.of("Wij sturen alles binnen € 5 * x_y_z.")),
            new Draft.Part(
                List.of("Verzending", "Kosten"),
                """
                België: Prijs € 5,95
                - Eerste
                - diep punt.
                - Tweede zin hier.
                Los
                en vast, zonder meer.\
                """,
                List.of(
                    "België: Prijs € 5,95",
                    "Kosten: Eerste",
                    "diep punt.",
                    "Tweede zin hier.",
                    "Los",
                    "en vast, zonder meer.")));
  }

  @Test
  void readsPlainTextAsItStands() {
    Draft draft =
        read(
            "note.txt",
            "Our *stars* cost 5 < 6.\n# is no heading\n\n- one thing here.\n12) twelve\n");
    assertThat(draft.title()).isEqualTo("note");
    assertThat(draft.parts().getFirst().text())
        .contains("Our *stars* cost 5 < 6. # is no heading")
        .contains("one thing here.")
        .contains("twelve");
  }

  @Test
  void readsQuestionsAndAnswersOfACsv() {
    String csv =
        """
        \uFEFFCategory;Question;Answer
        a;Do you ship to Malta?;"Yes; it takes ""long"".
        Up to 9 days in all."
        b;How much?;<p>It costs <b>€4</b> there.</p>
        """
            .replace("\n", "\r\n");
    Draft draft = read("faq.csv", csv);
    assertThat(draft.parts())
        .containsExactly(
            new Draft.Part(
                List.of("faq", "Do you ship to Malta?"),
                "Do you ship to Malta? Yes; it takes \"long\". Up to 9 days in all.",
                List.of("Do you ship to Malta? Yes; it takes \"long\".", "Up to 9 days in all.")),
            new Draft.Part(
                List.of("faq", "How much?"),
                "How much? It costs €4 there.",
                List.of("How much? It costs €4 there.")));
    assertThat(read("x.csv", "question,answer\nWhen do you open?,At 9 o'clock every day.").parts())
        .hasSize(1);
  }

  @Test
  void namesTheBrokenLinesOfACsv() {
    assertThat(refused("faq.csv", "question,answer\nWhen?,Now.\nWho?\n,Nobody\nWhat?,a,b\n"))
        .isEqualTo(
            "Nothing was taken from the table: line 3: 1 fields instead of 2; line 4: no question;"
                + " line 5: 3 fields instead of 2.");
    assertThat(refused("faq.csv", "a,b\n1,2\n")).contains("must name “question” and “answer”");
    assertThat(refused("faq.csv", "question,answer\nWhen?,\"open")).contains("a quote is opened");
  }

  @Test
  void tellsTheLanguageByTheSmallWords() {
    assertThat(
            read(
                    "a.txt",
                    "Die Lieferung kommt in der Regel nach drei Tagen, und wenn sie nicht kommt, dann"
                        + " schreiben Sie uns bitte eine Nachricht mit der Nummer der Bestellung.")
                .scope()
                .language())
        .isEqualTo(Locale.GERMAN);
    assertThat(read("a.txt", "Kurz und gut.").scope().language()).isEqualTo(Locale.ENGLISH);
  }

  private Draft read(String name, String text) {
    return switch (reader.read(new Upload(name, text.getBytes(UTF_8)), Locale.ENGLISH)) {
      case Reading.Read(Draft draft) -> draft;
      case Reading.Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }

  private String refused(String name, String text) {
    return refused(name, text.getBytes(UTF_8));
  }

  private String refused(String name, byte[] content) {
    return switch (reader.read(new Upload(name, content), Locale.ENGLISH)) {
      case Reading.Read(Draft draft) -> throw new AssertionError("read: " + draft);
      case Reading.Unreadable(String reason) -> reason;
    };
  }

  @Test
  void aListGoesOnWithTheSentenceBeforeIt() {
    Draft draft =
        read(
            "late.md",
            """
            # Late

            Every parcel has a number. We look for it after no scan for

            - 3 working days in Portugal,
            - 9 working days elsewhere.
            """);
    assertThat(draft.parts().getFirst().sentences())
        .containsExactly(
            "Every parcel has a number.",
            "We look for it after no scan for: 3 working days in Portugal",
            "We look for it after no scan for: 9 working days elsewhere.");
  }
}
