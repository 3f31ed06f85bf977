/// Decides what happens to a received message, with reasons and evidence.
///
/// This package is the face and what all rooms of the engine share. A room sees this package and
/// rooms named before it, never one after:
///
/// - `language`: how customers say things
/// - `writing`: how replies are put into words
/// - `orders`: which orders are meant, what their writer may hear, and how they stand
/// - `articles`: which sentences of the articles answer a question
/// - `answers`: each question answered from both, or left to a person
/// - `proof`: whether every sentence of a reply is borne
/// - `guards`: what keeps the assistant from answering
/// - `understanding`: intents, questions and named things of a message
/// - `model`: drafts by a language model
/// - `deciding`: from undecided messages to a decision that is carried out
@NullMarked
package deskhand.triage;

import org.jspecify.annotations.NullMarked;
