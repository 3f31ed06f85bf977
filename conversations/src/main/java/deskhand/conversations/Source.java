package deskhand.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What bears a sentence: opaque here, kept so that a wrong answer can be found again by its
/// evidence.
///
/// @param kind `article`, `order`, `computed` or `template`
/// @param id the article's name, the order's number, or the template's name
/// @param version of the article; 0 where there is none
/// @param detail the number of the passage, or the order's field; empty where there is none
/// @param asOf when the fact was read; absent for words without a fact
public record Source(String kind, String id, long version, String detail, @Nullable Instant asOf) {}
