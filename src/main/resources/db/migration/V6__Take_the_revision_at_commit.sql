-- The revision is taken at the commit, and not at the first change any more, so that writers wait for each other only while
-- they commit, and only after they have locked all that they change: nobody holds the catalogue and waits for anything else.
--
-- A constraint trigger can wait for the commit, but runs for each row, and knows no TRUNCATE. So a statement that changes
-- the catalogue announces its transaction by one row, and the constraint trigger on that row takes the revision.

-- Rows never outlive their transactions. So they need not survive a crash, and no replica needs them.
create unlogged table announced_change (
    transaction xid8 not null,
    constraint announced_change_pk primary key (transaction)
);

create function announce_change() returns trigger language plpgsql as $$
begin
    insert into announced_change values (pg_current_xact_id()) on conflict do nothing;
    return null;
end $$;

-- Where a client makes all constraints immediate, and changes more after that, a second announcement takes no second revision.
create function take_revision() returns trigger language plpgsql as $$
begin
    update catalogue set revision = revision + 1, changed_by = new.transaction, changed_at = clock_timestamp()
    where changed_by <> new.transaction;
    delete from announced_change where transaction = new.transaction;
    return null;
end $$;

create constraint trigger announced_change_takes_a_revision after insert on announced_change
    deferrable initially deferred for each row execute function take_revision();

do $$
declare
    changed text;
begin
    foreach changed in array array['citation', 'market', 'brand', 'partnership', 'member', 'territory', 'term', 'device',
                                   'launch', 'figure', 'figure_brand', 'claim', 'claim_device'] loop
        execute format('drop trigger %1$s_change_bumps_the_revision on %1$s', changed);
        execute format('create trigger %1$s_change_is_announced after insert or update or delete or truncate on %1$s
                        for each statement execute function announce_change()', changed);
    end loop;
end $$;
drop function bump_revision();

-- The lock that two halves of a cycle queue for was taken at the change of a parent, so that a transaction could hold it and
-- wait for a row of another one, which waits for the lock. Now a statement is checked without a lock, and so what its
-- transaction does; at the commit, when the lock on the catalogue is taken anyway, it is checked against what others have
-- committed meanwhile.
create or replace function refuse_parent_cycle() returns trigger language plpgsql as $$
declare
    in_cycle boolean;
begin
    if tg_nargs > 0 then
        perform from catalogue for update;
    end if;
    execute format('with recursive ancestor(id) as (
                        select parent_id from %1$I.%2$I where id = $1
                        union
                        select t.parent_id from %1$I.%2$I t join ancestor a on t.id = a.id where t.parent_id is not null)
                    select exists (select from ancestor where id = $1)', tg_table_schema, tg_table_name)
        into in_cycle using new.id;
    if in_cycle then
        raise exception using
            errcode = 'check_violation',
            constraint = tg_table_name || '_parents_form_no_cycle',
            table = tg_table_name,
            message = format('%s %s would lie inside itself', tg_table_name, new.id);
    end if;
    return null;
end $$;

create constraint trigger market_parents_form_no_cycle_at_commit after insert or update of parent_id on market
    deferrable initially deferred for each row when (new.parent_id is not null)
    execute function refuse_parent_cycle('at commit');
create constraint trigger brand_parents_form_no_cycle_at_commit after insert or update of parent_id on brand
    deferrable initially deferred for each row when (new.parent_id is not null)
    execute function refuse_parent_cycle('at commit');

-- Whoever changes a table by SQL need not have its schema in the search path.
do $$
declare
    of_triggers text;
begin
    foreach of_triggers in array array['announce_change', 'take_revision', 'refuse_parent_cycle'] loop
        execute format('alter function %s() set search_path = %I, pg_temp', of_triggers, current_schema());
    end loop;
end $$;
