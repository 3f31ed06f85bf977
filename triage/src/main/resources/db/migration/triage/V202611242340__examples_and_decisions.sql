create table triage_examples (
  example_id bigint generated always as identity primary key,
  store_id bigint not null,
  body text not null,
  intent text not null,
  message_id bigint,
  learned_at timestamptz not null
);
comment on column triage_examples.message_id is 'the customer''s message that the text came from; erased with it';
create index triage_examples_by_store on triage_examples (store_id, example_id);
create index triage_examples_by_message on triage_examples (store_id, message_id);

create table triage_decisions (
  decision_id bigint generated always as identity primary key,
  store_id bigint not null,
  conversation_id bigint not null,
  up_to_message_id bigint not null,
  messages jsonb not null,
  outcome text not null,
  intent text not null,
  confidence double precision not null,
  further jsonb not null,
  reasons jsonb not null,
  evidence jsonb not null,
  orders jsonb not null,
  level text not null,
  facts jsonb not null,
  decided_at timestamptz not null
);
comment on column triage_decisions.up_to_message_id is 'the newest message that was decided about';
comment on column triage_decisions.messages is 'array of the ids of all messages that were decided about';
comment on column triage_decisions.level is 'how far up the identity ladder the writer stood';
comment on column triage_decisions.facts is 'array of {order, field, value}: the order fields that the text rests on';
comment on column triage_decisions.outcome is 'answer, clarify, suggest, escalate or no_reply';
comment on column triage_decisions.reasons is 'array of texts for a person, in order';
comment on column triage_decisions.evidence is 'array of {text, sources}: what was sent, or the draft';
comment on column triage_decisions.orders is 'array of order numbers';
create index triage_decisions_by_conversation on triage_decisions (store_id, conversation_id, decision_id);

create table triage_identity_tries (
  try_id bigint generated always as identity primary key,
  store_id bigint not null,
  order_number text not null,
  tried_at timestamptz not null
);
comment on table triage_identity_tries is 'an order was named by somebody who could not prove that it is theirs';
create index triage_identity_tries_by_order on triage_identity_tries (store_id, order_number, tried_at);
