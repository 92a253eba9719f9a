-- Up to when the tokens, codes and sessions of a migration have been carried to green since its load of that generation.
create table carried_up_to (
    migration_id text primary key references migration (id),
    generation bigint not null,
    moment timestamptz not null
);
