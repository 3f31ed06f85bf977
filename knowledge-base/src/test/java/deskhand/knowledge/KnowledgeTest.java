package deskhand.knowledge;

import deskhand.store.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// A test of the knowledge base with a real database, a real index and the real model.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = KnowledgeTest.Application.class)
@Import(TestDatabase.class)
public @interface KnowledgeTest {

  @SpringBootApplication(scanBasePackages = {"deskhand.store", "deskhand.knowledge"})
  class Application {}
}
