-- One revision for the whole catalogue, bumped once by every transaction that changes anything. The row is locked until
-- that transaction ends, so that revisions are in commit order.
create table catalogue (
    id          boolean not null default true,
    revision    bigint not null default 0,
    changed_by  xid8 not null default '0',
    changed_at  timestamptz,
    constraint catalogue_pk primary key (id),
    constraint catalogue_is_one check (id),
    constraint catalogue_revision_is_not_negative check (revision >= 0)
);
insert into catalogue default values;

create function bump_revision() returns trigger language plpgsql as $$
begin
    update catalogue set revision = revision + 1, changed_by = pg_current_xact_id(), changed_at = now()
    where changed_by <> pg_current_xact_id();
    return null;
end $$;

do $$
declare
    changed text;
begin
    foreach changed in array array['citation', 'market', 'brand', 'partnership', 'member', 'territory', 'term', 'device',
                                   'launch', 'figure', 'figure_brand', 'claim', 'claim_device'] loop
        execute format('create trigger %1$s_change_bumps_the_revision after insert or update or delete or truncate on %1$s
                        for each statement execute function bump_revision()', changed);
    end loop;
end $$;
