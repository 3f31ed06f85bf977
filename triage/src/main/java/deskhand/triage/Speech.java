package deskhand.triage;

import java.util.Locale;
import java.util.regex.Pattern;

/// How something is said: asked as a rule, demanded as an act, about one's own order, or hanging on
/// what was said before.
final class Speech {
  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern RULE =
      Pattern.compile(
          "\\bhow (long|much|many|do|does|can|soon|fast|late|old|big|often)\\b|\\buntil (when|what|which)|\\b(till|until|by) (when|what|which)\\b|\\bwhen (is|are|does|do|will|can|was)\\b|\\bwhat (is|are|if|do|does|happens|kind|counts|must|should)\\b|\\bwhat'?s\\b"
              + "|\\b(can|could|may|am|are|is|do|does|will|would|must|should) (i|we|you|u|it|they|there|the|your|that|this|my)\\b|\\bwhich\\b|\\bwhere (can|do|is|are)\\b|\\bwho pays\\b|\\bsuppos(e|ing)\\b|\\bshould (the|it|they|that|this|these|one|something)\\b|\\bin case\\b|\\bif (i|something|it|my|the|one|we|they)\\b|\\bpossible\\b|\\blast (day|date|moment)\\b|\\bpolicy\\b|\\brules?\\b"
              + "|\\b(wie (lange|viel|viele|teuer|kann|geht)|bis wann|wann|was (kostet|ist|passiert)|kann ich|darf ich|kann man|gibt es|muss ich|welche|wer (zahlt|bezahlt)|ist es möglich)\\b"
              + "|\\b(hoe (lang|veel|kan|duur)|tot wanneer|wanneer|wat (kost|is|gebeurt)|kan ik|mag ik|moet ik|welke|wie betaalt|is het mogelijk)\\b"
              + "|\\b(combien|jusqu|quand|quel|quelle|puis-je|peut-on|dois-je|est-ce|comment|qui paie)\\b|\\b(cuánt|hasta cuándo|cuándo|qué|puedo|se puede|debo|cómo|quién paga)|\\b(quant|fino a quando|quando|posso|si può|devo|come|chi paga)",
          FLAGS);
  private static final Pattern ACT =
      Pattern.compile(
          "\\b(please|pls|plz|kindly|can (you|u)|could (you|u)|would you|will you|i want (you )?to|i(?:'d| would) like (you )?to|i need (you )?to|want to|need to|you (must|have to|need to))\\b.{0,40}\\b(cancel|change|add|remove|swap|replace|update|correct|stop|redirect|send|refund|resend|reship|exchange|delete|apply|put|switch|edit)\\b"
              + "|^\\W*(hi|hello|hey|dear \\w+)?[,.! ]*(please |pls )?(cancel|change|add|remove|stop|swap|replace|refund|delete|update)\\b|(?<!\\b(?:can|may|could|should|must|do|if|when) (?:i|we) )(?<!\\b(?:can|may|could|must) (?:i|we) still )\\bcancel (my|the|this|it)\\b|\\bi (want|demand|expect|request|claim|would like|insist on) (a |my |the |full |immediate )*(refund|money|replacement|exchange|new (one|parcel))"
              + "|\\b(bitte|können sie|ich möchte|ich will)\\b.{0,40}\\b(stornier|änder|hinzufüg|ersetz|erstatt|schick|lösch|umtausch)\\w*"
              + "|\\b(graag|kunnen jullie|kun je|ik wil|alsjeblieft|aub)\\b.{0,40}\\b(annuleer|annuleren|wijzig|verander|toevoeg|vervang|stuur|terugbetal|verwijder)\\w*"
              + "|\\b(merci de|pouvez-vous|je (veux|voudrais|souhaite))\\b.{0,40}\\b(annul|chang|modif|ajout|rembours|remplac|envoy|supprim)\\w*"
              + "|\\b(por favor|podéis|pueden|quiero|quisiera)\\b.{0,40}\\b(cancel|cambi|añad|devolv|reembols|reempla|envi)\\w*"
              + "|\\b(per favore|potete|vorrei|voglio)\\b.{0,40}\\b(annull|cambi|aggiung|rimbors|sostitu|sped)\\w*",
          FLAGS);
  private static final Pattern OWN =
      Pattern.compile(
          "\\b(my|mine|our|this|the) (\\w+ ){0,2}(order|parcel|package|purchase|delivery|shipment|return|refund|item|items|pre-?order)\\b|\\bmy \\w+|\\bi('ve| have)? (just |recently |already )?(bought|ordered|got|received|purchased|returned|sent|paid)\\b|\\b(it|they|these|this one|one of (the|them|it)) (came|arrived|was|were|is|are)\\b|\\b(return|send back|give back|keep|collect|pick up|pick) (it|them|one|this|these|that)\\b|\\b(can|will|could) (it|they|one|this|that) (still )?(go|come|be)\\b"
              + "|\\b(meine?[rnms]?|unsere?[rnms]?)\\b|\\b(mijn|onze)\\b|\\b(mon|ma|mes|notre)\\b|\\b(mi|mis|nuestr[oa]s?)\\b|\\b(mio|mia|miei|mie|nostr[oa])\\b",
          FLAGS);
  private static final Pattern HANGING =
      Pattern.compile(
          "^\\W*(and|but|or|also|what about|how about|ok(ay)?|so|then|und|aber|auch|was ist mit|en|maar|ook|et|mais|aussi|y|pero|e|ma|anche)\\b|\\b(that one|the other|the same|it|one|ones)\\b\\W*$",
          FLAGS);
  private static final Pattern PARCEL =
      Pattern.compile(
          "\\b(my|our|the|this) (\\w+ )?(parcel|package|shipment|delivery|tracking)\\b|\\bmein\\w* (paket|sendung|lieferung)|\\bmijn (pakket|pakje|zending)|\\bmon colis|\\bmi paquete|\\bil mio pacco",
          FLAGS);
  private static final Pattern PICK =
      Pattern.compile(
          "\\b(pick|collect|fetch)\\b.{0,12}\\b(it|them|up|my)\\b|\\babhol|\\bophalen|\\baf te halen|\\bretirer|\\brecoger|\\britirar",
          FLAGS);
  private static final Pattern DEADLINE =
      Pattern.compile(
          "\\b(last|latest|final) (day|date|moment)\\b|\\b(up to|until|till?|by|before) (when|what|which)\\b|\\b(deadline|time limit|cut-?off)\\b|\\b(window|period|deadline) (close|end|pass|expire|run)\\w*\\b|\\b(day|date)\\b.{0,45}\\b(ends?|ended|finish(es)?|expires?|expired|(is|was|runs?|ran) (over|out))\\b|\\bhow (long|many days|much time) (do|have|can|did) (i|we)\\b|\\b(exact|which|what) (exact )?(date|day|time) (can|do|til|till|until|up to) (i|we|it|that)\\b|\\b(what|which) (day|date)\\b.{0,30}\\b(send|sent|go|goes|take|ship)\\w*\\b.{0,10}\\bback\\b|\\b(day|date|time) (til|till|until)\\b|\\btoo late\\b|\\bhow late (can|may|could)\\b|\\bat the latest\\b|\\b(still|yet) in time\\b|\\b(did|have) (i|we) miss(ed)?\\b|\\b(still|any) time (left )?to\\b|\\b(past|beyond|inside|outside|within|missed|blown?|out of) (the|your|my|our) (\\w+ )?(period|window|limit|deadline)\\b|\\bhow long (will|do|does|is|are)\\b.{0,30}\\b(keep|kept|hold|held|store|stored|wait)\\b|\\bis (the|my) .{0,20}\\b(gone|over|up)\\b|\\bbis (wann|(zu )?welche[mnrs])\\b|\\bletzte\\w* tag\\b|\\b(rückgabe|abhol)?frist\\b|\\btot (en met )?(wanneer|welke)\\b|\\b(uiterste datum|laatste dag)\\b|\\bjusqu'(à|au) (quand|quel\\w*)\\b|\\b(date limite|dernier jour)\\b|\\bhasta (cuándo|cuando|qué (día|fecha))\\b|\\b(fecha límite|último día)\\b|\\b(fino a|entro) (quando|quale|che (giorno|data))\\b|\\bultimo giorno\\b",
          FLAGS);

