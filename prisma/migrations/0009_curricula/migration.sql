-- What is taught and how far everybody is. Curricula and their skills belong to the organization or to one of its centers;
-- ratings belong to the center, are only ever added, and what counts now is read off the last one.

-- As before, but a row whose center may be missing is told in the organization's trail, whatever its table is called.
create or replace procedure keep_history(target regclass, quiet boolean default false) language plpgsql as $$
declare
  has text[] := array(select attname::text from pg_attribute where attrelid = target and attnum > 0 and not attisdropped);
  of_center boolean := exists (select from pg_attribute where attrelid = target and attname = 'center_id' and attnotnull);
begin
  if 'updated_at' = any (has) then
    execute format('create trigger stamp before insert or update on %s for each row execute function stamp_row()', target);
  end if;
  if 'version' = any (has) and 'updated_at' = any (has) then
    execute format('create trigger version before update on %s for each row execute function next_version()', target);
  end if;
  execute format('create trigger audit after insert or update or delete on %s for each row %s execute function audit_row(%L)', target,
    case when quiet then $w$when (coalesce(current_setting('app.import_id', true), '') <> '')$w$ else '' end,
    case when of_center then 'center' else 'organization' end);
end $$;

create table curricula (
  id uuid not null default uuid_v7(),
  organization_id uuid not null default (nullif(current_setting('app.organization_id'::text, true), ''::text))::uuid,
  center_id uuid,
  name text not null,
  description text,
  copied_from_id uuid,
  archived_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  constraint curricula_pkey primary key (id),
  foreign key (copied_from_id) references curricula (id),
  foreign key (organization_id) references organizations (id),
  foreign key (center_id) references centers (id)
);
create unique index curricula_one_name on curricula (organization_id, center_id, name) nulls not distinct where archived_at is null;
create index curricula_organization_id_center_id_idx on curricula (organization_id, center_id);
create index curricula_center on curricula (center_id);
create index curricula_copied_from_id_idx on curricula (copied_from_id);

create table skills (
  id uuid not null default uuid_v7(),
  organization_id uuid not null default (nullif(current_setting('app.organization_id'::text, true), ''::text))::uuid,
  center_id uuid,
  curriculum_id uuid not null,
  name text not null,
  category text,
  description text,
  position integer not null,
  retired_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  constraint skills_pkey primary key (id),
  foreign key (curriculum_id) references curricula (id),
  foreign key (organization_id) references organizations (id),
  foreign key (center_id) references centers (id)
);
create unique index skills_one_name on skills (curriculum_id, name) where retired_at is null;
create index skills_curriculum_id_position_idx on skills (curriculum_id, position);
create index skills_organization on skills (organization_id);
create index skills_center on skills (center_id);
call keep_history('curricula');
call keep_history('skills');

-- A skill stands where its curriculum does, for good.
create function place_skill() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.curriculum_id <> old.curriculum_id then
    perform refuse('invalid_transition', 'A skill stays in its curriculum');
  end if;
  select organization_id, center_id into new.organization_id, new.center_id from curricula where id = new.curriculum_id;
  if not found then perform refuse('reference_not_found', 'There is no such curriculum'); end if;
  return new;
end $$;
create trigger place before insert or update on skills for each row execute function place_skill();

-- As the price list: a center reads those of the organization, and writes its own.
do $$
declare
  t text;
  organization constant text := $p$organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)$p$;
begin
  foreach t in array array['curricula', 'skills'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own on %I as restrictive for all to cartwheel_app, cartwheel_system
      using (%s and (center_id is null or (select nullif(current_setting('app.center_id', true), '')) is null
        or center_id = (select nullif(current_setting('app.center_id', true), '')::uuid)))
      with check (%s and center_id is not distinct from (select nullif(current_setting('app.center_id', true), '')::uuid))$p$, t, organization, organization);
    execute format('create policy own_organization on %I as restrictive for all to cartwheel_hq using (%s) with check (%s)', t, organization, organization);
    execute format('create policy rows on %I for all to cartwheel_app, cartwheel_hq, cartwheel_system using (true) with check (true)', t);
    execute format('grant select, insert on %I to cartwheel_app', t);
    execute format('grant select on %I to cartwheel_hq, cartwheel_system', t);
  end loop;
end $$;
grant update (name, description, archived_at, updated_at) on curricula to cartwheel_app;
grant update (name, category, description, position, retired_at) on skills to cartwheel_app;

-- What a center may use: its organization's, and its own. Keys do not see that; these do.
create function is_taught_in(p_center uuid, p_organization uuid, p_owner uuid) returns boolean language sql stable as $$
  select (p_owner is null or p_owner = p_center) and exists (select from centers where id = p_center and organization_id = p_organization)
$$;

alter table batches add column curriculum_id uuid, add foreign key (curriculum_id) references curricula (id);
create index batches_curriculum_id_idx on batches (curriculum_id);
create function guard_batch_curriculum() returns trigger language plpgsql as $$
begin
  if not exists (select from curricula c where c.id = new.curriculum_id and is_taught_in(new.center_id, c.organization_id, c.center_id)) then
    perform refuse('reference_not_found', 'There is no such curriculum here');
  end if;
  return null;
end $$;
create trigger guard_batch_curriculum after insert or update of curriculum_id on batches for each row
  when (new.curriculum_id is not null) execute function guard_batch_curriculum();

