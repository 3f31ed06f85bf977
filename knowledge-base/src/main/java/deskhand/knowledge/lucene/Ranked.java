package deskhand.knowledge.lucene;

/// A document of the index with what the search says of it.
///
/// @param score of both sides together, 0 to 1 within one search
/// @param cosine between question and passage; where meaning did not bring it up that of the last
///   one that it did, and not a number where meaning was not asked
/// @param ahead of the best other one's score; below 0 for all but the first
record Ranked(int document, double score, double cosine, double ahead) {}