  /// The writer says to have ordered something, or calls an order or parcel their own.
  private static final Pattern CLAIM =
      Pattern.compile(
          "\\b(my|mine|our)\\b (\\w+ ){0,2}(order|parcel|package|purchase|delivery|shipment|return|refund|item|items|pre-?order|money)\\b(?! (would|will be|might|could|may))|\\b(i|we)('ve| have)? (just |recently |already |only )?(bought|ordered|purchased|returned|paid|got|received|placed)\\b"
              + "|\\b(mein|unser)\\w* (bestellung|paket|sendung|geld|rücksendung)|\\b(mijn|onze) (bestelling|pakket|pakje|geld)|\\b(ma|mon|notre) (commande|colis)|\\b(mi|nuestro) (pedido|paquete)|\\b(il mio|la mia) (ordine|pacco)|\\bhabe .{0,30}\\b(bestellt|gekauft)|\\bheb .{0,30}\\b(besteld|gekocht)|\\bai (commandé|acheté)|\\bhe (pedido|comprado)|\\bho (ordinato|comprato)",
          FLAGS);

  private static final Pattern OF_IT =
      Pattern.compile(
          "\\b(did|has|have|had|was|were)\\b.{0,40}\\b(it|them|they|mine)\\b|\\b(leave|left|drop|dropped|put) (it|them|mine)\\b|\\b(keep|kept|hold|held) (it|them|mine)\\b",
          FLAGS);
  private static final Pattern STOCK =
      Pattern.compile(
          "\\bhow many\\b.{0,60}\\b(left|got|have|stock|available)\\b|\\b(right now|rn|at the moment|on the shelf|in store|just now)\\b|\\b(gerade|im moment|momentan|op dit moment|en ce moment|ahora mismo|in questo momento)\\b",
          FLAGS);
  private static final Pattern KEPT_ADDRESS =
      Pattern.compile(
          "\\b(what|which)( \\w+)? (add?ress?|street|town|city|(house|apartment|flat|unit|door) number)\\b.{0,60}\\b(my|i|you have|have you|going( to)?|on file|put|entered|given|gave|deliver\\w*|sent|shipped)\\b|\\bdid (i|we) (put|give|enter|use|choose|write)\\b.{0,40}\\b(add?ress?|street|place)\\b|\\bwhere\\b.{0,40}\\b(sent|shipped|delivered|going|posted|go)( to)?\\b.{0,25}\\b(mum\\w*|mom\\w*|mine|my place|work|home|(old|new) (one|place|flat|house|address)|office|parents\\W?)\\b|\\b(welche|an welche)\\w* adresse\\b|\\bwelk adres\\b|\\bquelle adresse\\b|\\bqué dirección\\b|\\bquale indirizzo\\b",
          FLAGS);
  private static final Pattern SUPPOSED =
      Pattern.compile(
          "^\\W*ordering\\b|\\b(if|when|once|before) (i|we|you|one) (order|buy|place|pay|choose|pick|return|send|purchase)\\b|\\bif (something|a parcel|an order|it) (arrives|is|comes|breaks)\\b|\\bsuppose\\b|\\bhypothetically\\b|\\bin general\\b|\\b(was|am|are|were|i'm|thinking|planning|hoping|going|want|wants|wanted|would like|'d like|considering)\\b.{0,12}\\b(to|of) (order|buy|ordering|buying)\\b|\\bonce (you|it|the)\\b|\\bwould (i|we|it|that|they)\\b|\\b(falls|wenn) (ich|man|wir)\\b.{0,40}\\bbestell|\\bals ik\\b.{0,40}\\bbestel|\\bsi je commande\\b|\\bsi (pido|compro)\\b|\\bse (ordino|compro)\\b",
          FLAGS);
  private static final Pattern STATE =
      Pattern.compile(
          "\\bwhere('?s| is| are| has)?\\b|\\bwhen (will|does|do|is|are|can)\\b.{0,40}\\b(come|coming|arrive|here|get|delivered|have|ship|sent|leave|go out)|\\b(is|are) (it|they|this|my \\w+) (still )?(coming|here|on (its|the) way|shipped|sent|delivered)|\\b(has|have|did|was|is|are)\\b.{0,30}\\b(shipped|sent|arrived?|delivered|dispatched|left|get there|got there|get here|got here)\\b|\\b(still|yet|nothing|never|not)\\b.{0,25}\\b(here|arrived|come|came|received|delivered|moving|moved|shipped|sent)\\b|\\b(courier|driver|postman|tracking|track (and|&) trace|pick-?up point|relay)\\b|\\bwhich (carrier|company|van|relay|point|shop|post office|locker|depot|neighbou?r)\\b|\\bany (news|sign)\\b|\\b(still|stuck|through|past|cleared?|held)\\b.{0,15}\\b(customs?|zoll|douane)\\b|\\bstill coming\\b|\\b(coming|arriving) (today|tomorrow|or not)\\b"
              + "|\\bwo (ist|sind|bleib)|\\bwann (kommt|kommen)|\\bschon (verschickt|angekommen|unterwegs)|\\bwaar (is|blijft|zijn)|\\bwanneer (komt|komen)|\\bal (verzonden|onderweg|bezorgd)|\\boù (est|sont)|\\bquand (arrive|arrivent)|\\bdónde (está|están)|\\bcuándo llega|\\bdov('è|e sono)|\\bquando arriva",
          FLAGS);
  private static final Pattern PERIOD =
      Pattern.compile(
          "\\breturn (period|window|deadline|time)\\b|\\brückgabefrist\\b|\\bretourtermijn\\b|\\bdélai de retour\\b|\\bplazo de devolución\\b",
          FLAGS);
  private static final Pattern BACK =
      Pattern.compile(
          "\\b(return(ed|ing)?|(send(ing)?|sent|giv(e|en|ing)|gave|bring(ing)?|brought|post(ed|ing)?|mail(ed|ing)?|ship(ped|ping)?|hand(ed|ing)?) .{0,20}back|go back)\\b|\\bzurück(geb|schick|send)\\w*|\\b(retour\\w*|terugst\\w*)\\b|\\b(retourn\\w*|renvoy\\w*)\\b|\\bdevol\\w*|\\b(restitu\\w*|reso)\\b",
          FLAGS);
  private static final Pattern REFUND =
      Pattern.compile(
          "\\b(refund\\w*|reimburs\\w*|money back|credit(ed)?|\\w*erstatt\\w*|geld (zurück|terug)|terugbeta\\w*|terugge\\w*|rembours\\w*|reembols\\w*|rimbors\\w*)\\b",
          FLAGS);
  private static final Pattern NAMED_PERIOD =
      Pattern.compile(
          "\\b(\\d{1,3}|two|three|four|six|seven|ten|twenty|fourteen|twenty-?one|twenty-?eight|thirty|forty(-?five)?|fifty|sixty|ninety|hundred)[ -](days?|weeks?|months?|tagen?|wochen?|dagen|weken|jours|semaines|días|semanas|giorni|settimane)\\b",
          FLAGS);

