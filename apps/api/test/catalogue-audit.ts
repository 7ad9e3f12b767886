import type pg from 'pg';

/** Of the organization, or of one of its centers: their policies let a center read both and write its own. */
const shared = ['plans', 'curricula', 'skills'];
const ofTheOrganization = [
  'organizations',
  'centers',
  'users',
  ...shared,
  'organization_audit_log',
  'idempotency_keys',
];
const app = 'cartwheel_app';

const tables = `
  select c.oid, c.relname as name, c.relkind, c.relrowsecurity as secured, c.relforcerowsecurity as forced, c.relowner, c.reloptions,
    a.attnum as center, a.attnotnull as required,
    has_any_column_privilege('${app}', c.oid, 'SELECT') or has_any_column_privilege('${app}', c.oid, 'INSERT, UPDATE') or has_table_privilege('${app}', c.oid, 'DELETE') as reachable
  from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'center_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

const functions = `
  select p.oid, p.proname as name, p.prosecdef as definer, p.proconfig from pg_proc p
  where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

const list = (names: string[]) => names.map((name) => `'${name}'`).join(', ');
const own = list(ofTheOrganization);
const either = list(shared);

/** Each answers what breaks it. The numbers are those of the security guide. */
const rules: Record<string, string> = {
  'R01 the application may be superuser, bypass policies or create roles': `select rolname as what from pg_roles where rolname = '${app}' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  'R02 the application belongs to another role': `select r.rolname as what from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member where u.rolname = '${app}'`,
  'R03 the application owns something': `select name as what from t where pg_get_userbyid(relowner) = '${app}'`,
  'R04 reachable without row-level security': `select name as what from t where reachable and relkind in ('r', 'p') and not secured`,
  'R05 row-level security is not forced': `select name as what from t where reachable and relkind in ('r', 'p') and secured and not forced`,
  'R06 neither of a center nor of the organization': `select name as what from t where reachable and relkind in ('r', 'p') and center is null and name not in (${own})`,
  'R07 the center may be missing': `select name as what from t where reachable and relkind in ('r', 'p') and center is not null and not required and name not in (${own})`,
  'R08 no policy lets the application in': `select name as what from t where reachable and relkind in ('r', 'p') and not exists (select from pg_policy p where p.polrelid = t.oid and p.polpermissive and '${app}'::regrole = any (p.polroles))`,
  'R09 a policy for everybody': `select t.name || '.' || p.polname as what from pg_policy p join t on t.oid = p.polrelid where p.polroles = array[0::oid]`,
  'R10 no wall that nothing can widen': `select name as what from t where reachable and relkind in ('r', 'p') and not exists (
      select from pg_policy p where p.polrelid = t.oid and not p.polpermissive and p.polcmd = '*' and '${app}'::regrole = any (p.polroles)
        and pg_get_expr(p.polqual, p.polrelid) ~ 'center_id|organization_id' and pg_get_expr(p.polwithcheck, p.polrelid) ~ 'center_id|organization_id')`,
  'R11 a policy reads its setting once per row': `select t.name || '.' || p.polname as what from pg_policy p join t on t.oid = p.polrelid,
      lateral (select coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as text) e
      where e.text ~ 'current_setting' and e.text !~* 'select[^;]*current_setting'`,
  'R12 what may be read and written differ': `select t.name || '.' || p.polname as what from pg_policy p join t on t.oid = p.polrelid
      where p.polcmd = '*' and t.name not in (${either}) and pg_get_expr(p.polqual, p.polrelid) is distinct from pg_get_expr(p.polwithcheck, p.polrelid) and p.polwithcheck is not null`,
  'R13 a key between centers without the center': `select c.conrelid::regclass || '.' || c.conname as what from pg_constraint c join t a on a.oid = c.conrelid join t b on b.oid = c.confrelid
      where c.contype = 'f' and a.center is not null and b.center is not null and b.name not in (${either})
        and not exists (select from generate_subscripts(c.conkey, 1) i where c.conkey[i] = a.center and c.confkey[i] = b.center)`,
  'R14 deleting a parent would empty the center': `select c.conrelid::regclass || '.' || c.conname as what from pg_constraint c join t a on a.oid = c.conrelid where c.contype = 'f' and c.confdeltype = 'n' and a.center = any (coalesce(c.confdelsetcols, c.conkey))`,
  'R15 a key without an index': `select c.conrelid::regclass || '.' || c.conname as what from pg_constraint c join t a on a.oid = c.conrelid where c.contype = 'f'
      and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indisvalid and i.indpred is null and c.conkey <@ (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)])`,
  'R16 unique across centers': `select i.indexrelid::regclass::text as what from pg_index i join t on t.oid = i.indrelid where t.center is not null and i.indisunique and not (t.center = any (i.indkey::int2[])) and t.name not in (${own})`,
  'R17 a view that does not run as its reader': `select name as what from t where relkind = 'v' and reachable and not coalesce(reloptions::text ~ 'security_invoker=(true|on|1)', false)`,
  'R18 a materialized view or foreign table': `select name as what from t where relkind in ('m', 'f') and reachable`,
  'R19 a function that runs as its owner without saying so': `select f.name as what from f where f.definer and has_function_privilege('${app}', f.oid, 'EXECUTE') and f.name !~ '^sd_'`,
  'R20 such a function without a fixed search path': `select f.name as what from f where f.definer and not coalesce(f.proconfig::text ~ 'search_path=', false)`,
  'R21 the application may truncate, reference or add triggers': `select name as what from t where relkind in ('r', 'p') and has_table_privilege('${app}', oid, 'TRUNCATE, REFERENCES, TRIGGER')`,
  'R22 the application may create': `select nspname as what from pg_namespace where nspname !~ '^pg_' and has_schema_privilege('${app}', oid, 'CREATE')`,
  'R23 a grant to everybody': `select t.name as what from t, pg_class c, aclexplode(c.relacl) x where c.oid = t.oid and x.grantee = 0`,
  'R24 an index that policies make useless': `select i.indexrelid::regclass || ' ' || a.attname as what from pg_index i join t on t.oid = i.indrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey::int2[])
      join pg_type y on y.oid = a.atttypid where t.center is not null and (y.typtype = 'e' or y.typname = 'numeric')`,
  'R25 an index on an expression': `select i.indexrelid::regclass::text as what from pg_index i join t on t.oid = i.indrelid where t.center is not null and i.indexprs is not null and i.indexrelid::regclass::text not in ('trainer_busy', 'freezes_overlap')`,
};

/** Every breach as `rule: what`. An empty answer is the promise. */
export async function auditCatalogue(client: Pick<pg.Pool, 'query'>): Promise<string[]> {
  const breaches: string[] = [];
  for (const [rule, query] of Object.entries(rules)) {
    const { rows } = await client.query<{ what: string }>(
      `with t as materialized (${tables}), f as (${functions}) ${query}`,
    );
    breaches.push(...rows.map(({ what }) => `${rule}: ${what}`));
  }
  return breaches;
}
