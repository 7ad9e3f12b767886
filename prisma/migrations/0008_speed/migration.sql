-- Lists show the newest first and stop after a page: in this order they read a page, not the center.
create index invoices_newest on invoices (center_id, created_at desc, id desc);
create index enrollments_newest on enrollments (center_id, created_at desc, id desc);
