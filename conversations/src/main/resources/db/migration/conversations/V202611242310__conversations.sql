create table customers (
  customer_id bigint generated always as identity primary key,
  store_id bigint not null,
  name text not null,                        -- as they call themselves; may be empty
  created_at timestamptz not null
);

-- One customer may have several addresses; an address belongs to one customer of a store.
create table customer_addresses (
  store_id bigint not null,
  address text not null,                     -- lower case
  customer_id bigint not null references customers,
  primary key (store_id, address)
);
create index on customer_addresses (customer_id);

create table conversations (
  conversation_id bigint generated always as identity primary key,
  store_id bigint not null,
  customer_id bigint not null references customers,
  channel text not null check (channel in ('EMAIL', 'CHAT', 'FORM')),
  name text not null,                        -- of the customer, as in the newest message
  address text,                              -- where replies go by mail; absent for a chat visitor who gave none
  visitor text not null default '',          -- the chat visitor's key; empty for mail
  proven text not null check (proven in ('NOTHING', 'ADDRESS', 'ACCOUNT')), -- the weakest of the undecided messages
  subject text not null,
  base_subject text not null,                -- without "Re:" and its like, for threading
  topic text not null default '',
  tags text[] not null default '{}',
  state text not null check (state in ('OPEN', 'WAITING', 'SNOOZED', 'CLOSED', 'SPAM')),
  assignee bigint,
  escalated boolean not null default false,
  person_has_it boolean not null default false,
  snoozed_until timestamptz,
  started_at timestamptz not null,
  last_at timestamptz not null,              -- of the newest message; events and notes do not count
  last_text text not null default '',        -- its first 200 characters
  last_from_customer boolean not null,
  undecided boolean not null default false,  -- a customer's message is not decided yet
  by_itself boolean not null default false,  -- the assistant answered, and no person wrote
  held_back boolean not null default false,  -- the newest outgoing message was deferred or refused
  in_doubt boolean not null default false,   -- an outgoing message is in doubt
  imported boolean not null default false,   -- began before the store was connected
  linked_to bigint,                          -- the conversation that a hint named, where the sender takes no part in it
  last_shown bigint not null default 0,      -- number of the newest entry that a chat visitor sees
  words tsvector not null default '',        -- of subject, names, addresses and messages
  change_number bigint not null default 0
);

create index conversations_newest on conversations (store_id, last_at desc, conversation_id desc) where state <> 'SPAM';
create index conversations_state on conversations (store_id, state, last_at desc, conversation_id desc);
create index conversations_assignee on conversations (store_id, assignee, last_at desc, conversation_id desc)
  where assignee is not null;
create index conversations_unassigned on conversations (store_id, last_at desc, conversation_id desc)
  where state = 'OPEN' and assignee is null;
create index conversations_escalated on conversations (store_id, last_at desc, conversation_id desc)
  where state = 'OPEN' and escalated;
create index conversations_by_itself on conversations (store_id, last_at desc, conversation_id desc) where by_itself;
create index conversations_held_back on conversations (store_id, last_at desc, conversation_id desc) where held_back;
create index conversations_in_doubt on conversations (store_id, last_at desc, conversation_id desc) where in_doubt;
create index conversations_no_reply on conversations (store_id, last_at desc, conversation_id desc)
  where last_from_customer and not undecided and not escalated and not imported and state <> 'SPAM';
create index conversations_customer on conversations (customer_id, last_at desc);
create index conversations_address on conversations (store_id, address, last_at desc) where address is not null;
create index conversations_snoozed on conversations (snoozed_until) where state = 'SNOOZED';
create index conversations_change on conversations (store_id, change_number);
create index conversations_words on conversations using gin (words);

-- What a conversation is about outside this module: an order, say.
create table conversation_references (
  store_id bigint not null,
  conversation_id bigint not null references conversations on delete cascade,
  kind text not null check (length(kind) <= 50),
  id text not null check (length(id) <= 500),
  primary key (conversation_id, kind, id)
);
create index on conversation_references (store_id, kind, id, conversation_id);

-- Messages in and out, notes, and events of a thread.
create table messages (
  message_id bigint generated always as identity primary key,
  store_id bigint not null,
  conversation_id bigint references conversations on delete cascade, -- absent for mail to staff and suppliers
  entry text not null check (entry in ('IN', 'OUT', 'NOTE', 'EVENT')),
  author text not null check (author in ('CUSTOMER', 'AGENT', 'ASSISTANT', 'FLOW', 'PROGRAM')),
  author_id bigint,                          -- of a customer or an agent
  author_name text not null default '',
  peer text,                                 -- the customer's address: from for IN, to for OUT
  channel text not null check (channel in ('EMAIL', 'CHAT', 'FORM')),
  subject text not null default '',
  visible text not null,
  signature text not null default '',
  elided text not null default '',
  html text,                                 -- safe to show
  kind text not null default 'MESSAGE',
  reasons text[] not null default '{}',      -- why the kind is what it is
  proven text,                               -- IN: what its sender has proven
  event text,                                -- EVENT: what happened
  event_detail text not null default '',
  sent_at timestamptz,                       -- IN: as the sender says
  at timestamptz not null,
  decided boolean not null default true,     -- IN: somebody decided what happens to it
  silent boolean not null default false,     -- imported
  shown bigint,                              -- its number in what the chat visitor sees
  thread_id text not null default '',        -- Message-ID header of a mail, with angle brackets
  thread_id_hash bytea,                      -- SHA-256 of it: a header may be longer than an index takes
  thread_references text[] not null default '{}', -- Message-IDs of earlier mails, oldest first
  thread_parent_hash bytea                   -- SHA-256 of the last of them: a parent may be read after its child
);
create index messages_conversation on messages (conversation_id, at, message_id);
create index messages_thread on messages (store_id, thread_id_hash) where thread_id_hash is not null;
create index messages_parent on messages (store_id, thread_parent_hash) where thread_parent_hash is not null;
create index messages_peer on messages (store_id, peer, at desc) where peer is not null;
create index messages_undecided on messages (conversation_id, message_id) where not decided;
create unique index messages_shown on messages (conversation_id, shown) where shown is not null;

