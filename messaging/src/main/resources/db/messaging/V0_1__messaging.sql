create table outbox (
    id bigint primary key,
    bucket integer not null,
    event_id text not null,
    topic text not null,
    source text not null,
    record_key text not null,
    subject text not null,
    created_at timestamptz not null,
    traceparent text,
    signature text,
    body text not null
);
create index outbox_bucket on outbox (bucket, id);
create sequence outbox_id;

-- Writers of one key wait for each other until commit, and only then take their number: for one
-- key the order of ids is the order of commits, so that a relay never sees a later event first.
-- The lock's first number keeps schemas that share a database apart.
create function outbox_take_number() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext(tg_table_schema || '.outbox.writer'), hashtext(new.record_key));
    new.id := nextval(format('%I.outbox_id', tg_table_schema));
    new.bucket := hashtext(new.record_key) & 7;
    perform pg_notify('silverback_outbox_' || tg_table_schema, new.bucket::text);
    return new;
end $$;
create trigger outbox_take_number before insert on outbox
    for each row execute function outbox_take_number();

create table inbox (
    consumer text not null,
    source text not null,
    event_id text not null,
    handled_at timestamptz not null default clock_timestamp(),
    primary key (consumer, source, event_id)
);

create table parked_event (
    id bigint primary key,
    subject_id text not null,
    topic text not null,
    event_id text not null,
    source text not null,
    record_key text not null,
    subject text not null,
    created_at timestamptz not null,
    appended_at timestamptz not null,
    traceparent text,
    body text not null
);
create index parked_event_subject on parked_event (subject_id, id);
create sequence parked_event_id;

-- A job that is done is deleted. token is raised by each taking: who holds an older one owns nothing.
create table job (
    id bigint generated always as identity primary key,
    kind text not null,
    subject_id text not null,
    generation bigint not null,
    payload text not null,
    traceparent text,
    created_at timestamptz not null default clock_timestamp(),
    run_at timestamptz not null default clock_timestamp(),
    owner text,
    token bigint not null default 0,
    lease_until timestamptz,
    failures integer not null default 0,
    gave_up boolean not null default false,
    failure text
);
create index job_run_at on job (run_at);
create index job_subject on job (subject_id);

create function job_wake_workers() returns trigger language plpgsql as $$
begin
    perform pg_notify('silverback_job_' || tg_table_schema, '');
    return null;
end $$;
create trigger job_wake_workers after insert on job
    for each statement execute function job_wake_workers();
