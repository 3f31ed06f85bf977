package deskhand.orders;

import deskhand.store.StoreId;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `order_number_shapes`.
@Component
class NumberShapesTable {
  private final JdbcClient jdbc;

  NumberShapesTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The patterns of a store's numbers, the longest prefix first; 50 at most.
  List<NumberShape> of(StoreId store) {
    return jdbc.sql(
            """
            select *
            from order_number_shapes
            where store_id = :store
            order by serial desc, length(prefix) desc, prefix, length, suffix
            limit 50
            """)
        .param("store", store.value())
        .query((row, n) ->
            new NumberShape(
                row.getBoolean("serial"),
                row.getString("prefix"),
                row.getString("suffix"),
                row.getString("sample"),
                new NumberShape.Extent(
                    row.getInt("length"),
                    row.getBigDecimal("lowest").toBigInteger(),
                    row.getBigDecimal("highest").toBigInteger())))
        .list();
  }

  /// Learns from one number; writes only where it widens what is known.
  void learn(StoreId store, NumberShape shape) {
    jdbc.sql(
            """
            insert into order_number_shapes as known
              (store_id, prefix, suffix, length, serial, sample, lowest, highest)
            values (:store, :prefix, :suffix, :length, :serial, :sample, :lowest, :highest)
            on conflict (store_id, prefix, suffix, length, serial) do update
            set lowest = least(known.lowest, excluded.lowest),
              highest = greatest(known.highest, excluded.highest)
            where excluded.lowest < known.lowest or excluded.highest > known.highest
            """)
        .param("store", store.value())
        .param("prefix", shape.prefix())
        .param("suffix", shape.suffix())
        .param("length", shape.extent().length())
        .param("serial", shape.serial())
        .param("sample", shape.sample())
        .param("lowest", new BigDecimal(shape.extent().lowest()))
        .param("highest", new BigDecimal(shape.extent().highest()))
        .update();
  }
}
