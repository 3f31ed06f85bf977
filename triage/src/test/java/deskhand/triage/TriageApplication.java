package deskhand.triage;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Primary;

/// This module with everything below it, at noon on the day of the made-up orders.
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {
      "deskhand.store",
      "deskhand.conversations",
      "deskhand.knowledge",
      "deskhand.orders",
      "deskhand.triage"
    },
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Application"))
public class TriageApplication {
  /// Noon on the day of the made-up orders, and running.
  @Bean
  @Primary
  Clock noonThatDay() {
    return Clock.offset(Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), Made.NOON))
        .withZone(ZoneOffset.UTC);
  }
}