  private static final Pattern OTHER_MATTER =
      Pattern.compile(
          "\\b(ask|register|book|use|redeem|spend)\\b|warrant|guarant|garant|refund|money|credit|report|claim|missing|\\blost\\b|damag|broke|crack|defect|fault|repair|cancel|chang|invoice|receipt|exchang|swap|collect|pick(ed|ing)?[ -]?up|\\bke(pt|ep)\\b|\\bhold|held|arriv|deliver|\\bcom(e|es|ing)\\b|shipp|\\bsent\\b|dispatch|reply|repl(y|ied)|answer|review|points?\\b|voucher|\\bcodes?\\b|gift card|discount|\\bpa(y|ys|yment|ying|id)\\b|refus|reject|declin|transfer|\\b(card|account|dollars?|euros?|pounds?)\\b|[€$£]|\\bvat\\b",
          FLAGS);

  private static final Pattern DURATION =
      Pattern.compile(
          "\\bhow (long|many (\\w+ )?days|many weeks) (before|until|till|does|do|will|after|is it)\\b|\\bwie (lange|viele tage) (dauert|bis)\\b|\\bhoe ?lang (duurt|voor)\\b|\\bcombien de (temps|jours)\\b|\\bcuánto tarda|\\bquanto (tempo|ci)\\b",
          FLAGS);

