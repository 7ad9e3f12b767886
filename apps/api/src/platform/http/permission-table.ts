import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Access,
  type Operation,
  operations,
  type Permission,
  permissions,
  permissionsOf,
  type Role,
  roles,
  type Switches,
} from '@cartwheel/contracts';

export const permissionFile = fileURLToPath(new URL('../../../../../docs/permissions.md', import.meta.url));

const off: Switches = {
  trainersSeePhones: false,
  trainersSeePaidFlag: false,
  frontDeskMayMark: false,
  frontDeskSeesProgress: false,
  frontDeskMayImportLeads: false,
};
const switches: Record<keyof Switches, string> = {
  trainersSeePhones: 'privacy.trainersSeePhones',
  trainersSeePaidFlag: 'privacy.trainersSeePaidFlag',
  frontDeskMayMark: 'attendance.frontDeskMayMark',
  frontDeskSeesProgress: 'privacy.frontDeskSeesProgress',
  frontDeskMayImportLeads: 'leads.frontDeskMayImport',
};

const head = `# Who may do what

Made from the contracts by \`apps/api/src/platform/http/permission-table.ts\`; a test fails when it is out of date.
\`switch\` means: when the center has turned the named setting on. Finer rules, such as "only their own sessions", are in
each domain. An operation outside this table does not start.
`;

/** The whole access policy as Markdown: operation × role, then permission × role for the fields that need one. */
export function permissionTable(): string {
  const byOperation = operations.map((operation) => [
    `\`${operation.id}\``,
    `${operation.method} ${operation.path}`,
    `\`${operation.permission}\``,
    ...roles.map((role) => mayCall(role, operation)),
  ]);
  const byPermission = permissions.map((name) => [`\`${name}\``, ...roles.map((role) => mayHold(role, name))]);
  return [
    head,
    '## Operations\n',
    table(['Operation', 'Address', 'Permission', ...roles], byOperation),
    '\n## Permissions\n',
    'A field of an answer that needs a permission is absent for those who lack it.\n',
    table(['Permission', ...roles], byPermission),
    '',
  ].join('\n');
}

function mayCall(role: Role, { permission, scope }: Operation): string {
  if (scope === 'organization' && role !== 'SUPER_ADMIN') return 'no';
  return isOpen(permission) ? 'yes' : mayHold(role, permission);
}

const isOpen = (access: Access): access is 'public' | 'signed-in' => access === 'public' || access === 'signed-in';

function mayHold(role: Role, permission: Permission): string {
  if (permissionsOf(role, off).has(permission)) return 'yes';
  const names = Object.entries(switches)
    .filter(([name]) => permissionsOf(role, { ...off, [name]: true }).has(permission))
    .map(([, setting]) => `\`${setting}\``);
  return names.length === 0 ? 'no' : `switch ${names.join(', ')}`;
}

function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

if (import.meta.main) writeFileSync(permissionFile, permissionTable());
