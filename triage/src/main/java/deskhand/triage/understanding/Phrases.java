package deskhand.triage.understanding;

import java.util.regex.Pattern;

/// Turns of phrase by which questions, wishes and small talk are known, in the six languages of the
/// examples.
final class Phrases {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// How a question begins.
  static final Pattern QUESTION =
      Pattern.compile(
          "[¿\"'(]*(?:(?:and\\s+)?(?:if|in\\s+case|suppos(?:e|ing)|assuming|provided|say)\\s[^,?;]{3,80},\\s+"
              + "|(?:und\\s+|en\\s+)?(?:falls|wenn|mocht|als|si|se)\\s[^,?;]{3,80},\\s+(?=wie|wann|was|wo|wer|welche|hoe|wat|welke|qu|cu[aá]|c[oó]m|dove|puis-je|puedo|posso))?(?:(?:and|but|so|or|also|ok|und|aber|oder|en|maar|of|et|mais|ou|y|pero|o|e|ma"
              + "|however|hi|hey|hello|hallo|bonjour|hola|ciao|then)[,:]?\\s+){0,2}[¿]?(?:"
              + "what(?:['’]?s)?|when(?:['’]?s)?|where(?:['’]?s)?|which|who(?:['’]?s)?|whose|why|how(?:['’]?s)?"
              + "|wen\\s+(?:is|does|will)|wot|is|are|was|were|do|does|did|can|could|will|would(?!\\s+like)|should|shall|may"
              + "|have\\s+(?:you|u|i|we)|has|am\\s+i|r\\s+(?:you|u|the)|don['’]?t\\s+you|any\\s+(?:news|update|idea|chance)"
              + "|was\\s+\\p{L}+|wann|wo|wohin|woher|welche[rsnm]?|wer|wem|warum|wieso|weshalb|wie|wieviele?|ist|sind"
              + "|kann|k(?:ö|oe)nn(?:t|en|te|tet|ten)|habt|haben|hat|gibt|wird|werden|darf|muss|m(?:ü|ue)ssen|soll"
              + "|kommt|liefert|liefern|nehmt|nehmen|versendet|versenden|bekomme"
              + "|wat|wanneer|waar|welke?|waarom|hoe|hoeveel|zijn|kan|kun(?:t|nen)?|hebben|heeft|hebt|wordt|worden"
              + "|mag|moet|komt|leveren|verzenden|zou"
              + "|quoi|qu['’]est|quand|o(?:ù|u)\\s|quel(?:le)?s?|qui|pourquoi|comment|combien|est-ce|est-il|sont-ils|puis-je"
              + "|peut-on|peux-tu|pouvez|avez|y\\s+a-t-il|acceptez|livrez|faites|faut-il|dois-je|jusqu['’](?:à|a)\\s+quand"
              + "|qu[eé]|cu[aá]ndo|d[oó]nde|cu[aá]l(?:es)?|qui[eé]n|por\\s+qu[eé]|c[oó]mo|cu[aá]nt[oa]s?|puedo|puede[ns]?"
              + "|hay|es\\s|est[aá]n?|tienen|hacen|hac[eé]is|env[ií](?:an|áis|ais)|se\\s+puede"
              + "|che|cosa|quando|dove|quale|quali|chi|perch[eé]|come|quant[oaie]|posso|potete|c['’](?:è|e)|(?:è|e['’])\\s"
              + "|avete|fate|spedite|accettate|si\\s+pu(?:ò|o)|entro\\s+quando"
              + "|until\\s+(?:what|when|which)|till\\s+(?:what|when|which)|by\\s+when|from\\s+(?:what|when|how)"
              + "|for\\s+how|in\\s+(?:what|which)|at\\s+what|on\\s+(?:what|which)|within\\s+how|to\\s+which|with\\s+which"
              + "|bis\\s+wann|ab\\s+wann|ab\\s+welche[mr]|in\\s+welche[rmn]?|tot\\s+wanneer|vanaf\\s+(?:welk|wanneer|hoeveel)"
              + "|binnen\\s+hoeveel|à\\s+partir\\s+de|hasta\\s+cu[aá]ndo|a\\s+partir\\s+de|da\\s+quando|fino\\s+a\\s+quando"
              + ")(?![\\p{L}\\p{N}])",
          FLAGS);

