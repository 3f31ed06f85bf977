package deskhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizeTest {
  @ParameterizedTest
  @CsvSource({"0, 1 KB", "1023, 1 KB", "12400, 12 KB", "1048575, 1023 KB", "31457280, 30 MB"})
  void isReadByPeople(long bytes, String text) {
    assertThat(FileSize.of(bytes)).isEqualTo(text);
  }
}
