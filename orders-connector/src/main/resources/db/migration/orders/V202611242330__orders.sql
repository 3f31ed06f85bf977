-- One row a store: since when its shop is connected. While the first import runs, nothing is told to anybody.
create table order_feeds (
  store_id bigint primary key,
  maker text not null,                   -- of the shop, such as folder; the one that connected first
  connected_at timestamptz not null,     -- nothing that happened before is published
  first_import_at timestamptz            -- when it was complete; null while it runs
);

-- The mirror of the shop's orders.
create table orders (
  order_id bigint generated always as identity primary key,
  store_id bigint not null,
  number text not null,                  -- as customers see it, such as #LP-1042
  number_key text not null,              -- its letters and digits in upper case: LP1042
  number_prefix text,                    -- letters before the digits, may be empty; null where the number is no serial one
  number_digits text,                    -- the digits without leading zeros; null where the number is no serial one
  email text not null,
  country text not null,                 -- of the shipping address; empty where there is none
  placed_at timestamptz not null,
  cancelled_at timestamptz,
  payment text not null,
  fulfilment text not null,
  total numeric(19, 4) not null,
  currency text not null,                -- ISO 4217
  read_at timestamptz not null,          -- when the shop said so; the row never goes back behind it
  change_number bigint not null default 0,
  content jsonb not null,                -- the whole order
  unique (store_id, number_key)
);
create index on orders (store_id, number_digits);
create index on orders (store_id, email, placed_at desc);
create index on orders (store_id, placed_at desc);
create index on orders (store_id, change_number);

-- The parcels of an order, for what is searched by them.
create table order_parcels (
  order_id bigint not null references orders on delete cascade,
  store_id bigint not null,
  shipment text not null,                -- the shop's id, unique within the order
  carrier text not null,
  tracking_key text,                     -- letters and digits of the tracking number in upper case
  status text not null,
  shipped_at timestamptz,
  delivered_at timestamptz,
  primary key (order_id, shipment)
);
create index on order_parcels (store_id, tracking_key);

-- How the numbers of a store's orders look, one row a pattern: learned from each new order.
create table order_number_shapes (
  store_id bigint not null,
  prefix text not null,                  -- letters before the digits
  suffix text not null,                  -- letters after the digits
  length int not null,                   -- of the digits; of the whole number where it is no serial one
  serial boolean not null,               -- false: letters and digits mixed, such as A7F3K9
  sample text not null,                  -- the first such number, as customers see it
  lowest numeric(40) not null,           -- of the digits; 0 where it is no serial one
  highest numeric(40) not null,
  primary key (store_id, prefix, suffix, length, serial)
);
