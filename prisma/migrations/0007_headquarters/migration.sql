-- The HQ dashboard counts every center at once: from these it reads the index alone.
create index leads_new on leads (center_id, created_at);
create index leads_won on leads (center_id, status_since) where status = 'ENROLLED';
create index enrollments_running on enrollments (center_id, end_date, start_date, student_id) include (visits_included) where cancelled_at is null;
create index invoices_standing on invoices (center_id, id) include (total_minor) where voided_at is null;
create index invoices_voided on invoices (center_id, id) where voided_at is not null;
create index payment_allocations_amounts on payment_allocations (center_id) include (amount_minor);
