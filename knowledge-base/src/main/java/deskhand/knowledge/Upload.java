package deskhand.knowledge;

/// A file that a merchant gives: Markdown, HTML, text or CSV of questions and answers, told by its
/// name.
public record Upload(String filename, byte[] content) {}
