create table plan (
    id text primary key,
    estate_migration_id text not null,
    planned text not null,
    gate text not null
);

create table migration (
    id text primary key,
    plan_id text not null references plan (id),
    workspace text not null,
    cutover_id text,
    request text not null,
    word text not null,
    state text not null,
    generation bigint not null,
    requested_at timestamptz not null,
    changed_at timestamptz not null
);

create index migration_by_plan on migration (plan_id, requested_at, id);
create index migration_by_cutover on migration (cutover_id) where cutover_id is not null;
