package deskhand.knowledge;

/// A version of an article.
///
/// @param name of the article within its store, such as `returns`: the file's name without its
///   ending
/// @param version counts from 1
public record ArticleVersion(String name, long version) {}
