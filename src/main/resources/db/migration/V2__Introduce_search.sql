-- Search: the names of all objects that have some, in the form in which they are compared. They follow every change when it is
-- committed, whoever makes it.

-- A text without regard to case, to marks on letters and to forms of the same character: Ü, ü and u are equal, and so are Ａ and
-- a. FoldedText does the same in the service, which needs the places of what has matched.
create function fold(value text) returns text language sql immutable strict parallel safe as $$
    select translate(replace(lower(normalize(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]+', '', 'g'), NFKC)
                                   collate "default"), 'ß', 'ss'), 'øłđı', 'oldi')
$$;

-- The characters that are neither letters nor digits.
create function separators() returns text language sql immutable parallel safe as $$
    select '\u0001-/:-`{-\u00a9\u00ab-\u00b1\u00b4-\u00b8\u00bb-\u00bf\u00d7\u00f7\u1680\u180e\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ufe10-\ufe6f\ufeff'
$$;

-- The characters of scripts without spaces between words.
create function unspaced() returns text language sql immutable parallel safe as $$
    select '\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff'
$$;

-- Where words are divided without a separator: where letters meet a number as in mate60pro, and where scripts without spaces
-- meet others. A single letter belongs to its number, as in p60 and 12s.
create function word_boundaries() returns text language sql immutable parallel safe as $$
    select '(?<=[a-z][a-z])(?=[0-9])|(?<=[0-9])(?=[a-z][a-z])'
        || '|(?<=[' || unspaced() || '])(?=[0-9a-z])|(?<=[0-9a-z])(?=[' || unspaced() || '])'
$$;

-- A folded text with one space for whatever divides its words. Most names are ASCII, for which a simple expression takes a
-- tenth of the time.
create function spaced(value text) returns text language plpgsql immutable strict parallel safe as $$
begin
    if octet_length(value) = length(value) then
        return trim(regexp_replace(lower(value collate "C"), '[^0-9a-z]+', ' ', 'g'));
    end if;
    return trim(regexp_replace(fold(value), '[' || separators() || ']+', ' ', 'g'));
end $$;

-- A spaced text without spaces.
create function compact(words text) returns text language sql immutable strict parallel safe as $$
    select left(replace(words, ' ', ''), 200)
$$;

-- In scripts without spaces a word can begin at every character.
create function words_inside(words text) returns text language sql immutable strict parallel safe as $$
    select coalesce(string_agg(' ' || substr(w.word, n, 8), ''), '')
    from regexp_split_to_table(words, ' ') w (word), generate_series(2, length(w.word)) n
    where w.word ~ ('[' || unspaced() || ']')
$$;

-- The words that a spaced name is found by, of at most 40 characters, and more of them. All begin with the place of its kind.
create function lexemes_of(place smallint, spaced text, more text) returns tsvector
    language plpgsql immutable strict parallel safe as $$
declare
    words text := spaced;
    is_ascii constant boolean := octet_length(spaced) = length(spaced);
begin
    -- Few names need the second expression, which takes ten times as long.
    if words ~ '[a-z]{2}[0-9]|[0-9][a-z]{2}' or not is_ascii and words ~ ('[' || unspaced() || ']') then
        words := regexp_replace(words, word_boundaries(), ' ', 'g');
    end if;
    if not is_ascii and words ~ ('[' || unspaced() || ']') then
        words := words || words_inside(words);
    end if;
    words := words || ' ' || more;
    if length(words) > 40 then
        words := regexp_replace(words, '([^ ]{40})[^ ]+', '\1', 'g');
    end if;
    words := trim(words);
    return case when words = '' then '' else place || replace(words, ' ', ' ' || place) end::tsvector;
end $$;

-- The tables of all objects that can be found, in the order of a stage: it lists brands first.
create function searched_tables() returns text[] language sql immutable parallel safe as $$
    select array['brand', 'partnership', 'device', 'market', 'event', 'speaker', 'citation']
$$;

-- The place of the objects of a table among all that can be found.
create function place_of(of_table text) returns smallint language sql immutable strict parallel safe as $$
    select array_position(searched_tables(), of_table)::smallint
$$;

-- Whether a slug is more than a name with hyphens for spaces.
create function is_other_name(slug text, name text) returns boolean language sql immutable strict parallel safe as $$
    select translate(slug, '-', '') <> translate(lower(name), ' -', '')
$$;

