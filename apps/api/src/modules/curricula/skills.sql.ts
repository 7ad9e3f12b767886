import { type Sql, sql } from '../../platform/database/sql.ts';

/**
 * The skills of these curricula with their place in the order, from 1: those that are taught first, categories as their
 * first skill comes, and in each the skills as they were put.
 */
export const skillsOf = (curriculumIds: Sql): Sql => sql`
  select k.id, k.curriculum_id as "curriculumId", k.name, k.category, k.description, k.retired_at as "retiredAt", k.version,
    (row_number() over (partition by k.curriculum_id order by k.retired_at is not null, k.opens, k.category, k.position, k.id))::int as position
  from (select *, min(position) over (partition by curriculum_id, retired_at is not null, category) as opens
    from skills where curriculum_id = any (${curriculumIds}::uuid[])) k`;
