-- Extensions, time-ordered ids and the few words the other files are written in.
create extension if not exists btree_gist;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- UUID version 7 (RFC 9562, method 3): 48 bits of milliseconds, 12 of their fraction, then random bits. The fraction keeps
-- what one connection writes in order. PostgreSQL 18 has its own; 15 does not.
create function uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(
    overlay(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send(at / 1000) from 3) from 1 for 6)
      placing substring(int8send(28672 + (at % 1000) * 4096 / 1000) from 7) from 7 for 2), 'hex')::uuid
  from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as at) clock
$$;

create function current_center() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.center_id', true), '')::uuid
$$;

create function current_organization() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.organization_id', true), '')::uuid
$$;

create function current_actor() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.user_id', true), '')::uuid
$$;

-- The time as the application sees it, so that a test can set the clock.
create function app_now() returns timestamptz language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
$$;

create function weekday_of(day date) returns text language sql immutable strict parallel safe as $$
  select (array['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'])[extract(dow from day)::int + 1]
$$;

-- What people type is compared without accents, case and double spaces.
create function search_form(value text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, value)), '\s+', ' ', 'g'))
$$;

-- A refusal in the words of the API: the code, and a sentence for people.
create function refuse(code text, sentence text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'CW001', message = code, detail = sentence;
end $$;
