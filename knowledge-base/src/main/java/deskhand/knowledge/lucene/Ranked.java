package deskhand.knowledge.lucene;

/// A document of the index with what each side says of it.
///
/// @param score of both sides together, 0 to 1 within one search
/// @param cosine between question and passage; not a number where meaning was not asked or did not
///   bring it up
/// @param lead of the score over the next one's
record Ranked(int document, double score, double cosine, double lead) {}
