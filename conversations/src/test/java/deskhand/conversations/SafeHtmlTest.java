package deskhand.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
  @Test
  void keepsWordsAndDropsWhatActs() {
    assertThat(SafeHtml.of("<p onclick=x()>Hello <b>Ana</b><script>steal()</script></p>"))
        .isEqualTo("<p>Hello <b>Ana</b></p>");
  }

  @Test
  void aPictureIsFetchedByNobodyBeforeAClick() {
    assertThat(SafeHtml.of("<img src=https://t.example/p.gif onerror=x() alt=logo>"))
        .doesNotContain(" src=")
        .contains("data-remote-src=\"https://t.example/p.gif\"");
    assertThat(SafeHtml.of("<img src=cid:part1>")).isEqualTo("<img data-cid=\"part1\">");
  }

  @Test
  void aLinkLeadsOutsideOrNowhere() {
    assertThat(SafeHtml.of("<a href='https://shop.example/a'>a</a>"))
        .contains("href=\"https://shop.example/a\"")
        .contains("rel=\"noopener noreferrer nofollow\"");
    assertThat(SafeHtml.of("<a href='/logout'>a</a>")).isEqualTo("<a>a</a>");
    assertThat(SafeHtml.of("<a href='java\tscript:x()'>a</a>")).isEqualTo("<a>a</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg><style><img src=x onerror=x()></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=x()&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=x()>",
        "<p><a href=https://a.example><p><a href=https://b.example>x",
        "<table><p>a<tr><b>b<td>c",
        "<noscript><p title=\"</noscript><img src=x onerror=x()>\">",
        "&lt;script&gt;x()&lt;/script&gt;",
        "<b><i><p></b>x</i>y",
      })
  void cleaningTwiceChangesNothing(String hostile) {
    String clean = SafeHtml.of(hostile);
    assertThat(SafeHtml.of(clean)).isEqualTo(clean);
    assertThat(clean).doesNotContain("<script", "<svg", "<math", "<style", "<img src");
  }
}
