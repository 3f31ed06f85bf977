package deskhand.triage.understanding;

import deskhand.store.TestDatabase;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/// This package with what it needs: examples, orders and the real sentence model.
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
  "deskhand.store",
  "deskhand.orders",
  "deskhand.knowledge.embedding",
  "deskhand.triage.understanding"
})
@ComponentScan(
    basePackages = "deskhand.triage",
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "deskhand\\.triage\\.Examples(Table)?"))
@Import(TestDatabase.class)
class UnderstandingApplication {}
