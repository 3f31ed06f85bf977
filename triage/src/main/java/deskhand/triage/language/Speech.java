package deskhand.triage.language;

import java.util.Locale;

/// How something is said: asked as a rule, demanded as an act, about one's own order, or hanging on
/// what was said before. The ways of saying it are in `speech/*.txt`.
public final class Speech {
  private static final Patterns AT_FAULT = Patterns.load("speech/store-at-fault");
  private static final Patterns EXCHANGE = Patterns.load("speech/exchange");
  private static final Patterns GREETING = Patterns.load("speech/greeting");
  private static final Patterns RULE = Patterns.load("speech/rule");
  private static final Patterns ACT = Patterns.load("speech/act");
  private static final Patterns OWN = Patterns.load("speech/own");
  private static final Patterns HANGING = Patterns.load("speech/hanging");
  private static final Patterns PARCEL = Patterns.load("speech/parcel");
  private static final Patterns PICK = Patterns.load("speech/pick");
  private static final Patterns DEADLINE = Patterns.load("speech/deadline");
  private static final Patterns CLAIM = Patterns.load("speech/claim");
  private static final Patterns OF_IT = Patterns.load("speech/of-it");
  private static final Patterns STOCK = Patterns.load("speech/stock");
  private static final Patterns KEPT_ADDRESS = Patterns.load("speech/kept-address");
  private static final Patterns SUPPOSED = Patterns.load("speech/supposed");
  private static final Patterns STATE = Patterns.load("speech/state");
  private static final Patterns PERIOD = Patterns.load("speech/period");
  private static final Patterns BACK = Patterns.load("speech/back");
  private static final Patterns REFUND = Patterns.load("speech/refund");
  private static final Patterns NAMED_PERIOD = Patterns.load("speech/named-period");
  private static final Patterns OTHER_MATTER = Patterns.load("speech/other-matter");
  private static final Patterns DURATION = Patterns.load("speech/duration");
  private static final Patterns WISH = Patterns.load("speech/wish");
  private static final Patterns NOT_RECEIVED = Patterns.load("speech/not-received");
  private static final Patterns REPORTS = Patterns.load("speech/reports");
  private static final Patterns BROKEN = Patterns.load("speech/broken");
  private static final Patterns CAME = Patterns.load("speech/came");
  private static final Patterns MONEY = Patterns.load("speech/money");
  private static final Patterns DENIED = Patterns.load("speech/denied");
  private static final Patterns SEASON = Patterns.load("speech/season");
  private static final Patterns SENT_BACK = Patterns.load("speech/sent-back");
  private static final Patterns SENDS_IN = Patterns.load("speech/sends-in");
  private static final Patterns RETURN_STATE = Patterns.load("speech/return-state");
  private static final Patterns WHY = Patterns.load("speech/why");
  private static final Patterns STARTS = Patterns.load("speech/starts");

  private static final int FEW_TERMS = 3;

  private Speech() {}

  public static boolean asksRule(String text) {
    return RULE.foundIn(low(text));
  }

  public static boolean demandsAct(String text) {
    return ACT.foundIn(low(text));
  }

  /// Whether something is wished for that is no answer: "please make it three".
  public static boolean wishes(String text) {
    return WISH.foundIn(low(text));
  }

  public static boolean aboutOwn(String text) {
    return OWN.foundIn(low(text));
  }

  /// Whether it is about a parcel of the writer that exists.
  public static boolean aboutParcel(String text) {
    return PARCEL.foundIn(low(text));
  }

  /// Whether it asks where something is, or says that it has not come.
  public static boolean asksStatus(String text) {
    return STATE.foundIn(low(text));
  }

  /// Whether it asks until when something can be sent back.
  public static boolean asksReturnPeriod(String text) {
    String low = low(text);
    return PERIOD.foundIn(low) || (DEADLINE.foundIn(low) && BACK.foundIn(low));
  }

  public static boolean mentionsReturn(String text) {
    return BACK.foundIn(low(text));
  }

  public static boolean mentionsRefund(String text) {
    return REFUND.foundIn(low(text));
  }