-- The names of all objects.
create view named_object as
    select place_of('brand') as place, id as key, 'name' as property, name as text, '' as brands from brand
    union all
    select place_of('brand'), id, 'slug', slug, '' from brand where is_other_name(slug, name)
    union all
    select place_of('brand'), brand_id, 'aliases', text, '' from alias where brand_id is not null
    union all
    select place_of('partnership'), id, 'name', name, '' from partnership
    union all
    select place_of('partnership'), id, 'slug', slug, '' from partnership where is_other_name(slug, name)
    union all
    select place_of('device'), d.id, n.property, n.text, o.brands
    from device d cross join lateral (
        select coalesce(string_agg('#' || b.brand_id, ' ' order by b.brand_id), '') from brand_device b where b.device_id = d.id
    ) o (brands) cross join lateral (
        select 'name', d.name
        union all
        select 'slug', d.slug where is_other_name(d.slug, d.name)
        union all
        select 'aliases', a.text from alias a where a.device_id = d.id
        union all
        select distinct 'variants', v.code from variant v where v.device_id = d.id and v.code is not null) n (property, text)
    union all
    select place_of('market'), id, 'name', name, '' from market
    union all
    select place_of('market'), id, 'code', code, '' from market
    union all
    select place_of('event'), id, 'name', name, '' from event
    union all
    select place_of('event'), id, 'slug', slug, '' from event where is_other_name(slug, name)
    union all
    select place_of('speaker'), id, 'name', name, '' from speaker
    union all
    select place_of('speaker'), id, 'slug', slug, '' from speaker where is_other_name(slug, name)
    union all
    select place_of('citation'), id, 'title', title, '' from citation where title is not null
    union all
    select place_of('citation'), id, 'key', key, '' from citation;

-- A name of an object. As a whole, a text is compared without what divides its words, because nobody remembers spaces and
-- hyphens. A device is also found by the brands whose work it carries: by their keys, which stay the same when a brand gets
-- another name.
create table search_name (
    id        bigint generated always as identity,
    place     smallint not null,
    key       bigint not null,
    property  text collate "C" not null,
    text      text collate "C" not null,
    brands    text collate "C" not null,
    compact   text collate "C" not null,
    lexemes   tsvector not null,
    constraint search_name_pk primary key (id)
);
create index search_name_compact on search_name (place, compact, key);
create index search_name_key on search_name (place, key);
-- A search reads the list of pending entries, so that it may not be long.
create index search_name_lexemes on search_name using gin (lexemes) with (gin_pending_list_limit = 64);

-- The words that begin with two letters, and those that others are corrected to. The latter have further spellings: what remains
-- without one of their letters, or without two if they are long. Two spellings are equal if one letter is missing, added or another,
-- or two are exchanged. Words stay when names go; they lead to nothing then.
create table search_spelling (
    spelling  text collate "C" not null,
    word      text collate "C" not null
);
create index search_spelling_of on search_spelling (spelling, word);
create index search_spelling_word on search_spelling (word) where spelling = word;

-- Whether a word, or the beginning of one, begins with two letters. All words that do so are kept.
create function begins_with_letters(word text) returns boolean language sql immutable parallel safe as $$
    select word ~ '^[a-z]{2}'
$$;

-- Whether a word is one that others are corrected to. Short words differ from too many others, and those with digits are no words.
create function is_correction(word text) returns boolean language sql immutable parallel safe as $$
    select word ~ '^[^0-9#]{4,20}$' and word !~ ('[' || unspaced() || ']')
$$;

-- The spellings of a word without up to a number of its letters.
create function spellings(word text, missing integer) returns setof text language plpgsql immutable strict parallel safe as $$
begin
    return query
        with recursive spelled (spelling, n) as (
            select word, 0
            union
            select left(s.spelling, i - 1) || substr(s.spelling, i + 1), s.n + 1
            from spelled s, generate_series(1, length(s.spelling)) i where s.n < missing)
        select distinct s.spelling from spelled s;
end $$;

-- Derives the names of some objects of a table: the function derive_names_of_<table>. Those of new objects need not be compared. Each
-- table has a function of its own, whose plans leave out the names of all others.
do $$
declare
    named text;