  private static final Pattern WISH =
      Pattern.compile(
          "\\b(please|pls|plz|kindly|bitte|graag|alsjeblieft|merci de|s'il vous pla[iî]t|por favor|per favore)\\b(?! (tell|let|advise|explain|answer|reply|respond|help|see|note|find|excuse|forgive|write|inform|sagen|erklären|antworten|helfen))(?= \\p{L})",
          FLAGS);

  private static final Pattern CAME =
      Pattern.compile(
          "\\b(it|they|that|which|this|parcel|package|box|order|everything|both) (only |finally |eventually |just |already )?(came|arrived|showed up|turned up|got here)\\b|\\bcame (on|in|the|last|yesterday|today|this)\\b|\\bdelivered (on|in|at|early|late|mid|last|back|around|about|the|some|a|yesterday|today)\\b|\\bsince it (came|arrived)\\b|\\b(i|we)('ve| have)? (got|received|unpacked|opened|tried|used|worn) (it|them|the|my|mine)\\b",
          FLAGS);

  private static final Pattern MONEY =
      Pattern.compile(
          "[€$£]|\\b(euros?|dollars?|pounds?|money|geld|argent|dinero|soldi|transferr?(ed)?|payouts?|paid out|compensation)\\b",
          FLAGS);

  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(but (not|no|nothing|nobody)|not (at|in|here|there|with) |nothing|nobody|no parcel|never (came|arrived|got)|haven't|hasn't|didn't|who (has )?(signed|took)|missing)\\b",
          FLAGS);

