create table chat_visitors (
  visitor_id bigint generated always as identity primary key,
  store_id bigint not null,
  token_hash bytea not null unique,          -- SHA-256; the token itself is kept by the visitor alone
  name text not null,
  address text,                              -- as they say, or as their signed identity says
  proven text not null check (proven in ('NOTHING', 'ACCOUNT')),
  conversation_id bigint,                    -- from the first message on
  created_at timestamptz not null,
  last_at timestamptz not null
);
create index on chat_visitors (conversation_id);

-- How often somebody did something in a window of time.
create table chat_limits (
  store_id bigint not null,
  what text not null,
  who bytea not null,                        -- signed: a network address does not stand here in clear
  window_start timestamptz not null,
  count int not null,
  primary key (store_id, what, who, window_start)
);
create index on chat_limits (window_start);

-- The secret under which a store signs who its signed-in customers are; encrypted.
create table chat_identities (
  store_id bigint primary key,
  secret text not null,
  previous text,                             -- still good for a while after a rotation
  rotated_at timestamptz not null
);
