-- The feed tells which brands and partnerships a change concerns. Objects concern those that they reference before or after the
-- change, directly or through their device or launch; partnerships concern their members' brands, devices the brands whose work they
-- carry and their partnerships, and claims what their subjects concern.

do $$
declare
    history text := history_schema();
    node text;
    row_before_and_after text;
    links text;
begin
    create temporary table reference on commit drop as
        select c.conrelid::regclass::text as referencing, a.attname::text as attname, c.confrelid::regclass::text as referenced
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.connamespace = current_schema()::regnamespace;

    for node in select subjects() loop
        row_before_and_after := format('
            select t.* from %1$I t where t.id = $1
            union all
            select %2$s from %3$I.%1$I t where t.id = $1 and t.change = $2 and t.existed',
            node,
            (select string_agg(case when a.attgenerated = '' then format('t.%I', a.attname)
                                    else format('null::%s', format_type(a.atttypid, a.atttypmod)) end, ', ' order by a.attnum)
             from pg_attribute a where a.attrelid = node::regclass and a.attnum > 0 and not a.attisdropped),
            history);
        execute format('
            create function concerned_by_%1$s(key bigint, of_change bigint, out brands bigint[], out partnerships bigint[])
            language plpgsql stable as $f$
            declare
                devices bigint[];
            begin
                with r as (%2$s)
                select array(%3$s), array(%4$s), array(%5$s) into brands, partnerships, devices;
                partnerships := array(select unnest(partnerships) union select partnership_id from collaboration
                                      where device_id = any (devices));
                brands := array(select unnest(brands)
                                union select brand_id from member where partnership_id = any (partnerships)
                                union select brand_id from brand_device where device_id = any (devices)
                                union select brand_id from device where id = any (devices) and brand_id is not null);
            end $f$',
            node, row_before_and_after,
            -- references, and rows that link the node to others, now and before the change
            (select coalesce(string_agg(part, ' union '), 'select null::bigint where false') from (
                select case when node = 'brand' then 'select $1' end as part
                union all select format('select %I from r where %1$I is not null', attname) from reference
                          where referencing = node and referenced = 'brand'
                union all select format('select l.brand_id from %1$I l where l.%2$I = $1
                                         union select h.brand_id from %3$I.%1$I h where h.%2$I = $1 and h.change = $2 and h.existed',
                                        node || '_brand', node || '_id', history)
                          where node || '_brand' = any (catalogue_tables())) p where part is not null),
            (select coalesce(string_agg(part, ' union '), 'select null::bigint where false') from (
                select case when node = 'partnership' then 'select $1' end as part
                union all select format('select %I from r where %1$I is not null', attname) from reference
                          where referencing = node and referenced = 'partnership'
                union all select format('select l.partnership_id from %1$I l where l.%2$I = $1
                                         union select h.partnership_id from %3$I.%1$I h
                                               where h.%2$I = $1 and h.change = $2 and h.existed',
                                        node || '_partnership', node || '_id', history)
                          where node || '_partnership' = any (catalogue_tables())) p where part is not null),
            (select coalesce(string_agg(part, ' union '), 'select null::bigint where false') from (
                select case when node = 'device' then 'select $1' end as part
                union all select format('select %I from r where %1$I is not null', attname) from reference
                          where referencing = node and referenced = 'device' and attname <> 'series_id'
                union all select format('select device_id from launch where id in (select %I from r)', attname) from reference
                          where referencing = node and referenced = 'launch') p where part is not null));
    end loop;

    execute format('
        create function concerned(of_node text, of_key bigint, of_change bigint, out brands bigint[], out partnerships bigint[])
        language plpgsql stable as $f$
        declare
            subject text := of_node;
            subject_key bigint := of_key;
        begin
            if of_node = ''claim'' then
                select s.node, s.key into subject, subject_key from (
                    select t.* from claim t where t.id = of_key
                    union all
                    select %1$s from %2$I.claim t where t.id = of_key and t.change = of_change and t.existed limit 1) c
                cross join lateral (values %3$s) s (node, key) where s.key is not null;
            end if;
            case subject %4$s else null; end case;
            brands := coalesce(brands, ''{}'');
            partnerships := coalesce(partnerships, ''{}'');
        end $f$',
        (select string_agg(case when a.attgenerated = '' then format('t.%I', a.attname)
                                else format('null::%s', format_type(a.atttypid, a.atttypmod)) end, ', ' order by a.attnum)
         from pg_attribute a where a.attrelid = 'claim'::regclass and a.attnum > 0 and not a.attisdropped),
        history,
        (select string_agg(format('(%L, c.%I)', s, s || '_id'), ', ') from subjects() s),
        (select string_agg(format('when %L then select c.brands, c.partnerships into brands, partnerships
                                            from concerned_by_%s(subject_key, of_change) c;', s, s), ' ') from subjects() s));

    execute format('
        create function feed_entries(after bigint, until bigint, at_most integer)
        returns table (id bigint, committed_at timestamptz, type text, node_key bigint, brands bigint[], partnerships bigint[])
        language plpgsql stable set plan_cache_mode = force_generic_plan as $f$
        begin
            if after < (oldest_revision() << 24) - 1 then
                raise exception ''%%'', oldest_revision() using errcode = ''RF002'';
            end if;
            return query
                select e.id, l.at, replace(initcap(replace(e.node, ''_'', '' '')), '' '', ''''), e.key, c.brands, c.partnerships
                from (select n.id, n.node, coalesce(%1$s) as key from %2$I.entry n
                      where n.id > after and n.id <= until order by n.id limit at_most) e
                join %2$I.log l on l.revision = e.id >> 24
                cross join lateral concerned(e.node, e.key, l.change) c
                order by e.id;
        end $f$',
        (select string_agg(format('n.%I', s || '_id'), ', ') from (select subjects() union select 'claim') t (s)), history);
end $$;
