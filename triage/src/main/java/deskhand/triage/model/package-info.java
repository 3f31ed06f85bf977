/// Drafts by a language model, for stores that want one: OpenAI-compatible, Anthropic or Ollama.
@NullMarked
package deskhand.triage.model;

import org.jspecify.annotations.NullMarked;
