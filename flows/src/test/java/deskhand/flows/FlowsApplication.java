package deskhand.flows;

import deskhand.store.TestDatabase;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The flows and all below them, with a post box for a mail server and a clock that can be moved
/// on.
@SpringBootApplication(
    scanBasePackages = {
      "deskhand.store",
      "deskhand.conversations",
      "deskhand.orders",
      "deskhand.flows"
    })
@Import(TestDatabase.class)
class FlowsApplication {
  @Bean
  MovedClock movedClock() {
    return new MovedClock();
  }

  @Bean
  Postbox postbox() {
    return new Postbox();
  }
}
