package deskhand.server.demo;

import deskhand.server.PageLink;
import deskhand.server.shop.ShopFolder;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// The demo's parts, and their places in the navigation.
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

  @Bean
  ShopFolder demoShop(@Value("${deskhand.data}") Path data) {
    return ShopFolder.unpackDemo(data.resolve("shop"));
  }

  @Bean(destroyMethod = "close")
  DemoClock demoClock(@Value("${deskhand.data}") Path data, ShopFolder shop) {
    return new DemoClock(data, shop.now());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  DemoMail demoMail(ShopFolder shop, DemoClock clock) {
    return new DemoMail(shop.profile(), clock);
  }

  @Bean
  PageLink writeLink() {
    return PageLink.forAll("write", "demo/write", 80);
  }

  @Bean
  PageLink clockLink() {
    return PageLink.forAll("clock", "demo/clock", 90);
  }
}
