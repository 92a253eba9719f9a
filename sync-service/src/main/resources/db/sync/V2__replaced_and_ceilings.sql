-- The artefact of this migration and generation that holds, encrypted, what an update or a deletion replaced; null for a creation.
alter table journal add column replaced text;

-- How many writes people allow on a gateway at once; none: as many as there are connections to it.
create table write_ceiling (
    gateway text primary key,
    ceiling integer not null
);
