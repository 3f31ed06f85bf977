-- Several a store. Secrets are encrypted with the key of the data folder.
create table mailboxes (
  mailbox_id bigint generated always as identity primary key,
  store_id bigint not null,
  address text not null,
  imap_host text not null,
  imap_port int not null,
  imap_tls text not null check (imap_tls in ('IMPLICIT', 'STARTTLS', 'NONE')),
  imap_user text not null,
  imap_secret text not null,                 -- encrypted
  smtp_host text not null,
  smtp_port int not null,
  smtp_tls text not null check (smtp_tls in ('IMPLICIT', 'STARTTLS', 'NONE')),
  smtp_user text not null,                   -- empty: the server asks for none
  smtp_secret text not null,                 -- encrypted
  connected_at timestamptz not null,         -- nothing that arrived before is answered
  disconnected_at timestamptz,
  import_mode text not null check (import_mode in ('FROM_NOW_ON', 'LAST_12_MONTHS')),
  receiving_host text,                       -- authserv-id of the own host (RFC 8601); absent: nothing is proven
  forms text[] not null default '{}',        -- senders declared as forms
  own_addresses text[] not null default '{}',
  lease_by text,                             -- the replica that holds the IMAP connection
  lease_until timestamptz,
  problem text not null default '',          -- why it does not work now, without secrets
  problem_at timestamptz,
  worked_at timestamptz
);
create index on mailboxes (store_id);

-- The highest UID that is stored, for each folder and UIDVALIDITY.
create table mailbox_positions (
  store_id bigint not null,
  mailbox_id bigint not null references mailboxes,
  folder text not null check (length(folder) <= 500),
  uid_validity bigint not null,
  highest_uid bigint not null,
  seen_at timestamptz not null,
  primary key (mailbox_id, folder, uid_validity)
);

-- Mail as it came. Bytes and UID in one commit are the acknowledgement.
create table raw_mails (
  raw_mail_id bigint generated always as identity primary key,
  store_id bigint not null,
  mailbox_id bigint not null references mailboxes,
  folder text not null check (length(folder) <= 500),
  uid_validity bigint not null,
  uid bigint not null,
  bytes bytea not null,                      -- empty where it was too large to take
  size bigint not null,                      -- as the server says
  internal_date timestamptz not null,
  stored_at timestamptz not null,
  silent boolean not null,                   -- an import
  state text not null check (state in ('UNREAD', 'READ', 'UNREADABLE')),
  reason text not null default '',
  message_id bigint,                         -- what it became
  unique (store_id, mailbox_id, folder, uid_validity, uid)
);
create index raw_mails_unreadable on raw_mails (store_id, raw_mail_id desc) where state = 'UNREADABLE';
