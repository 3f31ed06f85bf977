package deskhand.conversations.threads;

import deskhand.store.Stores;
import deskhand.store.Tasks;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What every writing part needs.
@Component
public record Workplace(
    TransactionTemplate transaction, Touched touched, Tasks tasks, Clock clock, Stores stores) {}
