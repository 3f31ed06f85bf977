package deskhand.orders;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Orders as the database keeps them: the records' own fields, so that a field that is renamed
/// needs a migration.
final class OrderJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultVisibility(visible ->
              visible
                  .withGetterVisibility(Visibility.NONE)
                  .withIsGetterVisibility(Visibility.NONE)
                  .withFieldVisibility(Visibility.ANY))
          .addModule(new SimpleModule().addSerializer(new StorableText()))
          .build();

  private OrderJson() {}

  static String write(Order order) {
    return JSON.writeValueAsString(order);
  }

  /// @param readAt when the shop last said that it stands so
  static Order read(String json, Instant readAt) {
    Order order = JSON.readValue(json, Order.class);
    return withReadAt(order, readAt);
  }

  static Order withReadAt(Order order, Instant readAt) {
    Order.Times times = order.times();
    return new Order(
        order.number(),
        order.buyer(),
        new Order.Times(times.placedAt(), times.cancelledAt(), readAt),
        order.money(),
        order.status(),
        order.contents());
  }

  /// PostgreSQL keeps no U+0000: it is written as U+FFFD.
  private static final class StorableText extends StdSerializer<String> {
    StorableText() {
      super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator out, SerializationContext context) {
      out.writeString(text.replace('\u0000', '\uFFFD'));
    }
  }
}
