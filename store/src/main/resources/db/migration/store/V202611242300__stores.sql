create table stores (
  store_id bigint generated always as identity primary key,
  name text not null,
  domain text not null,
  support_address text not null,
  country text not null,
  zone text not null,                    -- IANA name
  language text not null,                -- BCP 47
  currency text not null,                -- ISO 4217
  opening_hours jsonb not null,          -- {"week":{"MONDAY":["09:00-17:00"]},"closed":["2026-12-25"]}
  mode text not null default 'SUGGEST' check (mode in ('OFF', 'SUGGEST', 'AUTOMATIC')),
  stopped boolean not null default false, -- "stop all automatic sending"; read by the statement that claims the outbox
  created_at timestamptz not null
);

-- One row a store: the number that everything on screens and in indexes follows. Updated last in a transaction,
-- so that order of numbers is order of commits (a sequence would let readers miss rows).
create table store_counters (
  store_id bigint primary key references stores,
  change_number bigint not null default 0
);

-- Work that was tried as often as allowed and failed: shown to a person, who can have it tried again.
create table failed_tasks (
  failed_task_id bigint generated always as identity primary key,
  store_id bigint not null references stores,
  task_name text not null,
  task_instance text not null,
  reason text not null,
  failed_at timestamptz not null,
  unique (task_name, task_instance)
);

-- db-scheduler's own table; the library ships no DDL.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index on scheduled_tasks (execution_time);
create index on scheduled_tasks (last_heartbeat);