  /// A time of presents, for which stores often have rules of their own.
  private static final Pattern SEASON =
      Pattern.compile(
          "\\b(christmas|xmas|the holidays|holiday (season|gifts?|presents?)|hanukkah|black friday|valentine\\w*|weihnacht\\w*|kerst\\w*|sinterklaas|noël|navidad|natale)\\b",
          FLAGS);

  private static final Pattern SENT_BACK =
      Pattern.compile(
          "\\b(i|we)('ve| have)? (already |just )?(returned|(sent|posted|brought|gave) .{0,20}back)\\b|\\bhabe .{0,40}\\bzurück(geschickt|gesendet|gegeben)|\\bheb .{0,40}\\bteruggestuurd|\\bai (renvoyé|retourné)|\\bhe devuelto|\\bho (restituito|rimandato)",
          FLAGS);
  private static final Pattern STARTS =
      Pattern.compile(
          "^\\W*(and |but |so |also )?(how|what|when|where|which|who|why|do|does|did|is|are|was|can|could|may|will|would|should|has|have|wie|was|wann|wo|warum|kann|darf|gibt|hoe|wat|wanneer|waar|waarom|kan|mag|combien|quand|où|quel|quelle|comment|est-ce|puis-je|qué|cuánd?o?|cuándo|dónde|puedo|quanto|quando|dove|posso)\\b",
          FLAGS);
  private static final int FEW_TERMS = 3;

