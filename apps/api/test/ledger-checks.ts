/** Lots that are not what their entries say, that ever were below zero, or that took what is not theirs. */
export const broken = `
  select l.id, l.source, l.quantity, l.remaining, e.total, e.lowest from credit_lots l
  left join lateral (
    select sum(amount)::int as total, min(so_far)::int as lowest, bool_or(kind = case l.source when 'VISITS' then 'MAKEUP' else 'VISIT' end) as foreign_kind
    from (select amount, kind, sum(amount) over (order by id) as so_far from credit_entries e where e.center_id = l.center_id and e.lot_id = l.id) x) e on true
  where l.center_id = $1 and (l.remaining <> coalesce(e.total, 0) or l.remaining not between 0 and l.quantity or e.lowest < 0 or e.foreign_kind)`;

/** The same session paid twice for one student without one of the two being given back. */
export const doubled = `
  select session_id, student_id, kind from credit_entries e where center_id = $1 and kind = 'VISIT'
    and not exists (select from credit_entries r where r.center_id = e.center_id and r.reverses_id = e.id)
  group by 1, 2, 3 having count(*) > 1`;

/** What every entry looks like, to tell later whether one was changed. */
export const prints = `select id, md5(e::text) as print from credit_entries e where center_id = $1`;
