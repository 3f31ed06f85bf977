package deskhand.conversations.email;

import deskhand.conversations.Mailbox;
import deskhand.conversations.RawMail;
import deskhand.conversations.RawMails;
import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what is new in a folder, in the order of UIDs, each mail stored with its UID in one
/// commit before the next is asked for.
///
/// The first sight of a folder, or of a new UIDVALIDITY (RFC 3501 section 2.3.1.1), starts at the
/// first mail that the server got since the mailbox was connected, or in the 12 months before; the
/// same mail under a new UID is found out when it is read.
final class ImapInbox {
  private static final Logger LOG = LoggerFactory.getLogger(ImapInbox.class);
  private static final int BATCH = 100;
  private static final int LOOK_BACK = 200;
  private static final int MOST_TRIES = 5;

  private final Mailbox mailbox;
  private final String name;
  private final RawMails mails;
  private final BooleanSupplier mayGoOn;

  /// From this UID on, mail came after the mailbox was connected, whatever the server's clock says,
  /// which tells no more than the second.
  private long firstNew = Long.MAX_VALUE;

  /// The mail that is being fetched, and how often that ended with the connection.
  private long current;

  private int tries;
  private boolean progressed;

  ImapInbox(Mailbox mailbox, String name, RawMails mails, BooleanSupplier mayGoOn) {
    this.mailbox = mailbox;
    this.name = name;
    this.mails = mails;
    this.mayGoOn = mayGoOn;
  }

  /// Whether anything was stored since this was asked last.
  boolean progressed() {
    boolean was = progressed;
    progressed = false;
    return was;
  }

  void fetch(IMAPFolder folder) throws MessagingException {
    long validity = folder.getUIDValidity();
    long highest = position(folder, validity);
    Message[] found = folder.getMessagesByUID(highest + 1, UIDFolder.LASTUID);
    List<Numbered> fresh = numbered(folder, found, highest);
    for (int at = 0; at < fresh.size() && mayGoOn.getAsBoolean(); at += BATCH) {
      List<Numbered> batch = fresh.subList(at, Math.min(fresh.size(), at + BATCH));
      prefetch(folder, batch);
      for (Numbered mail : batch) {
        if (!mayGoOn.getAsBoolean()) {
          return;
        }
        take(mail, validity);
      }
    }
  }

  private record Numbered(long uid, IMAPMessage message) {}

  /// `n:*` answers with the last mail even where its UID is below n (RFC 3501 section 6.4.8).
  private static List<Numbered> numbered(IMAPFolder folder, Message[] found, long highest)
      throws MessagingException {
    List<Numbered> fresh = new ArrayList<>();
    for (Message message : found) {
      if (message instanceof IMAPMessage mail) {
        long uid = folder.getUID(mail);
        if (uid > highest) {
          fresh.add(new Numbered(uid, mail));
        }
      }
    }
    fresh.sort(Comparator.comparingLong(Numbered::uid));
    return fresh;
  }

  private static void prefetch(IMAPFolder folder, List<Numbered> batch) throws MessagingException {
    FetchProfile profile = new FetchProfile();
    profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    profile.add(FetchProfile.Item.SIZE);
    folder.fetch(batch.stream().map(Numbered::message).toArray(Message[]::new), profile);
  }

  private long position(IMAPFolder folder, long validity) throws MessagingException {
    RawMails.Position known = mails.position(mailbox.id(), name).orElse(null);
    if (known != null && known.uidValidity() == validity) {
      return known.highestUid();
    }
    long next = folder.getUIDNext();
    if (known == null && next > 0) {
      firstNew = next;
    }
    long start = known == null ? firstSight(folder) : before(folder, since());
    mails.startAt(where(validity, start));
    return start;
  }

  private Instant since() {
    Instant connected = mailbox.intake().connectedAt();
    return switch (mailbox.intake().mode()) {
      case FROM_NOW_ON -> connected;
      case LAST_12_MONTHS -> connected.atOffset(ZoneOffset.UTC).minusMonths(12).toInstant();
    };
  }

