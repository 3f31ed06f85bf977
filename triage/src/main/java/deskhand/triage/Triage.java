package deskhand.triage;

import org.springframework.stereotype.Component;

/// Decides what happens to received messages. The same call in the running program and in
/// evaluation.
@Component
public class Triage {

  /// Decides; reads articles and orders, writes nothing, opens no transaction.
  public Decision decide(Case given) {
    throw new UnsupportedOperationException("being built: " + given.now());
  }
}
