package deskhand.server.ask;

import deskhand.conversations.ChannelKind;
import deskhand.conversations.Kind;
import deskhand.knowledge.KnowledgeBase;
import deskhand.orders.Orders;
import deskhand.server.shop.ShopDay;
import deskhand.server.shop.ShopFolder;
import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.StoreMode;
import deskhand.store.Stores;
import deskhand.triage.Case;
import deskhand.triage.Decision;
import deskhand.triage.Triage;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The command `ask`: the real decision about one message, on a temporary database that is filled
/// by the normal import.
public final class Ask {
  private static final int WRONG = 2;

  private Ask() {}

  /// The program without its pages. No stereotype, so that the whole program does not find it.
  @EnableAutoConfiguration(
      excludeName = {
        "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
        "org.springframework.boot.session.autoconfigure.SessionAutoConfiguration",
        "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"
      })
  @ComponentScan(
      basePackages = {
        "deskhand.store",
        "deskhand.conversations",
        "deskhand.knowledge",
        "deskhand.orders",
        "deskhand.triage"
      },
      nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
  static final class Program {}

  /// Prints the decision; answers what the shell hears.
  public static int run(List<String> arguments) {
    Asked asked;
    try {
      asked = Asked.of(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return WRONG;
    }
    Path folder = temporary();
    try {
      ShopFolder shop =
          asked.shop().isPresent()
              ? ShopFolder.read(asked.shop().get())
              : ShopFolder.unpackDemo(folder.resolve("shop"));
      decide(asked, shop, folder);
      return 0;
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return WRONG;
    } finally {
      delete(folder);
    }
  }

  private static void decide(Asked asked, ShopFolder shop, Path folder) {
    try (ConfigurableApplicationContext program =
        new SpringApplicationBuilder(Program.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .initializers(given ->
                given.getBeanFactory().registerSingleton("shopDay", new ShopDay(shop.now())))
            .run(
                "--deskhand.data=" + folder.resolve("data"), "--deskhand.database.durable=false")) {
      Stores stores = program.getBean(Stores.class);
      StoreId id = stores.create(shop.profile(), StoreMode.AUTOMATIC);
      program.getBean(Orders.class).importFolder(id, shop.path());
      program.getBean(KnowledgeBase.class).publishFolder(id, shop.path().resolve("knowledge"));
      Decision decision = program.getBean(Triage.class).decide(asCase(asked, stores.get(id), shop));
      PrintStream out = System.out;
      boolean colours =
          Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
              && System.getenv("NO_COLOR") == null;
      new Printed(out, colours).print(decision);
      out.flush();
    }
  }

  private static Case asCase(Asked asked, Store store, ShopFolder shop) {
    String name = asked.as().map(address -> address.localPart()).orElse("");
    return new Case(
        store,
        new Case.Writer(
            asked.chat() ? ChannelKind.CHAT : ChannelKind.EMAIL,
            asked.as(),
            name.isEmpty()
                ? ""
                : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1),
            asked.proven()),
        List.of(new Case.Said("", asked.question(), "", Kind.MESSAGE, List.of())),
        List.of(),
        Case.Standing.fresh(),
        shop.now());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("deskhand-ask");
    } catch (IOException broken) {
      throw new UncheckedIOException("no temporary folder", broken);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException stays) {
      System.err.println("The temporary folder " + folder + " could not be removed.");
    }
  }
}
