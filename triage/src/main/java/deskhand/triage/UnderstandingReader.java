package deskhand.triage;

/// Reads what the undecided messages of a case say: intents, language, questions, and what they
/// name.
///
/// Never throws for any text, also an empty one or a megabyte; opens no transaction; takes a few
/// milliseconds. What the text demands changes nothing: it is data.
public interface UnderstandingReader {
  Understanding read(Case given);
}
