package deskhand.conversations.email;

import deskhand.conversations.Mailbox;
import deskhand.conversations.MailboxId;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.RawMails;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Reads the connected mailboxes: each by one replica at a time, which holds its lease and renews
/// it; what a dead replica held is taken over when its lease is over.
///
/// One thread looks after the leases; each mailbox is read by a thread of its own ([ImapMailbox]),
/// so that a slow server keeps nobody else waiting.
final class ImapPolling implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ImapPolling.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(4);

  private final Mailboxes mailboxes;
  private final RawMails mails;
  private final EmailSettings settings;

  /// Names this program among the replicas.
  private final String replica = UUID.randomUUID().toString();

  private final Map<MailboxId, Reader> readers = new HashMap<>();
  private @Nullable Thread thread;
  private CountDownLatch stopped = new CountDownLatch(0);

  ImapPolling(Mailboxes mailboxes, RawMails mails, EmailSettings settings) {
    this.mailboxes = mailboxes;
    this.mails = mails;
    this.settings = settings;
  }

  private record Reader(ImapMailbox mailbox, Thread thread) {}

  @Override
  public synchronized void start() {
    if (thread == null) {
      stopped = new CountDownLatch(1);
      CountDownLatch end = stopped;
      thread = Thread.ofVirtual().name("mailboxes").start(() -> run(end));
    }
  }

  @Override
  public void stop() {
    Thread running;
    synchronized (this) {
      running = thread;
      thread = null;
      stopped.countDown();
    }
    if (running != null) {
      join(running, LAST_WORDS);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void run(CountDownLatch end) {
    boolean ended = false;
    while (!ended) {
      try {
        look();
      } catch (RuntimeException broken) {
        // The database is away, say: readers go on until their lease could be another's.
        LOG.atWarn().setCause(broken).log("the mailboxes could not be looked after");
        readers.values().forEach(reader -> reader.mailbox.leaseInDoubt());
      }
      ended = waited(end, settings.polling().look());
    }
    readers.keySet().stream().toList().forEach(this::end);
  }

  private void look() {
    Set<MailboxId> connected = new HashSet<>();
    for (Mailbox mailbox : mailboxes.all()) {
      connected.add(mailbox.id());
      Reader reader = readers.get(mailbox.id());
      boolean changed = reader != null && !reader.mailbox.reads(mailbox);
      boolean dead = reader != null && !reader.thread.isAlive();
      if (changed || dead) {
        end(mailbox.id());
      }
      Reader running = readers.get(mailbox.id());
      if (running != null && !running.mailbox.needsRenewal()) {
        continue;
      }
      if (mailboxes.lease(mailbox.id(), replica, settings.polling().lease())) {
        readers.computeIfAbsent(mailbox.id(), id -> begin(mailbox)).mailbox.leased();
      } else {
        end(mailbox.id());
      }
    }
    readers.keySet().stream().filter(id -> !connected.contains(id)).toList().forEach(this::end);
  }

  private Reader begin(Mailbox mailbox) {
    ImapMailbox reading = new ImapMailbox(mailbox, mailboxes, mails, settings);
    Thread reader = Thread.ofVirtual().name("mailbox-" + mailbox.id().value()).start(reading::run);
    return new Reader(reading, reader);
  }

  private void end(MailboxId id) {
    Reader reader = readers.remove(id);
    if (reader == null) {
      return;
    }
    reader.mailbox.stop();
    if (join(reader.thread, LAST_WORDS)) {
      try {
        mailboxes.release(id, replica);
      } catch (RuntimeException gone) {
        LOG.atDebug().addKeyValue("mailbox", id).log("the lease ends by itself");
      }
    }
  }

  private static boolean join(Thread thread, Duration patience) {
    try {
      return thread.join(patience);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean waited(CountDownLatch end, Duration time) {
    try {
      return end.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
