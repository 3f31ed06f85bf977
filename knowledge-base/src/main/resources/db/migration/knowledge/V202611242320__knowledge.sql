-- One row an article, whatever became of its versions.
create table knowledge_articles (
  store_id bigint not null,
  name text not null,                           -- the file's name without its ending; at most 200 characters
  newest bigint not null default 0,             -- its highest version
  withdrawn_through bigint not null default 0,  -- versions up to this one are withdrawn
  folder text,                                  -- the folder that it was published from; null for an upload
  change_number bigint not null default 0,      -- the store's number of its last change: what the index follows
  primary key (store_id, name)
);
create index on knowledge_articles (store_id, change_number);

-- Never changed after they are written: messages name the version that they quote.
create table knowledge_versions (
  store_id bigint not null,
  name text not null,
  version bigint not null,
  title text not null,
  audience text not null check (audience in ('PUBLIC', 'INTERNAL')),
  language text not null,                       -- BCP 47
  countries text[] not null,                    -- ISO 3166-1 alpha-2; empty for all
  effective_from date,                          -- first day, in the store's zone
  effective_to date,                            -- last day
  body text not null,                           -- Markdown
  content_hash bytea not null,                  -- SHA-256 of all that a version is made of: equal means nothing changed
  saved_at timestamptz not null,
  primary key (store_id, name, version),
  foreign key (store_id, name) references knowledge_articles
);

create table knowledge_passages (
  store_id bigint not null,
  name text not null,
  version bigint not null,
  number int not null,                          -- from 1
  headings text[] not null,
  body text not null,
  sentences text[] not null,
  primary key (store_id, name, version, number),
  foreign key (store_id, name, version) references knowledge_versions
);

-- What a model makes of a text, kept so that no index has to be embedded anew. A second model's rows stand beside the first's.
create table knowledge_vectors (
  store_id bigint not null,
  model text not null,
  text_hash bytea not null,                     -- SHA-256 of the embedded text
  vector bytea not null,                        -- floats, big-endian, of length 1
  primary key (store_id, model, text_hash)
);
