package deskhand.conversations.email.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header of an older mail in a newer one's text, as Outlook writes it: From, Sent, To, Subject
/// below each other, in the reader's language; and dashed lines such as "Original Message".
final class QuotedHeader {
  private static final int MOST_LINES = 12;

  private enum Field {
    FROM,
    SENT,
    TO,
    CC,
    SUBJECT,
    REPLY_TO
  }

  private static final Set<Field> OPENERS =
      EnumSet.of(Field.FROM, Field.SENT, Field.SUBJECT, Field.TO);

  private static final Map<Field, Set<String>> NAMES =
      Map.of(
          Field.FROM,
          Set.of(
              "from",
              "von",
              "de",
              "van",
              "da",
              "från",
              "fra",
              "od",
              "lähettäjä",
              "от",
              "від",
              "kimden",
              "发件人",
              "寄件者",
              "差出人",
              "보낸 사람",
              "mittente",
              "expéditeur",
              "afzender",
              "remitente",
              "remetente",
              "avsändare",
              "absender",
              "feladó",
              "odesílatel",
              "nadawca",
              "de la",
              "από"),
          Field.SENT,
          Set.of(
              "sent",
              "date",
              "gesendet",
              "datum",
              "envoyé",
              "envoyé le",
              "verzonden",
              "inviato",
              "data",
              "enviado",
              "enviado el",
              "enviada em",
              "enviado em",
              "enviada",
              "fecha",
              "skickat",
              "sendt",
              "dato",
              "wysłano",
              "lähetetty",
              "päivämäärä",
              "päiväys",
              "отправлено",
              "дата",
              "发送时间",
              "日期",
              "送信日時",
              "sent at",
              "gesendet am",
              "elküldve",
              "odesláno",
              "gönderildi",
              "tarih",
              "data wysłania",
              "verzonden op",
              "fecha de envío",
              "date d'envoi",
              "trimis",
              "datum/tijd"),
          Field.TO,
          Set.of(
              "to",
              "an",
              "à",
              "a",
              "aan",
              "para",
              "till",
              "til",
              "do",
              "vastaanottaja",
              "кому",
              "收件人",
              "宛先",
              "받는 사람",
              "destinatario",
              "destinataire",
              "kime",
              "címzett",
              "komu",
              "empfänger",
              "către",
              "προς"),
          Field.CC,
          Set.of(
              "cc",
              "kopie",
              "copie à",
              "copia",
              "kopia",
              "kopi",
              "копия",
              "копія",
              "抄送",
              "dw",
              "kopio",
              "bcc",
              "cci",
              "cc/kopie"),
          Field.SUBJECT,
          Set.of(
              "subject",
              "betreff",
              "objet",
              "onderwerp",
              "oggetto",
              "asunto",
              "assunto",
              "ämne",
              "emne",
              "temat",
              "aihe",
              "тема",
              "主题",
              "主旨",
              "件名",
              "제목",
              "konu",
              "tárgy",
              "předmět",
              "re",
              "subiect",
              "θέμα"),
          Field.REPLY_TO,
          Set.of(
              "reply-to",
              "antwort an",
              "répondre à",
              "responder a",
              "rispondi a",
              "reply to",
              "importance",
              "wichtigkeit",
              "priority",
              "attachments",
              "anlagen",
              "pièces jointes"));

  private static final Pattern NAMED =
      Pattern.compile(
          "^[\\s*_>|]{0,12}(\\p{L}[\\p{L} /'’-]{0,20}?)[*_]{0,3}[\\s\u00a0]?[:：][*_]{0,3}[\\s\u00a0]*(.*)$");

  private static final Pattern DASHED =
      Pattern.compile(
          "^[\\s*_>|]*(?:-{2,}|_{5,}|[—–]{2,}|\\*{3,}|={3,})\\s*(\\p{L}[\\p{L}\\p{M}\\s.,'’]{1,60}?)\\s*(?:-{2,}|_{5,}|[—–]{2,}|\\*{3,}|={3,})?[\\s*_:]*$");

