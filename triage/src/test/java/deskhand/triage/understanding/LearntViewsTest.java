package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.understanding.Views.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntViewsTest {
  private static final List<Lesson> LESSONS = lessons();

  @TempDir Path folder;
  private final AtomicInteger learnt = new AtomicInteger();

  @Test
  void secondStartReadsWhatTheFirstLearnt() {
    Views first = views(LESSONS);
    Views second = views(LESSONS);
    assertThat(learnt).hasValue(1);
    for (Lesson lesson : LESSONS) {
      Neighbours.Near near = Neighbours.of(first.labels(), LESSONS).of(lesson.seen().vector());
      Views.Scores one = first.scores(lesson.seen(), near);
      Views.Scores other = second.scores(lesson.seen(), near);
      assertThat(other.meaning()).isEqualTo(one.meaning());
      assertThat(other.wording()).isEqualTo(one.wording());
    }
    assertThat(second.labels()).isEqualTo(first.labels());
  }

  @Test
  void otherExamplesAreLearntAnew() {
    views(LESSONS);
    views(LESSONS.subList(1, LESSONS.size()));
    assertThat(learnt).hasValue(2);
  }

  @Test
  void brokenFileIsLearntOver() throws IOException {
    views(LESSONS);
    Path file = onlyFile();
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      byte[] broken =
          Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
      if (i % 2 == 0) {
        int at = random.nextInt(whole.length);
        broken[at] = (byte) ~broken[at];
      }
      Files.write(file, broken);
      views(LESSONS);
      assertThat(learnt).hasValue(2 + i);
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void nothingIsKeptWithoutFolder() throws IOException {
    new LearntViews("").of(LESSONS, () -> learn(LESSONS));
    assertThat(learnt).hasValue(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void folderThatCannotBeWrittenStopsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Views views = new LearntViews(file.toString()).of(LESSONS, () -> learn(LESSONS));
    assertThat(views.labels()).containsExactly("order/status", "return/policy");
  }

  private Views views(List<Lesson> lessons) {
    return new LearntViews(folder.toString()).of(lessons, () -> learn(lessons));
  }

  private Views learn(List<Lesson> lessons) {
    learnt.incrementAndGet();
    return Views.learn(lessons);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().getFirst();
    }
  }

  private static List<Lesson> lessons() {
    Random random = new Random(3);
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      float[] vector = new float[8];
      for (int k = 0; k < vector.length; k++) {
        vector[k] = random.nextFloat() - (i % 2 == 0 ? 0.2f : 0.8f);
      }
      String text = i % 2 == 0 ? "where is parcel " + i : "can I return thing " + i;
      String label = i % 2 == 0 ? "order/status" : "return/policy";
      lessons.add(new Lesson(new Views.Seen(vector, text), label, 1, text));
    }
    return lessons;
  }
}
