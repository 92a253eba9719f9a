create table verification (
    id text primary key,
    plan_id text not null,
    workspace text not null,
    cutover_id text,
    request text not null,
    word text not null,
    state text not null,
    generation bigint not null,
    report text,
    changed_at timestamptz not null
);

create index verification_by_cutover on verification (cutover_id) where cutover_id is not null;
