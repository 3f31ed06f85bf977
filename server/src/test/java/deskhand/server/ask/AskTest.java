package deskhand.server.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AskTest {
  @Test
  void whoeverProvedNothingHearsNothingOfAnOrder(CapturedOutput printed) {
    List<String> asked =
        List.of("Where is order 1042?", "--as", "ana@example.org", "--proven", "none");
    assertThat(Ask.run(asked)).isZero();
    assertThat(printed.getOut()).contains("Reasons").doesNotContain("15502040710421", "Lyon");
  }

  @Test
  void whatIsNotUnderstoodIsSaid(CapturedOutput printed) {
    assertThat(Ask.run(List.of())).isEqualTo(2);
    assertThat(Ask.run(List.of("Hello?", "--proven", "surely"))).isEqualTo(2);
    assertThat(Ask.run(List.of("Hello?", "--as", "nobody"))).isEqualTo(2);
    assertThat(Ask.run(List.of("Hello?", "--shop", "/nowhere/at/all"))).isEqualTo(2);
    assertThat(printed.getErr().lines()).hasSizeGreaterThanOrEqualTo(4);
  }
}
