create table migration (
    id text primary key,
    plan_id text not null,
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

-- Written before the write on green that it announces: what stands here may be on green, what does
-- not stand here was not brought by us. Holds names and ids, never a body.
create table journal (
    sequence bigint generated always as identity primary key,
    migration_id text not null references migration (id),
    generation bigint not null,
    operation text not null,
    entity_type text not null,
    entity_id text not null,
    path text not null,
    unique (migration_id, generation, operation, entity_type, entity_id)
);