begin
    foreach named in array searched_tables() loop
        execute format($create$
create function derive_names_of_%1$s(keys bigint[]) returns void language plpgsql as $body$
declare
    known bigint[] := array(select distinct key from search_name where place = %2$s and key = any (keys));
    renamed bigint[] := keys;
begin
    if cardinality(known) > 0 then
        renamed := array(
            select distinct coalesce(n.key, s.key)
            from (select key, property, text, brands from named_object where place = %2$s and key = any (keys)) n
            full join (select key, property, text, brands from search_name where place = %2$s and key = any (keys)) s
                using (key, property, text, brands)
            where n.key is null or s.key is null);
        delete from search_name where place = %2$s and key = any (renamed);
    end if;
    if cardinality(renamed) > 0 then
        with added as (
            insert into search_name (place, key, property, text, brands, compact, lexemes)
            select place, key, property, text, brands, compact(words), lexemes_of(place, words, brands)
            -- OFFSET 0 is an optimization fence: each name is folded once
            from (select *, spaced(text) as words from named_object where place = %2$s and key = any (renamed) offset 0) n
            returning lexemes)
        insert into search_spelling (spelling, word)
        select spellings(w.word, case when not is_correction(w.word) then 0 when length(w.word) < 8 then 1 else 2 end), w.word
        from (select distinct substr(l.word, 2) as word from added a, unnest(tsvector_to_array(a.lexemes)) l (word)) w
        where (begins_with_letters(w.word) or is_correction(w.word))
            and not exists (select from search_spelling s where s.spelling = w.word and s.word = w.word);
    end if;
end $body$ $create$, named, place_of(named));
    end loop;
end $$;

-- The stages of a search, each of other objects than those before: the query is a name; it begins one; each of its words begins
-- a word of a name, in any order; or would do so if its spelling were corrected. A stage lists its objects by their place.
-- Within a place, those whose names have more of the words themselves precede, and then those with shorter names.
create type search_position as (
    stage    smallint,
    place    smallint,
    errors   smallint,
    surplus  smallint,
    compact  text collate "C",
    key      bigint
);

create type search_result as (
    stage        smallint,
    place        smallint,
    errors       smallint,
    surplus      smallint,
    compact      text,
    key          bigint,
    property     text,
    text         text,
    corrections  text[],
    brand_names  text[]
);

-- The words with almost the same spelling.
create function similar_words(of_word text, most integer) returns text[] language plpgsql stable as $$
begin
    return array(
        select s.word from search_spelling s
        where s.spelling = any (array(select spellings(of_word, case when length(of_word) < 4 then 0 else 1 end))) and s.word <> of_word
            and of_word ~ '^[^0-9]{3,20}$' and is_correction(s.word)
        group by s.word order by max(length(s.spelling)) desc, abs(length(s.word) - length(of_word)), s.word limit most);
end $$;

-- The shortest name of each of some brands that has one of these words.
create function names_of_brands(of_brands text, words text[]) returns text[] language plpgsql stable as $$
begin
    return array(
        select distinct on (n.key) n.text from search_name n
        where n.place = place_of('brand') and n.key = any (array(select ltrim(b, '#')::bigint from string_to_table(of_brands, ' ') b))
            and n.lexemes @@ (select string_agg(place_of('brand') || w, ' | ') from unnest(words) w)::tsquery
        order by n.key, length(n.text), n.id);
end $$;

-- The brands with one of some words in their names, as lexemes.
create function brands_named(words text[], most integer) returns setof text language sql stable as $$
    select distinct '#' || key
    from (select key from search_name
          where lexemes @@ (select string_agg(place_of('brand') || w, ' | ') from unnest(words) w)::tsquery limit most) n
$$;

-- The lexemes that begin with a text: its words, or the beginning itself if it has more than a number of them. An index intersects
-- the names with whole words without reading all of them, but not those with a beginning.
create function lexemes_beginning(beginning text, most integer) returns text[] language plpgsql stable as $$
declare
    words constant text[] := array(
        select distinct s.word from search_spelling s
        where s.spelling = s.word and s.word >= beginning and s.word < beginning || chr(1114111) limit most + 1);
begin
    return case when cardinality(words) > most then array[beginning || ':*'] when words = '{}' then array[beginning] else words end;
end $$;

-- The lexemes that a word of a query leads to, as a part of a tsquery where ~ stands for the place: those that it begins,
-- unless it is a single letter or digit, its corrections, and the brands that these words name.
create function lexemes_for(word text, corrections text[], most integer) returns text language plpgsql stable as $$
declare
    begun constant text[] := case
        when word ~ ('[' || unspaced() || ']') then array[left(word, 8) || ':*']
        when length(word) = 1 then array[word]
        when begins_with_letters(word) then lexemes_beginning(left(word, 40), most)
        else array[left(word, 40) || ':*'] end;
begin
    return '(~' || array_to_string(begun || corrections || array(select b from brands_named(word || corrections, most) b), ' | ~') || ')';
end $$;

