-- Attempts made before a person had the message sent again: it gets all its tries anew.
alter table outbox add column attempts_before int not null default 0;
