-- Report cards: what is written for them, the cards themselves, which never change, and whom they were sent to.

create table comment_snippets (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  id uuid not null default uuid_v7(),
  category text not null,
  text text not null,
  version integer not null default 1,
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  constraint comment_snippets_pkey primary key (center_id, id),
  check (char_length(text) between 1 and 300)
);
create unique index comment_snippets_center_id_category_text_key on comment_snippets (center_id, category, text);

create table report_card_drafts (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  student_id uuid not null,
  period_start date not null,
  period_end date not null,
  comments text not null default '',
  summary text not null default '',
  version integer not null default 1,
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  constraint report_card_drafts_pkey primary key (center_id, student_id, period_start, period_end),
  foreign key (center_id, student_id) references students (center_id, id),
  check (period_end >= period_start)
);

create table report_card_jobs (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  id uuid not null default uuid_v7(),
  batch_id uuid not null,
  period_start date not null,
  period_end date not null,
  summary text not null default '',
  status text not null default 'RUNNING',
  finished_at timestamptz(3),
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  constraint report_card_jobs_pkey primary key (center_id, id),
  foreign key (center_id, batch_id) references batches (center_id, id),
  check (status in ('RUNNING', 'DONE')),
  check ((status = 'DONE') = (finished_at is not null)),
  check (period_end >= period_start)
);
create index report_card_jobs_center_id_batch_id_created_at_idx on report_card_jobs (center_id, batch_id, created_at desc);
create unique index report_card_jobs_one_running on report_card_jobs (center_id, batch_id, period_start, period_end) where status = 'RUNNING';

create table report_card_job_students (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  job_id uuid not null,
  student_id uuid not null,
  position integer not null,
  outcome text,
  reason text,
  constraint report_card_job_students_pkey primary key (center_id, job_id, student_id),
  foreign key (center_id, job_id) references report_card_jobs (center_id, id),
  foreign key (center_id, student_id) references students (center_id, id),
  check (outcome in ('MADE', 'FAILED'))
);
create index report_card_job_students_center_id_student_id_idx on report_card_job_students (center_id, student_id);

create table report_cards (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  id uuid not null default uuid_v7(),
  student_id uuid not null,
  period_start date not null,
  period_end date not null,
  version integer not null,
  code text not null,
  hash text not null,
  job_id uuid,
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  constraint report_cards_pkey primary key (center_id, id),
  foreign key (center_id, student_id) references students (center_id, id),
  foreign key (center_id, job_id) references report_card_jobs (center_id, id),
  check (version >= 1),
  check (period_end >= period_start)
);
create unique index report_cards_center_id_student_id_period_start_period_end_v_key
  on report_cards (center_id, student_id, period_start, period_end, version);
create unique index report_cards_center_id_job_id_student_id_key on report_cards (center_id, job_id, student_id);
create unique index report_cards_center_id_code_key on report_cards (center_id, code);
create index report_cards_center_id_created_at_idx on report_cards (center_id, created_at desc);
create index report_cards_code_idx on report_cards (code);

create table report_card_snapshots (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  report_card_id uuid not null,
  body text not null,
  constraint report_card_snapshots_pkey primary key (center_id, report_card_id),
  foreign key (center_id, report_card_id) references report_cards (center_id, id)
);

-- A guardian may go; to whom it was sent stays.
create table report_card_sends (
  center_id uuid not null default (nullif(current_setting('app.center_id'::text, true), ''::text))::uuid,
  report_card_id uuid not null,
  guardian_id uuid not null,
  email text not null,
  sent_at timestamptz(3),
  created_at timestamptz(3) not null default app_now(),
  created_by uuid,
  updated_at timestamptz(3) not null default app_now(),
  updated_by uuid,
  constraint report_card_sends_pkey primary key (center_id, report_card_id, guardian_id, email),
  foreign key (center_id, report_card_id) references report_cards (center_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['comment_snippets', 'report_card_drafts', 'report_card_jobs', 'report_card_job_students', 'report_cards',
    'report_card_snapshots', 'report_card_sends'] loop
    execute format('alter table %I add constraint %I foreign key (center_id) references centers (id)', t, t || '_center');
  end loop;
  foreach t in array array['comment_snippets', 'report_card_drafts', 'report_card_jobs', 'report_cards', 'report_card_sends'] loop
    call keep_history(t::regclass);
  end loop;
  -- The trail tells of the card; neither its whole text nor every step of a job.
  foreach t in array array['report_card_snapshots', 'report_card_job_students'] loop
    call keep_history(t::regclass, quiet => true);
  end loop;
  call wall_center_table('comment_snippets', 'insert, update, delete');
  foreach t in array array['report_card_drafts', 'report_card_jobs', 'report_card_job_students', 'report_card_sends'] loop
    call wall_center_table(t::regclass, 'insert, update');
  end loop;
  foreach t in array array['report_cards', 'report_card_snapshots'] loop
    call wall_center_table(t::regclass, 'insert');
  end loop;
end $$;

-- A card that was given out stays as it was, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % never change', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger frozen before update or delete on report_cards for each row execute function refuse_change();
create trigger frozen before update or delete on report_card_snapshots for each row execute function refuse_change();

-- Somebody who holds a card in hand is known to nobody: the code says in which center to look, and nothing else.
create policy lookup on report_cards for select to cartwheel_lookup using (true);
grant select (center_id, code) on report_cards to cartwheel_lookup;
