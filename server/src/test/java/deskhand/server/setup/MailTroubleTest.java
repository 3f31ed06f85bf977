package deskhand.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sentences are those of the mail library and of real servers.
class MailTroubleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Couldn't connect to host, port: imap.shop.example, 993; timeout 15000 | UNANSWERED",
        "LOGIN failed. Invalid login/password for user id kim | REFUSED",
        "535 5.7.8 Authentication credentials invalid | REFUSED",
        "[AUTHENTICATIONFAILED] Invalid credentials (Failure) | REFUSED",
        "PKIX path building failed: unable to find valid certification path | ENCRYPTION",
        "Unsupported or unrecognized SSL message | ENCRYPTION",
        "The folder is gone | OTHER"
      })
  void tellsWhatIsWrong(String problem, MailTrouble trouble) {
    assertThat(MailTrouble.of(problem)).isEqualTo(trouble);
  }
}
