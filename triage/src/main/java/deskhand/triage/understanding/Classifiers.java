package deskhand.triage.understanding;

import deskhand.store.StoreId;
import deskhand.triage.Examples;
import deskhand.triage.IntentClassifier.Example;
import deskhand.triage.understanding.Views.Lesson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The classifier of each store: the shipped examples and what the store's people have taught.
///
/// The shipped ones are learnt in the background from the start on; the first question waits for
/// that. A new example of a store counts at once, as a neighbour (`Taught`), and is learnt in the
/// background.
@Component
class Classifiers implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Classifiers.class);

  /// An example of the store's own weighs as much as three shipped ones.
  private static final float OWN = 3;

  /// How many times more often than others an intent is asked for. Where the order is, is the
  /// commonest question of every shop; policies and products come next. Less than the real odds: a
  /// rare intent missed costs more than a common one.
  static final Map<String, Double> EXPECTED =
      Map.of(
          "order/status", 2.2,
          "shipping/policy", 1.5,
          "return/policy", 1.5,
          "product/question", 1.5);

  /// The same for an intent of the store's own: of its few examples among thousands too little is
  /// learnt otherwise.
  private static final double MADE_UP = 16;

  private static final int MOST_STORES = 16;

  /// So many new examples are looked at before the answer; more of them in the background.
  private static final int MOST_AT_ONCE = 20;

  private final Training training;
  private final Embeddings embeddings;
  private final Examples examples;
  private final ExecutorService learning =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("learning").daemon().factory());
  private final CompletableFuture<Shipped> shipped;
  private final Map<StoreId, Taught> stores =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<StoreId, Taught> eldest) {
              return size() > MOST_STORES;
            }
          });

  private record Shipped(List<Lesson> lessons, TrainedClassifier classifier) {}

  Classifiers(Training training, Embeddings embeddings, Examples examples) {
    this.training = training;
    this.embeddings = embeddings;
    this.examples = examples;
    this.shipped = CompletableFuture.supplyAsync(this::learnShipped, learning);
  }

  /// Waits for the shipped examples, but never for those of the store.
  Taught of(StoreId store) {
    Examples.Stamp stamp = examples.stamp(store);
    Taught now = stores.get(store);
    if (now != null && now.stamp().equals(stamp)) {
      return now;
    }
    Shipped base = shipped.join();
    if (stamp.count() == 0) {
      Taught untaught = new Taught(stamp, base.classifier, List.of());
      stores.put(store, untaught);
      return untaught;
    }
    List<Example> own = examples.of(store);
    Taught sooner =
        atOnce(stamp, own, now == null ? new Taught(stamp, base.classifier, List.of()) : now);
    stores.put(store, sooner);
    CompletableFuture.runAsync(() -> learn(store, stamp, base, own), learning)
        .exceptionally(broken -> {
          log.atError()
              .addKeyValue("store", store.value())
              .setCause(broken)
              .log("the store's examples could not be learnt");
          return null;
        });
    return sooner;
  }

  private Shipped learnShipped() {
    List<Lesson> lessons = BuiltInExamples.lessons(embeddings);
    return new Shipped(
        lessons,
        embeddings.areShipped()
            ? training.learnShipped(lessons, ShippedCalibration.read(), EXPECTED)
            : training.learn(lessons, List.of()));
  }

  /// The old classifier with the newest examples as neighbours.
  private Taught atOnce(Examples.Stamp stamp, List<Example> own, Taught before) {
    Map<Example, Lesson> known = before.byExample();
    List<Lesson> lessons = new ArrayList<>();
    int fresh = 0;
    for (Example example : own.reversed()) {
      Lesson lesson = known.get(example);
      if (lesson == null && fresh < MOST_AT_ONCE) {
        fresh++;
        lesson = Lesson.of(example, embeddings, OWN);
      }
      if (lesson != null) {
        lessons.add(lesson);
      }
    }
    return new Taught(stamp, before.classifier(), lessons.reversed());
  }

  private void learn(StoreId store, Examples.Stamp stamp, Shipped base, List<Example> own) {
    Taught now = stores.get(store);
    if (now != null && !now.stamp().equals(stamp)) {
      return; // taught again since; that one is learnt next
    }
    Map<Example, Lesson> known = now == null ? Map.of() : now.byExample();
    List<Lesson> lessons =
        own.stream()
            .map(example -> {
              Lesson lesson = known.get(example);
              return lesson == null ? Lesson.of(example, embeddings, OWN) : lesson;
            })
            .toList();
    List<Lesson> all = new ArrayList<>(base.lessons);
    all.addAll(lessons);
    TrainedClassifier classifier =
        training.learn(all, base.classifier.calibration(), expected(base, lessons));
    stores.computeIfPresent(
        store,
        (id, current) ->
            current.stamp().equals(stamp) ? new Taught(stamp, classifier, lessons) : current);
  }

  /// An intent that the store's people have made up is one they are asked for.
  private static Map<String, Double> expected(Shipped base, List<Lesson> own) {
    Set<String> shipped = base.lessons.stream().map(Lesson::label).collect(Collectors.toSet());
    Map<String, Double> expected = new HashMap<>(EXPECTED);
    own.stream()
        .map(Lesson::label)
        .filter(label -> !shipped.contains(label))
        .forEach(label -> expected.put(label, MADE_UP));
    return expected;
  }

  @Override
  public void destroy() {
    learning.shutdownNow();
  }
}
