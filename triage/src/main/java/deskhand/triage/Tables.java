package deskhand.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Answers that stand in a table of the articles, whatever words a question is put in: what
/// delivery to a place costs and how long it takes, and when the store is open.
final class Tables {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;

  /// As sure as a row can be that names the place and gives what is asked.
  static final double SURE = 0.8;

  /// So few sentences hold the name of a thing.
  private static final int FEW = 3;

  private static final int MOST_ROWS = 3;
  private static final int MOST_HOURS = 7;

  /// What makes a question about delivery one that the plain row does not answer.
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "insur|\\bke(ep|pt)|\\bh(o|e)ld|\\bstored?\\b|relais|gard(e|é)|conserv|aufbewahr|bewaar|punto|express|\\brush|\\b(next|same)[ -]day|overnight|priority|custom|dut(y|ies)\\b|\\btax|\\bvat\\b|import|return|label|heavy|large|oversize|bulky|p\\.?\\s?o\\.? ?box|locker|packstation|pick|collect|weekend|sunday|saturday|evening|track|christmas|holiday|gift|extra|surcharge|refund|instead|\\bsign|cut-?off|order by|latest|deadline"
              + "|versicher|eil(zustellung|versand)|zoll|steuer|einfuhr|mwst|rück|retour|etikett|abhol|sperrig|samstag|sonntag|weihnacht|spätestens"
              + "|verzeker|spoed|douane|btw|invoer|terug|ophalen|afhalen|zaterdag|zondag|kerst|assur|douan|\\btva\\b|retir|samedi|noël|segur|urgente|aduana|\\biva\\b|devol|recog|sábado|navidad|assicur|dogan|\\bresi?\\b|ritir|sabato|natale",
          FLAGS);

  private static final Pattern DELIVERY =
      Pattern.compile(
          "deliver|shipp?|\\b(send(ing)?|sent|post(ing)?|postage|freight|courier|mail|parcels?|packages?|carrier|on the (road|way)|get (it|them|this) (to|here))\\b|versand|liefer|schick|porto|verzend|bezorg|lever|livr|envoi|exp[eé]di|env[ií]|mandar|sped|consegn",
          FLAGS);
  private static final Pattern FAST =
      Pattern.compile(
          "express|\\brush|\\b(next|same)[ -]day|overnight|priority|saturday|sunday|evening|samstag|abend|zaterdag|avond|spoed|samedi|sábado|sabato",
          FLAGS);
  private static final Pattern COST =
      Pattern.compile(
          "how much|\\bcosts?\\b|postage|freight|(shipping|delivery) (fee|rate|price|charge)|\\bcharge\\b|what (do|will|would) (you|u|i) (take|pay|charge)|kostet|kosten|wie ?viel|porto|hoeveel|\\bkost\\b|combien|\\bfrais\\b|cu[aá]nto|gastos|quanto|spese",
          FLAGS);
  private static final Pattern LIMIT =
      Pattern.compile(
          "\\b(not|no|only|cannot|\\w+n't|never|except|surcharge|extra|nicht|kein\\w*|nur|niet|geen|alleen|pas|seulement|no|solo|non)\\b",
          FLAGS);
  private static final Pattern DAY =
      Pattern.compile(
          "\\b((mon|tues|wednes|thurs|fri|satur|sun)days?|(mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|(maan|dins|woens|donder|vrij|zater|zon)dag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|(lune|marte|mercole|giove|vener)dì|sabato|domenica|daily|every day|täglich|dagelijks)\\b",
          FLAGS);
  private static final Pattern HOURS =
      Pattern.compile(
          "\\b\\d{1,2}([:.h]\\d{2})?\\s?(am|pm|a\\.m\\.|p\\.m\\.|uhr|uur|h)?\\s?(-|–|to|until|till|bis|tot|à|a|alle)\\s?\\d{1,2}([:.h]\\d{2})?\\s?(am|pm|a\\.m\\.|p\\.m\\.|uhr|uur|h)?\\b(?! (working|business|days?|weeks?))|\\b(closed|geschlossen|gesloten|fermé|cerrado|chiuso)\\b",
          FLAGS);

  /// Hours at which people answer, not those of a door.
  private static final Pattern REACHED =
      Pattern.compile(
          "\\b(chat|phone|call|telephone|e-?mail|support|telefon\\w*|anruf\\w*|bellen|bereikbaar|téléphone|teléfono|telefono)\\b",
          FLAGS);

  private static final Pattern OPEN =
      Pattern.compile(
          "\\b(opening|business) (hours?|times?)\\b|\\b(are|is|r|when|what time|which days?|what days?|until when|till when|how late|how long)\\b.{0,45}\\b(open|close|closes|closing|closed|shut|shuts)\\b(?!ed)|\\b(shop|store|studio|showroom|outlet|counter|cafe|café|workshop) (hours|times)\\b|\\b(u|you|ye) (still )?open\\b|\\bopen (now|till|until|late|tonight)\\b|\\bopen (on |this |every )?(today|tomorrow|weekends?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|afternoon|morning)\\b"
              + "|öffnungszeiten|\\b(geöffnet|offen)\\b|wann (schließ|öffne|macht)|openingstijden|\\bopen op\\b|\\bgeopend\\b|horaires d'ouverture|\\bouvert(e|s)?\\b|horario|\\babiert[oa]s?\\b|\\babrís\\b|orari(o)? di apertura|\\bapert[oi]\\b",
          FLAGS);

  private final PolicyQuestion asked;
  private final List<Unit> units;

  Tables(PolicyQuestion asked, List<Unit> units) {
    this.asked = asked;
    this.units = units;
  }

  static boolean asksHours(String text) {
    return OPEN.matcher(text).find();
  }

  /// Empty where no table is asked for, or none answers.
  Optional<Quotes> answer() {
    if (asksHours(asked.ask())) {
      return hours();
    }
    return asksDelivery() ? delivery() : Optional.empty();
  }

  private boolean asksDelivery() {
    return asked.subject().equals(Intents.subject("shipping/policy"))
        && !asked.place().named().isEmpty()
        && !numbers().isEmpty()
        && DELIVERY.matcher(asked.query()).find()
        && !QUALIFIED.matcher(asked.ask()).find();
  }

  /// Which of time and price are asked for.
  private List<AskKind> numbers() {
    List<AskKind> numbers = new ArrayList<>();
    if (AskKind.of(asked.ask()).contains(AskKind.TIME)) {
      numbers.add(AskKind.TIME);
    }
    if (COST.matcher(asked.ask()).find()) {
      numbers.add(AskKind.MONEY);
    }
    return numbers;
  }

  /// The rows for that place in the table that has rows for others too.
  private Optional<Quotes> delivery() {
    List<AskKind> wanted = numbers();
    List<Unit> rows =
        units.stream()
            .filter(unit -> unit.sort() == Unit.Sort.ROW)
            .filter(unit -> unit.best().features().place() >= 1)
            .filter(
                unit -> wanted.stream().allMatch(kind -> kind.answeredBy(unit.best().sentence())))
            .filter(this::isOfMany)
            .sorted(Comparator.comparingDouble(Unit::score).reversed())
            .toList();
    if (rows.isEmpty() || isRestricted(rows.getFirst())) {
      return Optional.empty();
    }
    List<Unit> table =
        rows.stream().filter(row -> passage(row).equals(passage(rows.getFirst()))).toList();
    List<Unit> plain =
        table.stream().filter(row -> !FAST.matcher(row.best().sentence()).find()).toList();
    return Optional.of(
        quoted(plain.isEmpty() ? table : plain, MOST_ROWS, "the rows for that place"));
  }

  /// Whether some sentence sets a limit to one of the things that are named: "wheelsets travel
  /// within the country only". A word that many sentences hold names no such thing.
  private boolean isRestricted(Unit row) {
    List<String> sentences =
        units.stream()
            .filter(unit -> unit.article().equals(row.article()))
            .flatMap(unit -> unit.members().stream())
            .map(PolicyFinder.Candidate::sentence)
            .toList();
    return Terms.content(asked.ask(), asked.language()).stream()
        .anyMatch(term -> {
          List<String> holding =
              sentences.stream()
                  .filter(sentence ->
                      Terms.holds(Terms.of(sentence, asked.language()), term, asked.language()))
                  .toList();
          return holding.size() <= FEW
              && holding.stream().anyMatch(one -> LIMIT.matcher(one).find());
        });
  }

  private boolean isOfMany(Unit row) {
    return units.stream()
        .anyMatch(other ->
            other.sort() == Unit.Sort.ROW
                && passage(other).equals(passage(row))
                && other.best().features().place() < 0);
  }

  /// All lines with hours of the passage about the place that is meant.
  private Optional<Quotes> hours() {
    Map<Object, List<Unit>> passages = new LinkedHashMap<>();
    for (Unit unit : units) {
      String line = unit.best().sentence();
      if (isHours(line) && (!REACHED.matcher(line).find() || REACHED.matcher(asked.ask()).find())) {
        passages.computeIfAbsent(passage(unit), passage -> new ArrayList<>()).add(unit);
      }
    }
    return passages.values().stream()
        .max(Comparator.comparingDouble(Tables::best))
        .map(lines -> quoted(lines, MOST_HOURS, "the hours"));
  }

  private static boolean isHours(String sentence) {
    return DAY.matcher(sentence).find() && HOURS.matcher(sentence.toLowerCase(Locale.ROOT)).find();
  }

  private static double best(List<Unit> units) {
    return units.stream().mapToDouble(Unit::score).max().orElse(0);
  }

  private static Object passage(Unit unit) {
    return unit.first().finding().passage();
  }

  private static Quotes quoted(List<Unit> rows, int most, String why) {
    return new Quotes(
        rows.stream()
            .sorted(Comparator.comparingInt(row -> row.best().index()))
            .limit(most)
            .map(row -> Quotes.Line.of(List.of(row.best().quote())))
            .toList(),
        SURE,
        "a table: " + why);
  }
}
