package deskhand.conversations.email;

import deskhand.conversations.Mailbox;
import deskhand.conversations.Mailboxes;
import deskhand.conversations.RawMails;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one mailbox for as long as it is told to: connects, fetches what is new ([ImapInbox]),
/// waits by IDLE (RFC 2177) or for the next round, and starts again where the connection is lost,
/// after a wait that doubles.
///
/// The folder is opened read-only (EXAMINE), so that nothing in it can be marked, moved or deleted.
final class ImapMailbox {
  private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);
  private static final String INBOX = "INBOX";
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
  private static final int LONGEST_REASON = 200;

  private final Mailbox mailbox;
  private final Mailboxes mailboxes;
  private final ImapInbox inbox;
  private final EmailSettings settings;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private volatile long leasedUntil;
  private volatile AutoCloseable connection = () -> {};

  ImapMailbox(Mailbox mailbox, Mailboxes mailboxes, RawMails mails, EmailSettings settings) {
    this.mailbox = mailbox;
    this.mailboxes = mailboxes;
    this.settings = settings;
    this.inbox = new ImapInbox(mailbox, INBOX, mails, this::mayGoOn);
    leased();
  }

  /// Whether a third of the lease is over.
  boolean needsRenewal() {
    return leasedUntil - System.nanoTime() < settings.polling().lease().toNanos() * 2 / 3;
  }

  boolean reads(Mailbox other) {
    return mailbox.equals(other);
  }

  /// The lease was renewed just now.
  void leased() {
    leasedUntil = System.nanoTime() + settings.polling().lease().toNanos();
  }

  /// The lease could not be renewed; at its end another replica may read.
  void leaseInDoubt() {
    if (System.nanoTime() - leasedUntil >= 0) {
      hangUp();
    }
  }

  void stop() {
    stopped.countDown();
    hangUp();
  }

  private boolean mayGoOn() {
    return stopped.getCount() > 0 && System.nanoTime() - leasedUntil < 0;
  }

  /// By a thread of its own: a server that says nothing would keep the caller waiting.
  private void hangUp() {
    AutoCloseable open = connection;
    Thread.ofVirtual().name("hang-up-" + mailbox.id().value()).start(() -> close(open));
  }

  private void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception closed) {
      LOG.atDebug().addKeyValue("mailbox", mailbox.id()).log("the connection was closed already");
    }
  }

  void run() {
    Duration backOff = FIRST_BACK_OFF;
    while (stopped.getCount() > 0) {
      boolean reached = false;
      try {
        if (mayGoOn()) {
          reached = session();
        }
      } catch (MessagingException | RuntimeException lost) {
        reached = inbox.progressed();
        if (stopped.getCount() > 0) {
          note(lost);
        }
      }
      backOff = reached ? FIRST_BACK_OFF : doubled(backOff);
      long jitter = ThreadLocalRandom.current().nextLong(backOff.toMillis() / 4 + 1);
      waitFor(backOff.plusMillis(jitter));
    }
  }

  private Duration doubled(Duration backOff) {
    Duration doubled = backOff.multipliedBy(2);
    Duration longest = settings.polling().longestBackOff();
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }

  /// One connection, from its start to its end.
  private boolean session() throws MessagingException {
    // An answer is waited for longer than an IDLE may last.
    Duration answer = settings.polling().every().plus(settings.patience().connect());
    Session session = new MailServer(settings.patience()).imap(mailbox.imap(), answer);
    try (IMAPStore store = (IMAPStore) session.getStore("imap")) {
      connection = store;
      Mailbox.Server server = mailbox.imap();
      store.connect(server.host(), server.port(), server.user(), server.secret());
      try (IMAPFolder folder = (IMAPFolder) store.getFolder(INBOX)) {
        folder.open(Folder.READ_ONLY);
        boolean idles = store.hasCapability("IDLE");
        while (mayGoOn()) {
          inbox.fetch(folder);
          mailboxes.working(mailbox.id());
          if (idles) {
            idle(folder);
          } else {
            waitFor(settings.polling().every());
          }
        }
      }
    } finally {
      connection = () -> {};
    }
    return true;
  }

  /// Returns when the server tells of something, or when it is time to ask anyway: any command from
  /// here ends the IDLE.
  private void idle(IMAPFolder folder) throws MessagingException {
    CountDownLatch told = new CountDownLatch(1);
    Thread.ofVirtual()
        .name("idle-" + mailbox.id().value())
        .start(() -> {
          try {
            folder.idle(true);
          } catch (MessagingException | IllegalStateException lost) {
            LOG.atDebug().addKeyValue("mailbox", mailbox.id()).log("IDLE ended");
          } finally {
            told.countDown();
          }
        });
    waitFor(told, settings.polling().every());
    folder.getMessageCount();
  }

  private void note(Exception lost) {
    String reason =
        lost instanceof AuthenticationFailedException
            ? "the mail server refuses to let us log in"
            : words(lost);
    LOG.atWarn()
        .addKeyValue("mailbox", mailbox.id())
        .addKeyValue("cause", lost.getClass().getSimpleName())
        .log("a mailbox cannot be read");
    try {
      mailboxes.problem(mailbox.id(), reason);
    } catch (RuntimeException away) {
      LOG.atWarn().addKeyValue("mailbox", mailbox.id()).log("its problem could not be noted");
    }
  }

  private static String words(Exception lost) {
    String words = String.valueOf(lost.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
    return words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) : words;
  }

  private void waitFor(Duration time) {
    waitFor(stopped, time);
  }

  private static void waitFor(CountDownLatch latch, Duration time) {
    try {
      boolean early = latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
      LOG.atTrace().addKeyValue("early", early).log("waited");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