  /// Whether it is about money that is to come.
  public static boolean namesMoney(String text) {
    return MONEY.foundIn(low(text));
  }

  /// Whether the writer knows that it has come, and denies nothing of it.
  public static boolean knowsItCame(String text) {
    String low = low(text);
    return CAME.foundIn(low) && !DENIED.foundIn(low);
  }

  /// Whether it asks how long something takes, as one asks for a rule.
  public static boolean asksDuration(String text) {
    return DURATION.foundIn(low(text));
  }

  /// Whether it names a length of time, as a rule does.
  public static boolean namesPeriod(String text) {
    return NAMED_PERIOD.foundIn(low(text));
  }

  /// Whether a period or a last day in it may be of something else than a return.
  public static boolean namesOtherMatter(String text) {
    return OTHER_MATTER.foundIn(low(text));
  }

  /// Whether it names a time of presents.
  public static boolean namesSeason(String text) {
    return SEASON.foundIn(low(text));
  }

  /// Whether the writer says to have sent something back.
  public static boolean hasSentBack(String text) {
    return SENT_BACK.foundIn(low(text));
  }

  /// Whether it tells of a parcel, or of something that is missing or broken.
  public static boolean tellsOfTrouble(String text) {
    return aboutParcel(text) || namesNotReceived(text) || namesBroken(text);
  }

  /// Whether the writer tells of having handed in something, or a form.
  public static boolean sendsIn(String text) {
    return SENDS_IN.foundIn(low(text));
  }

  /// Whether it asks if what goes back to the store has come there, or was looked at.
  public static boolean asksReturnState(String text) {
    return RETURN_STATE.foundIn(low(text));
  }

  public static boolean asksWhy(String text) {
    return WHY.foundIn(low(text));
  }

  /// Whether it is put as a question.
  public static boolean isQuestion(String text) {
    return text.indexOf('?') >= 0 || STARTS.foundIn(low(text));
  }

  /// "How's it going?" asks nothing.
  public static boolean greets(String text) {
    return GREETING.foundIn(text);
  }

  /// Whether it is about something that has not happened yet.
  public static boolean supposes(String text) {
    return SUPPOSED.foundIn(low(text));
  }

  public static boolean picksUp(String text) {
    return PICK.foundIn(low(text));
  }

  /// Whether a last day is asked for.
  public static boolean asksDeadline(String text) {
    return DEADLINE.foundIn(low(text));
  }

  /// Whether something is to be reported to the store.
  public static boolean reports(String text) {
    return REPORTS.foundIn(low(text));
  }

  public static boolean namesNotReceived(String text) {
    return NOT_RECEIVED.foundIn(low(text));
  }

  /// Whether something is broken, wrong or incomplete.
  public static boolean namesBroken(String text) {
    return BROKEN.foundIn(low(text));
  }

  /// Whether something came broken, wrong or spoilt. That something is wrong for its buyer ("the
  /// wrong ratio for me") is nobody's fault.
  public static boolean tellsOfFault(String text) {
    return AT_FAULT.foundIn(low(text));
  }

  /// Whether another size, colour or thing is wanted instead.
  public static boolean wantsExchange(String text) {
    return EXCHANGE.foundIn(low(text));
  }

  /// Whether the writer says to have an order.
  public static boolean claimsOrder(String text) {
    return CLAIM.foundIn(low(text));
  }

  /// Whether it asks what happened, or happens, to a thing that exists.
  public static boolean tellsOfIt(String text) {
    return OF_IT.foundIn(low(text)) && asksStatus(text);
  }

  /// Whether it asks for what is in stock at this moment.
  public static boolean asksStock(String text) {
    return STOCK.foundIn(low(text));
  }

  /// Whether it asks for the address that the store keeps.
  public static boolean asksWhatIsKept(String text) {
    return KEPT_ADDRESS.foundIn(low(text));
  }

  /// Whether the words say too little without the turn before.
  public static boolean hangs(String text, Locale language) {
    return HANGING.foundIn(low(text)) || Terms.content(text, language).size() < FEW_TERMS;
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