-- The same at one place, with brands or without them. Only devices are found by brands.
create function lexemes_at(place smallint, lexemes text, with_brands boolean) returns tsquery
    language sql immutable parallel safe as $$
    select replace(case when with_brands then lexemes else regexp_replace(lexemes, ' [|] ~#[0-9]+', '', 'g') end,
                   '~', place::text)::tsquery
$$;

-- The first or last names of a place between two texts, each as the first of its object that the query begins.
create function names_between(
    of_place smallint, query text, low_text text, low_key bigint, high_text text, high_key bigint, forward boolean, most integer)
    returns setof search_name language plpgsql stable
    set enable_bitmapscan = off set enable_sort = off set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
    if forward then
        return query
            select n.* from search_name n
            where n.place = of_place and (n.compact, n.key) > (low_text, low_key) and (n.compact, n.key) < (high_text, high_key)
                and not exists (select from search_name o where o.place = of_place and o.key = n.key
                                    and o.compact >= query and (o.compact, o.id) < (n.compact, n.id))
            order by n.place, n.compact, n.key limit most;
    else
        return query
            select n.* from search_name n
            where n.place = of_place and (n.compact, n.key) > (low_text, low_key) and (n.compact, n.key) < (high_text, high_key)
                and not exists (select from search_name o where o.place = of_place and o.key = n.key
                                    and o.compact >= query and (o.compact, o.id) < (n.compact, n.id))
            order by n.place desc, n.compact desc, n.key desc limit most;
    end if;
end $$;

-- Searches the objects of some places, between two positions: the first ones, or the last ones backwards. It stops when it has
-- found enough. The first two stages scan an index; the others take at most 200 names of each place into account, and the last
-- one at most five words.
create function search(
    query text, words text[], places smallint[], after search_position, before search_position, forward boolean, most integer)
    returns setof search_result language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
    direction constant integer := case when forward then 1 else -1 end;
    -- The more words, the fewer brands are taken into account for each of them.
    brands constant integer := least(10, 30 / cardinality(words));
    remaining integer := most;
    found_now integer;
    corrections text[] := '{}';
    plain text[];
    corrected text[];
    word text;
    spelled_alike text[];
    of_stage smallint;
    of_place smallint;
    low search_position;
    high search_position;
begin
    <<stages>>
    foreach of_stage in array case when forward then '{1,2,3,4}' else '{4,3,2,1}' end::smallint[] loop
        continue when of_stage < after.stage or of_stage > before.stage;
        if of_stage >= 3 and plain is null then
            select array_agg(lexemes_for(w, '{}', brands)) into plain from unnest(words) w;
        end if;
        if of_stage = 4 then
            continue when cardinality(words) > 5;
            foreach word in array words loop
                spelled_alike := similar_words(word, brands / 2);
                corrections := corrections || spelled_alike;
                corrected := corrected || lexemes_for(word, spelled_alike, brands);
            end loop;
            continue when corrections = '{}';
        end if;
        foreach of_place in array array(select p from unnest(places) p order by p * direction) loop
            continue when (of_stage, of_place) < (after.stage, after.place) or (of_stage, of_place) > (before.stage, before.place);
            low := case when (of_stage, of_place) = (after.stage, after.place) then after end;
            high := case when (of_stage, of_place) = (before.stage, before.place) then before end;
            if of_stage <= 2 then
                return query
                    select of_stage, of_place, 0::smallint, 0::smallint, n.compact, n.key, n.property, n.text, '{}'::text[], '{}'::text[]
                    from names_between(
                        of_place, query, coalesce(low.compact, case of_stage when 1 then query else query || '0' end),
                        coalesce(low.key, 0), coalesce(high.compact, case of_stage when 1 then query else query || chr(1114111) end),
                        coalesce(high.key, 9223372036854775807), forward, remaining) n;
            else
                return query
                    select * from names_matching(
                        of_stage, of_place, query, words, plain, case of_stage when 3 then plain else corrected end, corrections, low,
                        high, direction, remaining);
            end if;
            get diagnostics found_now = row_count;
            remaining := remaining - found_now;
            exit stages when remaining = 0;
        end loop;
    end loop;
end $$;

-- The objects of a place with a name that matches all words of a query and that no earlier stage finds.
create function names_matching(
    of_stage smallint, of_place smallint, query text, words text[], plain text[], accepted text[], corrections text[],
    low search_position, high search_position, direction integer, most integer) returns setof search_result
    language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
    by_brand constant boolean := of_place = place_of('device');
    each_plain constant tsquery[] := array(select lexemes_at(of_place, p, false) from unnest(plain) p);
    all_plain constant tsquery := lexemes_at(of_place, array_to_string(plain, ' & '), by_brand);
    wanted constant tsquery := case of_stage
        when 3 then all_plain else lexemes_at(of_place, array_to_string(accepted, ' & '), by_brand) && !! all_plain end;
