package deskhand.server;

import deskhand.server.ask.Ask;
import deskhand.store.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The program: `serve`, `demo` and `ask`.
@SpringBootApplication(
    scanBasePackages = {
      "deskhand.store",
      "deskhand.conversations",
      "deskhand.knowledge",
      "deskhand.orders",
      "deskhand.triage",
      "deskhand.flows",
      "deskhand.server"
    },
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan("deskhand.server")
public class Deskhand {
  private static final Logger log = LoggerFactory.getLogger(Deskhand.class);

  /// What the shell hears when the program cannot start because something else has its place.
  static final int TAKEN = 2;

  private static final int BROKEN = 1;
  private static final int MOST_CAUSES = 30;

  public static void main(String[] arguments) {
    try {
      switch (CommandLine.parse(List.of(arguments))) {
        case CommandLine.Serve serve -> run(serve);
        case CommandLine.Demo demo -> run(demo);
        case CommandLine.Question question -> System.exit(Ask.run(question.arguments()));
        case CommandLine.Help help -> {
          (help.wrong() ? System.err : System.out).println(help.text());
          if (help.wrong()) {
            System.exit(TAKEN);
          }
        }
      }
    } catch (RuntimeException broken) {
      System.exit(explain(broken));
    }
  }

  private static void run(CommandLine.Serve serve) {
    ended(serve.check(), application().run(properties(serve.data(), serve.rest())));
  }

  private static void run(CommandLine.Demo demo) {
    if (demo.fresh()) {
      FreshFolder.empty(demo.data());
    }
    FreshFolder.mark(demo.data());
    ended(demo.check(), application().profiles("demo").run(properties(demo.data(), demo.rest())));
  }

  private static void ended(boolean check, ConfigurableApplicationContext program) {
    if (check) {
      System.exit(SpringApplication.exit(program));
    }
  }

  private static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(Deskhand.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false);
  }

  private static String[] properties(Path data, List<String> rest) {
    List<String> all = new ArrayList<>();
    all.add("--deskhand.data=" + data);
    all.add("--spring.config.name=application,deskhand");
    all.add("--spring.config.additional-location=optional:" + folder(data));
    all.addAll(rest);
    return all.toArray(String[]::new);
  }

  /// With the slash at its end that marks a folder, also where it is not there yet.
  private static String folder(Path data) {
    String uri = data.toUri().toString();
    return uri.endsWith("/") ? uri : uri + "/";
  }

  private static int explain(RuntimeException broken) {
    Throwable root = broken;
    Throwable cause = broken;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      root = cause;
      if (cause instanceof DataFolder.InUse inUse) {
        System.err.println(inUse.getMessage() + ".");
        return TAKEN;
      }
      if (cause instanceof PortInUseException port) {
        System.err.println(
            "Port "
                + port.getPort()
                + " is taken by another program. Choose one with --port, such as --port 8090.");
        return TAKEN;
      }
      cause = cause.getCause();
    }
    log.error("Deskhand did not start", root);
    System.err.println("Deskhand did not start: the reason stands above. Nothing was changed.");
    return BROKEN;
  }
}