  /// A wish, anywhere in a sentence.
  private static final Pattern WISH =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:please|pls|plz|can\\s+(?:you|u|i|we)|could\\s+(?:you|u|i|we)|would\\s+you"
              + "|(?:i|we)\\s+(?:want|wish|need|demand|request|would\\s+like|['’]?d\\s+like)|(?:i|we)['’]?d\\s+like"
              + "|like\\s+to\\s+(?:know|ask|return|cancel|change|exchange|order|speak|have|get)|want\\s+to\\s+\\p{L}+"
              + "|let\\s+me\\s+know|tell\\s+me|explain|wonder(?:ing)?|question\\s+is|curious|no\\s+idea\\s+(?:how|where|when)"
              + "|bitte|m(?:ö|oe)chten?|brauche|brauchen|h(?:ä|ae)tten?\\s+gern|k(?:ö|oe)nnten?\\s+(?:sie|ihr)|will\\s+ich|ich\\s+will|w(?:ü|ue)rde\\s+gern"
              + "|graag|alstublieft|alsjeblieft|a\\.u\\.b|wil|willen|zou\\s+(?:ik|u|je)|kunt\\s+u|kunnen\\s+jullie|heb\\s+ik\\s+nodig"
              + "|svp|s['’]il\\s+(?:vous|te)|voudrais|voudrions|aimerais|souhaite|souhaiterais|merci\\s+de|pouvez-vous|j['’]ai\\s+besoin"
              + "|por\\s+favor|quiero|quisiera|querr[ií]a|gustar[ií]a|necesito|pod(?:é|e)is|pueden"
              + "|vorrei|voglio|vorremmo|per\\s+favore|per\\s+cortesia|potreste|mi\\s+serve|ho\\s+bisogno|desidero"
              + ")(?![\\p{L}\\p{N}])",
          FLAGS);

  /// A command at the beginning.
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:(?:just|then|so|now|and)\\s+)?(?:cancel|change|send|resend|ship|refund|return|exchange|replace|remove|delete|unsubscribe"
              + "|stop|close|add|update|correct|confirm|check|give|put|forward|hold|track|get\\s+me|take\\s+me"
              + "|stornier(?:t|en|e)?|(?:ä|ae)nder(?:t|n)|schick(?:t|en)|l(?:ö|oe)sch(?:t|en|e)|erstatte[tn]?"
              + "|annuleer|wijzig|stuur|verwijder|annulez|annuler|modifiez|envoyez|supprimez|remboursez"
              + "|cancel[ae]n?|env[ií]en|devuelvan|borren|annullate|annullare|cancellate|inviate|rimborsate|modificate"
              + ")(?![\\p{L}\\p{N}])",
          FLAGS);

  /// Words that say nothing of what is wanted: greetings, thanks, closings, announcements.
  private static final Pattern TALK =
      Pattern.compile(
          "(?:(?:hi|hello|hey|hiya|howya|hei|hoi|hallo|hola|ciao|salut|salve|dear|beste|geachte|liebes?|lieber|sehr\\s+geehrte[rs]?|guten\\s+(?:tag|morgen|abend)"
              + "|good\\s+(?:day|morning|afternoon|evening)|goedemiddag|goedemorgen|goedenavond|goedendag|bonjour|bonsoir|madame|monsieur|buenos?\\s+d[ií]as?"
              + "|buenas(?:\\s+tardes)?|estimad[oa]s?|buongiorno|buonasera|gentil[ei]|egregi|to\\s+whom\\s+it\\s+may\\s+concern|moin|servus|gr(?:ü|ue)(?:ß|ss)\\s+gott|yo|l\\.s)"
              + "(?:[\\s,]+[\\p{L}&.'’-]+){0,5}"
              + "|(?:with\\s+)?(?:many\\s+|kind\\s+|best\\s+|warm\\s+)?(?:regards|greetings|greets|wishes)(?:[\\s,]+[\\p{L}.'’-]+){0,5}|cheers(?:[\\s,]+[\\p{L}.'’-]+){0,3}|cordially(?:[\\s,]+\\p{L}+){0,3}"
              + "|yours(?:\\s+(?:sincerely|faithfully|truly))?(?:[\\s,]+[\\p{L}.'’-]+){0,4}|sincerely(?:[\\s,]+\\p{L}+){0,3}|best(?:[\\s,]+\\p{L}+){0,2}|love(?:[\\s,]+\\p{L}+){0,2}"
              + "|(?:viele|liebe|beste|freundliche|herzliche|sch(?:ö|oe)ne)\\s+gr(?:ü|ue)(?:ß|ss)e.{0,40}|mit\\s+freundlichen\\s+gr(?:ü|ue)(?:ß|ss)en.{0,40}|mfg.{0,30}|lg.{0,20}|vg.{0,20}"
              + "|(?:met\\s+)?(?:vriendelijke\\s+)?groet(?:en|jes)?.{0,40}|mvg.{0,30}|cordialement.{0,40}|bien\\s+(?:à\\s+vous|cordialement).{0,30}|saludos.{0,40}|un\\s+saludo.{0,40}|atentamente.{0,30}"
              + "|(?:cordiali\\s+|distinti\\s+)?saluti.{0,40}"
              + "|(?:(?:many|so\\s+many|a\\s+thousand|ok|okay|super|great|perfect)[\\s,]+)?(?:thanks|thank\\s+(?:you|u)|thx|tks|ta|danke|dank\\s+(?:je|u)|bedankt|merci|gracias|grazie|obrigad[oa]|vielen\\s+dank|besten\\s+dank|herzlichen\\s+dank|(?:hartelijk|alvast|bij\\s+voorbaat)\\s+(?:dank|bedankt))"
              + "(?:[\\s,]+(?!but|aber|maar|mais|pero|ma)[\\p{L}.'’-]+){0,7}"
              + "|(?:sorry|apologies)(?:[\\s,]+(?:for|my|to|the|delay|english|bother(?:ing)?|you|again|in|writing)){0,8}"
              + "|(?:i\\s+hope\\s+(?:you|this|all).{0,60}|hope\\s+(?:you['’]?re|you\\s+are|all\\s+is).{0,60}|i\\s+look\\s+forward.{0,60}|looking\\s+forward.{0,60}|have\\s+a\\s+(?:nice|good|great|lovely).{0,40})"
              + "|(?:i\\s+)?(?:just\\s+)?(?:have|got|had)?\\s*(?:a|two|three|some|a\\s+few|a\\s+quick|one|another|my|quick|small|2|3)\\s+(?:more\\s+|other\\s+|quick\\s+|short\\s+|small\\s+)?(?:questions?|things?|favou?rs?|requests?)\\s*(?:for\\s+you|please)?"
              + "|(?:can|could)\\s+(?:you|u|someone|anyone|anybody)\\s+(?:please\\s+)?help(?:\\s+(?:me|us))?(?:\\s+please)?|i\\s+do\\s+hope\\s+you\\s+can\\s+help|please\\s+help(?:\\s+me)?|hope\\s+you\\s+can\\s+help"
              + "|(?:ich\\s+)?(?:habe|h(?:ä|ae)tte)\\s+(?:mal\\s+)?(?:eine|zwei|ein\\s+paar)\\s+(?:kurze\\s+)?fragen?|ik\\s+heb\\s+(?:een|twee)\\s+vra(?:ag|gen)|j['’]ai\\s+(?:une|deux)\\s+questions?|tengo\\s+(?:una|dos)\\s+(?:pregunta|duda)s?|ho\\s+(?:una|due)\\s+domand[ae]"
              + "|(?:sent|gesendet|verzonden|verstuurd|envoy(?:é|e)|enviado|inviato)\\s+(?:from|von|vanaf|via|van|depuis|de|desde|da)\\s.{0,40}|von\\s+meinem\\s+\\p{L}+\\s+gesendet|get\\s+outlook.{0,30}"
              + "|lol|haha+|x+o?x*|ok|okay|no\\s+hurry|not\\s+urgent"
              + ")[\\s,.!:;)\\p{So}\\uFE0F\\u200D\\p{Cs}-]*",
          FLAGS);

  /// Pronouns that point to something said before.
  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:what\\s+if|if\\s+so|if\\s+not|in\\s+that\\s+case|was\\s+wenn|wenn\\s+(?:ja|nicht)|zo\\s+(?:ja|niet)|si\\s+oui|wat\\s+als|et\\s+si|y\\s+si|e\\s+se|it|its|it['’]?s|they|them|their|those|these|this\\s+one|that\\s+one|she|he|him"
              + "|es|ihn|ihm|davon|damit|ervan|daar|deze|ça|cela|elle|ils|elles|celui|celle|eso|esto|ellos|esso|essa|questo"
              + "|quello|ciò)(?![\\p{L}\\p{N}])",
          FLAGS);

  private static final Pattern NAME = Pattern.compile("(?:\\p{Lu}[\\p{L}.'’-]*[\\s,]*){1,4}");

  private static final Pattern AND = Pattern.compile("\\s*(?:and|und|en|et|y|e|but|so)\\s+", FLAGS);

  private Phrases() {}

  static boolean asks(String sentence) {
    return sentence.contains("?")
        || QUESTION.matcher(sentence).lookingAt()
        || WISH.matcher(sentence).find()
        || COMMAND.matcher(sentence).lookingAt();
  }

  /// Asked, not only wished.
  static boolean isQuestion(String sentence) {
    return sentence.contains("?") || QUESTION.matcher(sentence).lookingAt();
  }

  /// A few words that each begin with a capital letter, as names under a message do.
  static boolean isName(String sentence) {
    return NAME.matcher(sentence).matches();
  }

  /// Without the "and" at its beginning.
  static String withoutAnd(String sentence) {
    return AND.matcher(sentence).replaceFirst("");
  }

  static boolean isTalk(String sentence) {
    return sentence.length() <= 200 && TALK.matcher(sentence.strip()).matches();
  }

  /// It means something of the sentence before it.
  static boolean leansOnAnother(String sentence) {
    return POINTS_BACK.matcher(sentence).find();
  }
}
