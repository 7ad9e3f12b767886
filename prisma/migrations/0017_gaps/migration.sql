-- What an owner wants to look over: money that was decided on or taken back, enrollments that were cancelled, rights and
-- switches that changed, data that left. A column, because policies keep an index on an expression from being used.
alter table audit_log add column sensitive boolean not null generated always as (
  case entity
    when 'exports' then true
    when 'assignments' then true
    when 'center_settings' then true
    when 'discounts' then action = 'UPDATE' and before ->> 'status' is distinct from after ->> 'status'
    when 'payments' then action <> 'INSERT' or after ->> 'refunds_payment_id' is not null
    when 'invoices' then action = 'UPDATE' and before ->> 'voided_at' is null and after ->> 'voided_at' is not null
    when 'enrollments' then action = 'UPDATE' and before ->> 'cancelled_at' is null and after ->> 'cancelled_at' is not null
    else false
  end) stored;
create index audit_log_sensitive on audit_log (center_id, at desc, id desc) where sensitive;
