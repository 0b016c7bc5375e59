-- A market or brand never lies inside itself, at whatever distance. Changes of parents are rare, so that they queue
-- for one lock: two transactions could otherwise each add one half of a cycle without seeing the other's.
create function refuse_parent_cycle() returns trigger language plpgsql as $$
declare
    in_cycle boolean;
begin
    perform pg_advisory_xact_lock('pg_class'::regclass::int, tg_relid::int);
    execute format('with recursive ancestor(id) as (
                        select $1
                        union
                        select t.parent_id from %1$I.%2$I t join ancestor a on t.id = a.id where t.parent_id is not null)
                    select exists (select from ancestor where id = $2)', tg_table_schema, tg_table_name)
        into in_cycle using new.parent_id, new.id;
    if in_cycle then
        raise exception using
            errcode = 'check_violation',
            constraint = tg_table_name || '_parents_form_no_cycle',
            table = tg_table_name,
            message = format('%s %s would lie inside itself', tg_table_name, new.id);
    end if;
    return null;
end $$;

create constraint trigger market_parents_form_no_cycle after insert or update of parent_id on market
    for each row when (new.parent_id is not null) execute function refuse_parent_cycle();
create constraint trigger brand_parents_form_no_cycle after insert or update of parent_id on brand
    for each row when (new.parent_id is not null) execute function refuse_parent_cycle();
