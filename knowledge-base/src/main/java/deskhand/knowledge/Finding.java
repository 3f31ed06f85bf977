package deskhand.knowledge;

/// A passage that was found.
///
/// @param score only comparable within one search
/// @param confidence that the passage answers the question, 0 to 1
public record Finding(Article.Passage passage, double score, double confidence) {}
