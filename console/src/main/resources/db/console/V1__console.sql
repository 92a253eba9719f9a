create table plan (
    id text primary key,
    name text not null,
    hash text not null,
    change text,
    mode text not null,
    blue text not null,
    green text not null,
    submitted_by text,
    submitted_at timestamptz not null,
    warnings text not null default '[]'
);
create index plan_name on plan (name, submitted_at);
create index plan_submitted on plan (submitted_at);

-- Of each subject and slot the newest event only: by generation, then by the broker's time, then
-- by the publisher's. So the order of arrival changes nothing, and neither does a redelivery.
create table fact (
    id text primary key,
    subject_id text not null,
    slot text not null,
    plan_id text,
    generation bigint not null,
    appended_at timestamptz not null,
    happened_at timestamptz not null,
    topic text not null,
    event_id text not null,
    body text not null
);
create index fact_subject on fact (subject_id);
create index fact_plan on fact (plan_id) where plan_id is not null;
create index fact_slot on fact (slot, appended_at);

-- Who said go at an open gate, on which evidence.
create table vote (
    subject_id text not null,
    gate text not null,
    step integer not null,
    evidence_hash text not null,
    said_by text not null,
    said_at timestamptz not null,
    primary key (subject_id, gate, step, evidence_hash, said_by)
);

-- The newest facts, for the stream and its replay; older ones stay on their topics.
create table event_log (
    sequence bigint generated always as identity primary key,
    topic text not null,
    event_id text not null,
    source text not null,
    record_key text not null,
    subject text not null,
    happened_at timestamptz not null,
    body text not null
);
