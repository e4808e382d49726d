alter table public.teams add column version int not null default 1;