begin
    return query
        select of_stage, of_place, r.errors, r.surplus, r.compact, r.key, r.property, r.text, corrections,
            case when by_brand and r.errors > 0 then names_of_brands(r.brands, words || corrections) else '{}' end
        from (select o.*
              from (select distinct on (c.key) c.key, c.property, c.text, c.compact, c.brands,
                        (length(c.compact) - length(query))::smallint as surplus,
                        (select count(*) from unnest(each_plain) p where not c.lexemes @@ p)::smallint as errors
                    from (select * from search_name where lexemes @@ wanted limit 200) c
                    order by c.key, errors, surplus, c.compact, c.id) o
              order by direction * row_number() over (order by o.errors, o.surplus, o.compact, o.key) offset 0) r
        where (low is null or (r.errors, r.surplus, r.compact, r.key) > (low.errors, low.surplus, low.compact, low.key))
            and (high is null or (r.errors, r.surplus, r.compact, r.key) < (high.errors, high.surplus, high.compact, high.key))
            -- PostgreSQL does not turn a condition with IS NOT TRUE into a join, so that it tests only as many as are wanted
            and (exists (select from search_name e where e.place = of_place and e.key = r.key
                             and (e.compact between query and query || chr(1114111) or of_stage = 4 and e.lexemes @@ all_plain))) is not true
        limit most;
end $$;

-- The objects whose names a transaction has changed, when it is committed. They are locked then, because their evidence was
-- weighed.
create function derive_changed_names() returns void language plpgsql as $$
declare
    changed record;
begin
    for changed in
        select subject, array_agg(id) as keys from changed_subject
        where transaction = pg_current_xact_id() and subject = any (searched_tables()) group by 1 order by 1
    loop
        execute format('select derive_names_of_%s($1)', changed.subject) using changed.keys;
    end loop;
end $$;

-- Derives all names anew, for whoever has changed tables without triggers.
create function derive_all_names() returns void language plpgsql as $$
declare
    named text;
begin
    truncate search_name, search_spelling;
    foreach named in array searched_tables() loop
        execute format('select derive_names_of_%1$s(array(select id from %1$I))', named);
    end loop;
end $$;

-- An alias, a code of a variant and the devices of a brand are names of their owners. The arguments are the subject and its
-- column.
create function mark_owners_of_names() returns trigger language plpgsql as $$
begin
    perform set_config('rangefinder.weighed', '', true);
    execute format('insert into changed_subject (subject, id) select distinct %L, %2$I from changed where %2$I is not null
                    on conflict do nothing', tg_argv[0], tg_argv[1]);
    return null;
end $$;

create function derive_names_after_truncation() returns trigger language plpgsql as $$
begin
    perform derive_all_names();
    return null;
end $$;

do $$
declare
    owned record;
    event text;
    named text;
begin
    for owned in values ('alias', 'brand', 'brand_id'), ('alias', 'device', 'device_id'), ('variant', 'device', 'device_id'),
            ('brand_device', 'device', 'device_id') loop
        foreach event in array array['insert', 'update', 'delete'] loop
            execute format('create trigger %1$s_%4$s_is_a_name_of_its_%2$s after %4$s on %1$s referencing %5$s table as changed
                            for each statement execute function mark_owners_of_names(%2$L, %3$L)',
                           owned.column1, owned.column2, owned.column3, event, case event when 'insert' then 'new' else 'old' end);
        end loop;
        execute format('create trigger %1$s_update_to_a_name_of_its_%2$s after update on %1$s referencing new table as changed
                        for each statement execute function mark_owners_of_names(%2$L, %3$L)',
                       owned.column1, owned.column2, owned.column3);
    end loop;
    foreach named in array array['alias', 'brand', 'brand_device', 'citation', 'device', 'event', 'market', 'partnership', 'speaker',
            'variant'] loop
        execute format('create trigger %1$s_truncation_removes_names after truncate on %1$s
                        for each statement execute function derive_names_after_truncation()', named);
    end loop;
    foreach named in array array['mark_owners_of_names', 'derive_names_after_truncation'] loop
        execute format('alter function %s() security definer set search_path = %I, %I, pg_temp', named, current_schema(), history_schema());
        execute format('revoke execute on function %s() from public', named);
    end loop;
end $$;
