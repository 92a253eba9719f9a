create table cutover (
    id          text primary key,
    name        text not null,
    plan_id     text not null,
    state       text not null,
    weight      numeric(5, 2) not null,
    ended       boolean not null,
    request     text not null,
    canary      text not null,
    generations text not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    version     bigint not null
);

create index cutover_unfinished on cutover (created_at) where not ended;
create index cutover_plan on cutover (plan_id);

comment on table cutover is 'One row for each cutover; canary is the whole state, state and weight repeat it for people';

create table subject (
    id          text not null,
    cutover_id  text not null references cutover (id),
    primary key (id, cutover_id)
);

comment on table subject is 'What a rollback may name: the cutover itself, its migrations, and that of the estate';

create table migration (
    id          text primary key,
    generation  bigint not null,
    passed      boolean not null,
    facts       text not null,
    ended       boolean not null
);

comment on table migration is 'The newest generation of each migration, and whether its tests have passed';

create table kept_rollback (
    subject_id    text primary key,
    reason        text not null,
    requested_by  text not null,
    at            timestamptz not null
);

comment on table kept_rollback is 'Rollbacks for what was not known when they came: it can never advance';

create table drill (
    id  text primary key,
    at  timestamptz not null
);

-- Every instance keeps the unfinished cutovers in memory and is told of each change.
create function notify_cutover() returns trigger language plpgsql as $$
begin
    perform pg_notify('silverback_cutover_' || tg_table_schema, new.id);
    return null;
end
$$;

create trigger cutover_changed after insert or update on cutover
    for each row execute function notify_cutover();