  private Speech() {}

  static boolean asksRule(String text) {
    return RULE.matcher(low(text)).find();
  }

  static boolean demandsAct(String text) {
    return ACT.matcher(low(text)).find();
  }

  /// Whether something is wished for that is no answer: "please make it three".
  static boolean wishes(String text) {
    return WISH.matcher(low(text)).find();
  }

  static boolean aboutOwn(String text) {
    return OWN.matcher(low(text)).find();
  }

  /// Whether it is about a parcel of the writer that exists.
  static boolean aboutParcel(String text) {
    return PARCEL.matcher(low(text)).find();
  }

  /// Whether it asks where something is, or says that it has not come.
  static boolean asksStatus(String text) {
    return STATE.matcher(low(text)).find();
  }

  /// Whether it asks until when something can be sent back.
  static boolean asksReturnPeriod(String text) {
    String low = low(text);
    return PERIOD.matcher(low).find() || (DEADLINE.matcher(low).find() && BACK.matcher(low).find());
  }

  static boolean mentionsReturn(String text) {
    return BACK.matcher(low(text)).find();
  }

  static boolean mentionsRefund(String text) {
    return REFUND.matcher(low(text)).find();
  }

  /// Whether it is about money that is to come.
  static boolean namesMoney(String text) {
    return MONEY.matcher(low(text)).find();
  }

  /// Whether the writer knows that it has come, and denies nothing of it.
  static boolean knowsItCame(String text) {
    String low = low(text);
    return CAME.matcher(low).find() && !DENIED.matcher(low).find();
  }

  /// Whether it asks how long something takes, as one asks for a rule.
  static boolean asksDuration(String text) {
    return DURATION.matcher(low(text)).find();
  }

  /// Whether it names a length of time, as a rule does.
  static boolean namesPeriod(String text) {
    return NAMED_PERIOD.matcher(low(text)).find();
  }

  /// Whether a period or a last day in it may be of something else than a return.
  static boolean namesOtherMatter(String text) {
    return OTHER_MATTER.matcher(low(text)).find();
  }

  /// Whether it names a time of presents.
  static boolean namesSeason(String text) {
    return SEASON.matcher(low(text)).find();
  }

  /// Whether the writer says to have sent something back.
  static boolean hasSentBack(String text) {
    return SENT_BACK.matcher(low(text)).find();
  }

  /// Whether it is put as a question.
  static boolean isQuestion(String text) {
    return text.indexOf('?') >= 0 || STARTS.matcher(low(text)).find();
  }

  /// Whether it is about something that has not happened yet.
  static boolean supposes(String text) {
    return SUPPOSED.matcher(low(text)).find();
  }

  static boolean picksUp(String text) {
    return PICK.matcher(low(text)).find();
  }

  /// Whether a last day is asked for.
  static boolean asksDeadline(String text) {
    return DEADLINE.matcher(low(text)).find();
  }

  /// Whether the writer says to have an order.
  static boolean claimsOrder(String text) {
    return CLAIM.matcher(low(text)).find();
  }

  /// Whether it asks what happened, or happens, to a thing that exists.
  static boolean tellsOfIt(String text) {
    return OF_IT.matcher(low(text)).find() && asksStatus(text);
  }

  /// Whether it asks for what is in stock at this moment.
  static boolean asksStock(String text) {
    return STOCK.matcher(low(text)).find();
  }

  /// Whether it asks for the address that the store keeps.
  static boolean asksWhatIsKept(String text) {
    return KEPT_ADDRESS.matcher(low(text)).find();
  }

  /// Whether the words say too little without the turn before.
  static boolean hangs(String text, Locale language) {
    return HANGING.matcher(low(text)).find() || Terms.content(text, language).size() < FEW_TERMS;
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
