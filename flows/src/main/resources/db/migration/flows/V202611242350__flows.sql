-- One row for each time a flow began: at most one for each flow and what it is about.
create table flow_runs (
  run_id bigint generated always as identity primary key,
  store_id bigint not null,
  flow text not null,
  order_number text not null,            -- as customers see it
  shipment text not null,                -- of the order; empty where the run is about the whole order
  step int not null default 0,           -- the next one
  attempt int not null default 1,        -- of the step, where what it said was no longer so
  started_at timestamptz not null,       -- when it happened in the shop
  due_at timestamptz not null,           -- when the last wait was over: what is sent much later is too late
  wakes_at timestamptz,                  -- when it looks again; null when it has ended
  outcome text,                          -- null while it goes on
  reason text not null,                  -- why it waits, or ended
  created_at timestamptz not null,
  change_number bigint not null default 0,
  unique (store_id, flow, order_number, shipment)
);
create index on flow_runs (store_id, order_number);
create index on flow_runs (store_id, run_id desc);

-- The messages that runs gave to the door.
create table flow_letters (
  store_id bigint not null,
  message_id bigint not null,
  run_id bigint not null references flow_runs on delete cascade,
  letter text not null,
  step int not null,
  attempt int not null,
  primary key (store_id, message_id)
);
create index on flow_letters (run_id);

-- What happened in a run, for the question why somebody got a message, or got none.
create table flow_notes (
  note_id bigint generated always as identity primary key,
  run_id bigint not null references flow_runs on delete cascade,
  store_id bigint not null,
  at timestamptz not null,
  what text not null,
  detail text not null
);
create index on flow_notes (run_id, note_id);

-- Which flows a merchant switched off.
create table flow_switches (
  store_id bigint not null,
  flow text not null,
  is_on boolean not null,
  primary key (store_id, flow)
);
