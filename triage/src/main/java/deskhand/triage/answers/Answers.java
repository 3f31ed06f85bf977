package deskhand.triage.answers;

import org.springframework.stereotype.Component;

/// All that answers questions, each its own sort.
@Component
record Answers(
    OrderAnswers orders,
    StatusAnswers statuses,
    ReturnAnswers returns,
    PolicyAnswers policies,
    PeriodAnswers periods,
    ActAnswers acts) {}
