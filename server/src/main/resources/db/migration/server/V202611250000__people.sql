create table users (
  user_id bigint generated always as identity primary key,
  login text not null unique check (length(login) between 1 and 200),  -- lower case
  name text not null,
  password_hash text,                         -- names its own algorithm; absent until a one-time link was used
  everywhere boolean not null default false,  -- administrator of every store, of the people, and of new stores
  active boolean not null default true,
  created_at timestamptz not null
);

create table rights (
  user_id bigint not null references users,
  store_id bigint not null,
  role text not null check (role in ('AGENT', 'ADMINISTRATOR')),
  primary key (user_id, store_id)
);

create table one_time_links (
  link_hash text primary key,                 -- SHA-256 of the token; the token itself is kept nowhere
  user_id bigint not null references users,
  leads text not null check (leads in ('TO_A_PASSWORD', 'STRAIGHT_IN')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on one_time_links (user_id);

create table audit (
  audit_id bigint generated always as identity primary key,
  store_id bigint,                            -- absent for what belongs to no store, such as signing in
  user_id bigint,
  what text not null,
  subject text not null,                      -- never a customer's words
  at timestamptz not null
);

-- Failed log-ins of the last minutes, by hashes of log-in and address: enough to slow down guessing.
create table login_attempts (
  login_attempt_id bigint generated always as identity primary key,
  subject_hash text not null,
  at timestamptz not null
);
create index on login_attempts (subject_hash, at);
create index on login_attempts (at);