  private long firstSight(IMAPFolder folder) throws MessagingException {
    return switch (mailbox.intake().mode()) {
      case FROM_NOW_ON -> beforeNewest(folder, since());
      case LAST_12_MONTHS -> before(folder, since());
    };
  }

  /// The UID below the newest mails that came since then.
  private static long beforeNewest(IMAPFolder folder, Instant since) throws MessagingException {
    long next = folder.getUIDNext();
    int count = folder.getMessageCount();
    long start = next > 0 ? next - 1 : Long.MAX_VALUE;
    for (int i = count; i > 0 && i > count - LOOK_BACK; i--) {
      Message message = folder.getMessage(i);
      long uid = folder.getUID(message);
      if (start == Long.MAX_VALUE) {
        start = uid;
      }
      Date received = message.getReceivedDate();
      if (received == null || received.toInstant().isBefore(since)) {
        break;
      }
      start = Math.min(start, uid - 1);
    }
    return start == Long.MAX_VALUE ? 0 : start;
  }

  /// The UID below the first mail that came since then. The server's search knows days only.
  private static long before(IMAPFolder folder, Instant since) throws MessagingException {
    Instant day = since.minus(Duration.ofDays(1));
    Message[] found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(day)));
    Arrays.sort(found, Comparator.comparingInt(Message::getMessageNumber));
    for (Message message : found) {
      Date received = message.getReceivedDate();
      if (received != null && !received.toInstant().isBefore(since)) {
        return folder.getUID(message) - 1;
      }
    }
    long next = folder.getUIDNext();
    return next > 0 ? next - 1 : 0;
  }

  private void take(Numbered mail, long validity) throws MessagingException {
    tries = mail.uid == current ? tries + 1 : 1;
    current = mail.uid;
    RawMail.Where where = where(validity, mail.uid);
    if (tries > MOST_TRIES) {
      refuse(where, Instant.EPOCH, 0, "the mail server could not give it");
      return;
    }
    Instant date = date(mail.message);
    int size = mail.message.getSize();
    if (size > RawMails.LARGEST) {
      refuse(where, date, size, "larger than " + RawMails.LARGEST / 1024 / 1024 + " MB");
      return;
    }
    byte[] bytes = bytes(mail.message);
    tries = 0;
    if (bytes == null) {
      refuse(where, date, size, "larger than " + RawMails.LARGEST / 1024 / 1024 + " MB");
      return;
    }
    boolean old = date.isBefore(mailbox.intake().connectedAt());
    boolean silent = old && mail.uid < firstNew;
    boolean fresh = mails.store(new RawMail(where, bytes, date, silent));
    progressed = true;
    LOG.atDebug()
        .addKeyValue("mailbox", mailbox.id())
        .addKeyValue("uid", mail.uid)
        .addKeyValue("new", fresh)
        .log("a mail was stored");
  }

  private void refuse(RawMail.Where where, Instant date, long size, String reason) {
    mails.tooLarge(where, date, size, reason);
    progressed = true;
    LOG.atInfo()
        .addKeyValue("mailbox", mailbox.id())
        .addKeyValue("uid", where.uid())
        .addKeyValue("size", size)
        .log("a mail was not taken");
  }

  /// BODY.PEEK in pieces; nothing where it is larger than the server said, and too large.
  private static byte @Nullable [] bytes(IMAPMessage message) throws MessagingException {
    try (InputStream in = message.getMimeStream()) {
      byte[] bytes = in.readNBytes(RawMails.LARGEST + 1);
      return bytes.length > RawMails.LARGEST ? null : bytes;
    } catch (IOException lost) {
      throw new MessagingException("a mail could not be fetched", lost);
    }
  }

  /// Where a server does not know it, the mail is as old as the epoch: old mail is never answered.
  private static Instant date(IMAPMessage message) throws MessagingException {
    Date received = message.getReceivedDate();
    return received == null ? Instant.EPOCH : received.toInstant();
  }

  private RawMail.Where where(long validity, long uid) {
    return new RawMail.Where(mailbox.store(), mailbox.id(), name, validity, uid);
  }
}