create table skill_assessments (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  id uuid not null default uuid_v7(),
  student_id uuid not null,
  skill_id uuid not null,
  level text not null,
  previous_level text not null default 'NOT_STARTED',
  note text,
  session_id uuid,
  assessed_at timestamptz(3) not null default app_now(),
  assessed_by uuid default current_actor(),
  constraint skill_assessments_pkey primary key (center_id, id),
  foreign key (center_id, student_id) references students (center_id, id),
  foreign key (skill_id) references skills (id),
  foreign key (center_id, session_id) references class_sessions (center_id, id),
  constraint skill_assessments_center foreign key (center_id) references centers (id),
  check (level in ('NOT_STARTED', 'IN_PROGRESS', 'ACHIEVED', 'MASTERED')),
  check (previous_level in ('NOT_STARTED', 'IN_PROGRESS', 'ACHIEVED', 'MASTERED'))
);
create index skill_assessments_center_id_student_id_assessed_at_id_idx on skill_assessments (center_id, student_id, assessed_at desc, id desc);
create index skill_assessments_center_id_session_id_idx on skill_assessments (center_id, session_id);
create index skill_assessments_skill_id_idx on skill_assessments (skill_id);

-- The last assessment of each skill of each student. Only the trigger below writes it.
create table skill_progress (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  student_id uuid not null,
  skill_id uuid not null,
  level text not null,
  assessment_id uuid not null,
  changed_at timestamptz(3) not null,
  constraint skill_progress_pkey primary key (center_id, student_id, skill_id),
  constraint skill_progress_center foreign key (center_id) references centers (id)
);
create index skill_progress_skill_id_idx on skill_progress (skill_id);

-- Assessments are a trail themselves: the other one tells of them only while an import runs.
call keep_history('skill_assessments', quiet => true);
call wall_center_table('skill_assessments', 'insert');
call wall_center_table('skill_progress', 'select');

-- After the row, so that the walls refuse first.
create function guard_assessed_skills() returns trigger language plpgsql as $$
begin
  if exists (select from fresh f where not exists (
    select from skills k where k.id = f.skill_id and is_taught_in(f.center_id, k.organization_id, k.center_id))) then
    perform refuse('reference_not_found', 'There is no such skill here');
  end if;
  return null;
end $$;
create trigger guard_assessed_skills after insert on skill_assessments referencing new table as fresh
  for each statement execute function guard_assessed_skills();

-- Whose they are changes when two records of a child become one, and an import that is taken back takes its own along.
create function keep_assessment() returns trigger language plpgsql as $$
begin
  if current_user = 'cartwheel_system' then
    if tg_op = 'DELETE' and current_setting('app.undoing', true) = 'on' then return old; end if;
    if tg_op = 'UPDATE' and to_jsonb(new) - 'student_id' = to_jsonb(old) - 'student_id' then return new; end if;
  end if;
  raise exception 'Assessments are added, never changed' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on skill_assessments for each row execute function keep_assessment();

create function move_assessments() returns trigger language plpgsql as $$
begin
  update skill_assessments set student_id = new.merged_into_id where center_id = new.center_id and student_id = new.id;
  return null;
end $$;
create trigger move_assessments after update of merged_into_id on students for each row
  when (new.merged_into_id is not null) execute function move_assessments();

grant create on schema public to cartwheel_system;
-- The later one counts, in whatever order they arrive.
create function sd_project_progress() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into public.skill_progress as p (center_id, student_id, skill_id, level, assessment_id, changed_at)
    select distinct on (student_id, skill_id) center_id, student_id, skill_id, level, id, assessed_at from fresh
    order by student_id, skill_id, assessed_at desc, id desc
    on conflict (center_id, student_id, skill_id) do update
      set level = excluded.level, assessment_id = excluded.assessment_id, changed_at = excluded.changed_at
      where (p.changed_at, p.assessment_id) < (excluded.changed_at, excluded.assessment_id);
    return null;
  end if;
  delete from public.skill_progress p using gone g
  where p.center_id = g.center_id and p.student_id = g.student_id and p.skill_id = g.skill_id;
  if tg_op = 'DELETE' then
    perform public.project_again(array(select distinct student_id from gone), array(select distinct skill_id from gone));
  else
    perform public.project_again(array(select student_id from gone union select student_id from fresh), array(select distinct skill_id from gone));
  end if;
  return null;
end $$;

create function project_again(p_students uuid[], p_skills uuid[]) returns void language sql as $$
  insert into public.skill_progress as p (center_id, student_id, skill_id, level, assessment_id, changed_at)
  select distinct on (student_id, skill_id) center_id, student_id, skill_id, level, id, assessed_at from public.skill_assessments
  where center_id = public.current_center() and student_id = any (p_students) and skill_id = any (p_skills)
  order by student_id, skill_id, assessed_at desc, id desc
  on conflict (center_id, student_id, skill_id) do update
    set level = excluded.level, assessment_id = excluded.assessment_id, changed_at = excluded.changed_at
$$;
alter function sd_project_progress owner to cartwheel_system;
revoke create on schema public from cartwheel_system;

create trigger project_added after insert on skill_assessments referencing new table as fresh
  for each statement execute function sd_project_progress();
create trigger project_moved after update on skill_assessments referencing old table as gone new table as fresh
  for each statement execute function sd_project_progress();
create trigger project_removed after delete on skill_assessments referencing old table as gone
  for each statement execute function sd_project_progress();
