package deskhand.triage.understanding;

import deskhand.triage.IntentClassifier;
import deskhand.triage.IntentClassifier.Example;
import deskhand.triage.IntentTraining;
import deskhand.triage.understanding.Views.Lesson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Makes a classifier from examples. Deterministic: the same examples in the same order give the
/// same classifier.
@Component
class Training implements IntentTraining {
  static final String OUT_OF_SCOPE = "oos";
  private static final int FOLDS = 3;

  private final Embeddings embeddings;
  private final LearntViews learnt;

  Training(Embeddings embeddings, LearntViews learnt) {
    this.embeddings = embeddings;
    this.learnt = learnt;
  }

  @Override
  public IntentClassifier train(List<Example> train, List<Example> dev) {
    return learn(lessons(train), lessons(dev));
  }

  TrainedClassifier learn(List<Lesson> train, List<Lesson> dev) {
    List<Lesson> known = inScope(train);
    if (known.stream().map(Lesson::label).distinct().limit(2).count() < 2) {
      throw new IllegalArgumentException("there must be examples of two labels at least");
    }
    Views views = Views.learn(known);
    Neighbours neighbours = Neighbours.of(views.labels(), known);
    List<Calibration.Unseen> unseen = new ArrayList<>();
    if (inScope(dev).isEmpty()) {
      unseen.addAll(crossed(known, views.labels()));
      train.stream()
          .filter(lesson -> lesson.label().equals(OUT_OF_SCOPE))
          .forEach(lesson -> unseen.add(unseen(views, neighbours, lesson)));
    } else {
      dev.forEach(lesson -> unseen.add(unseen(views, neighbours, lesson)));
    }
    return new TrainedClassifier(views, Calibration.learn(unseen), neighbours, embeddings);
  }

  /// With a calibration that is known from elsewhere: learns once and not four times.
  ///
  /// @param odds how many times more often than others a label is asked for
  TrainedClassifier learn(List<Lesson> train, Calibration calibration, Map<String, Double> odds) {
    return classifier(Views.learn(train), train, calibration, odds);
  }

  /// The same of the shipped examples, which are learnt once on a machine.
  TrainedClassifier learnShipped(
      List<Lesson> shipped, Calibration calibration, Map<String, Double> odds) {
    Views views = learnt.of(shipped, () -> Views.learn(shipped));
    return classifier(views, shipped, calibration, odds);
  }

  private TrainedClassifier classifier(
      Views views, List<Lesson> train, Calibration calibration, Map<String, Double> odds) {
    return new TrainedClassifier(
        views.expecting(odds), calibration, Neighbours.of(views.labels(), train), embeddings);
  }

  private List<Lesson> lessons(List<Example> examples) {
    return examples.stream().map(example -> Lesson.of(example, embeddings, 1)).toList();
  }

  private static List<Lesson> inScope(List<Lesson> lessons) {
    return lessons.stream().filter(lesson -> !lesson.label().equals(OUT_OF_SCOPE)).toList();
  }

  /// Each lesson as classifiers see it that learnt from other lessons; the first of each label is
  /// always learnt from, so that all know all labels. Kin stay together.
  private static List<Calibration.Unseen> crossed(List<Lesson> lessons, List<String> labels) {
    List<Lesson> mixed = new ArrayList<>(lessons);
    Collections.shuffle(mixed, new Random(23));
    Map<String, Integer> seenOfLabel = new HashMap<>();
    Map<String, Integer> turns = new HashMap<>();
    List<List<Lesson>> left = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      left.add(new ArrayList<>());
    }
    for (Lesson lesson : mixed) {
      int turn =
          turns.computeIfAbsent(
              lesson.label() + "\n" + lesson.kin(),
              kin -> seenOfLabel.merge(lesson.label(), 1, Integer::sum) - 1);
      if (turn > 0) {
        left.get(turn % FOLDS).add(lesson);
      }
    }
    List<Calibration.Unseen> unseen = new ArrayList<>();
    for (List<Lesson> fold : left) {
      Set<Lesson> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
      leftOut.addAll(fold);
      List<Lesson> learnt = mixed.stream().filter(each -> !leftOut.contains(each)).toList();
      Views views = Views.learn(learnt);
      Neighbours neighbours = Neighbours.of(labels, learnt);
      fold.forEach(lesson -> unseen.add(unseen(views, neighbours, lesson)));
    }
    return unseen;
  }

  private static Calibration.Unseen unseen(Views views, Neighbours neighbours, Lesson lesson) {
    Neighbours.Near near = neighbours.of(lesson.seen().vector());
    return new Calibration.Unseen(
        views.scores(lesson.seen(), near), views.labels().indexOf(lesson.label()), near.nearest());
  }
}