  /// The noun of "original message" in the languages of mail programs.
  private static final Pattern MESSAGE =
      Pattern.compile(
          "message|messaggio|mensaje|mensagem|nachricht|mail|bericht|meddelelse|meddelande|melding|"
              + "wiadomość|wiadomosc|viesti|сообщение|повідомлення|письмо|zpráva|správa|üzenet|ileti|"
              + "mesaj|μήνυμα|邮件|郵件|メッセージ|thư|원본",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern FORWARD_OF_APPLE =
      Pattern.compile(
          "^(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|"
              + "Début du message (?:réexpédié|transféré)|Inizio messaggio inoltrato|"
              + "Inicio del mensaje reenviado|Início da mensagem (?:encaminhada|reenviada)|"
              + "Begin doorgestuurd bericht|Vidarebefordrat brev|Videresendt besked|Start på videresendt melding|"
              + "Początek przekazywanej wiadomości|Välitetty viesti alkaa)\\s*:\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DATE_LIKE = Pattern.compile("\\d{1,4}.{0,30}\\d{2}");

  private QuotedHeader() {}

  /// Whether the line says that an older mail starts below it.
  static boolean announces(String line) {
    if (line.length() > 120) {
      return false;
    }
    Matcher dashed = DASHED.matcher(line);
    if (dashed.matches()) {
      String words = dashed.group(1);
      return words.split("\\s+", -1).length <= 6 && MESSAGE.matcher(words).find();
    }
    return FORWARD_OF_APPLE.matcher(line.strip()).matches();
  }

  /// Whether the header of an older mail starts at this line.
  static boolean startsAt(List<Line> lines, int start) {
    Optional<Named> first = named(lines.get(start).text());
    if (first.isEmpty()) {
      return false;
    }
    EnumSet<Field> seen = EnumSet.noneOf(Field.class);
    boolean certain = false;
    int between = 0;
    for (int i = start; i < lines.size() && i < start + MOST_LINES && between < 4; i++) {
      Optional<Named> named = named(lines.get(i).text());
      if (named.isPresent()) {
        between = 0;
        if (!seen.add(named.get().field)) {
          break;
        }
        certain |= certain(named.get());
      } else {
        between++;
      }
    }
    boolean opener = OPENERS.contains(first.get().field);
    boolean who = seen.contains(Field.FROM) || seen.contains(Field.SENT);
    if (opener && who && seen.size() >= 3) {
      return certain || (seen.contains(Field.SUBJECT) && seen.size() >= 4);
    }
    if (opener && who && seen.size() == 2 && certain) {
      return true;
    }
    // One line under a rule: "From: a@b Date: …".
    return start > 0
        && ruled(lines, start)
        && first.get().field == Field.FROM
        && certain(first.get());
  }

  private static boolean ruled(List<Line> lines, int start) {
    for (int i = start - 1; i >= 0 && i > start - 4; i--) {
      if (!lines.get(i).blank()) {
        return rule(lines.get(i).text());
      }
    }
    return false;
  }

  static boolean rule(String line) {
    String plain = line.replaceAll("[\\s>*|]", "");
    return plain.length() >= 3 && plain.matches("[-_=—–]+");
  }

  private record Named(Field field, String value) {}

  /// An address behind From or To, or something like a date behind Sent.
  private static boolean certain(Named named) {
    return switch (named.field) {
      case FROM, TO, CC, REPLY_TO -> named.value.contains("@");
      case SENT -> DATE_LIKE.matcher(named.value).find();
      case SUBJECT -> false;
    };
  }

  private static Optional<Named> named(String line) {
    if (line.length() > 2_000) {
      return Optional.empty();
    }
    Matcher matcher = NAMED.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1).strip().toLowerCase(Locale.ROOT);
    for (Map.Entry<Field, Set<String>> field : NAMES.entrySet()) {
      if (field.getValue().contains(name)) {
        return Optional.of(new Named(field.getKey(), matcher.group(2)));
      }
    }
    return Optional.empty();
  }
}