-- The key of everything that was received. It outlives the message, so that what was erased does not come back.
create table received_keys (
  store_id bigint not null,
  key_hash bytea not null,                   -- SHA-256 of channel and key
  conversation_id bigint,
  message_id bigint,
  received_at timestamptz not null,
  primary key (store_id, key_hash)
);

create table attachments (
  attachment_id bigint generated always as identity primary key,
  store_id bigint not null,
  message_id bigint not null references messages on delete cascade,
  filename text not null,
  type text not null,
  size bigint not null,
  content bytea not null
);
create index on attachments (message_id);

-- The text of an outgoing message in parts, each with what bears it.
create table sentences (
  store_id bigint not null,
  message_id bigint not null references messages on delete cascade,
  position int not null,
  text text not null,
  primary key (message_id, position)
);

create table sentence_sources (
  store_id bigint not null,
  message_id bigint not null,
  position int not null,
  number int not null,
  kind text not null,                        -- article, order, computed, template
  id text not null,
  version bigint not null,                   -- of the article; 0 where there is none
  detail text not null,                      -- number of the passage, or the order's field
  as_of timestamptz,                         -- when the fact was read
  primary key (message_id, position, number),
  foreign key (message_id, position) references sentences on delete cascade
);
-- "Who was told this?"
create index sentence_sources_evidence on sentence_sources (store_id, kind, left(id, 200), version);

create table drafts (
  conversation_id bigint primary key references conversations on delete cascade,
  store_id bigint not null,
  text text not null,
  sentences jsonb not null,                  -- [{"text":"…","sources":[…]}]
  reasons text[] not null,
  at timestamptz not null
);

-- The business key of everything that was given to the door. It outlives the message: nothing is sent twice.
create table given_keys (
  store_id bigint not null,
  key_hash bytea not null,                   -- SHA-256 of purpose, key and recipient
  message_id bigint,
  given_at timestamptz not null,
  primary key (store_id, key_hash)
);

-- What goes out. One row for each message that was given to the door; the row stays as its record.
create table outbox (
  message_id bigint primary key references messages on delete cascade,
  store_id bigint not null,
  conversation_id bigint,
  purpose text not null,
  key text not null,
  channel text not null,                     -- by which it leaves: EMAIL or CHAT
  recipient text,                            -- address; absent for chat
  recipient_name text not null default '',
  recipient_domain text,
  automatic boolean not null,                -- the assistant or a flow wrote it: stop, mode and budgets hold
  state text not null check (state in ('QUEUED', 'DEFERRED', 'ATTEMPTING', 'SENT', 'REFUSED', 'FAILED', 'IN_DOUBT')),
  rule text not null default '',             -- which rule deferred or refused it
  reason text not null default '',
  queued_at timestamptz not null,
  not_before timestamptz not null,
  expires_at timestamptz,                    -- too late from then on
  attempts int not null default 0,           -- times it was handed to the channel
  attempted_at timestamptz,
  finished_at timestamptz,
  about text[] not null default '{}'         -- what it is about: kind, U+001F, id
);
create index outbox_conversation on outbox (conversation_id, message_id);
create index outbox_in_doubt on outbox (store_id, message_id) where state = 'IN_DOUBT';
create index outbox_waiting on outbox (store_id, not_before) where state in ('QUEUED', 'DEFERRED', 'ATTEMPTING');
create index outbox_budget_address on outbox (store_id, recipient, queued_at) where automatic;
create index outbox_budget_domain on outbox (store_id, recipient_domain, queued_at) where automatic;
create index outbox_budget_store on outbox (store_id, queued_at) where automatic;

-- What each rule said each time it was asked.
create table ledger (
  ledger_id bigint generated always as identity primary key,
  store_id bigint not null,
  message_id bigint not null,
  conversation_id bigint,
  purpose text not null,
  key text not null,
  asked text not null check (asked in ('GIVEN', 'DELIVERY')),
  rule text not null,
  verdict text not null check (verdict in ('allow', 'defer', 'refuse')),
  reason text not null,
  at timestamptz not null
);
create index ledger_conversation on ledger (store_id, conversation_id, ledger_id);
create index ledger_message on ledger (store_id, message_id, ledger_id);
