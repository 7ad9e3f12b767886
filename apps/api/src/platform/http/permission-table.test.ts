import { readFileSync } from 'node:fs';
import { grants, operations, permissionsOf, roles } from '@cartwheel/contracts';
import { permissionFile, permissionTable } from './permission-table.ts';

const rowOf = (name: string) =>
  permissionTable()
    .split('\n')
    .find((line) => line.startsWith(`| \`${name}\``));

describe('docs/permissions.md', () => {
  it('is up to date: node --import @swc-node/register/esm-register src/platform/http/permission-table.ts', () => {
    expect(readFileSync(permissionFile, 'utf8')).toBe(permissionTable());
  });

  it('has a row for every operation', () => {
    expect(operations.filter(({ id }) => rowOf(id) === undefined)).toEqual([]);
  });

  it('says yes, no, or which switch', () => {
    expect(rowOf('createCenter')).toMatch(/`centers:manage` \| yes \| no \| no \| no \|$/);
    expect(rowOf('markAttendance')).toMatch(/\| yes \| yes \| switch `attendance.frontDeskMayMark` \| yes \|$/);
    expect(rowOf('getSkillMatrix')).toMatch(/\| yes \| yes \| switch `privacy.frontDeskSeesProgress` \| yes \|$/);
    expect(rowOf('contacts:read')).toMatch(/\| yes \| yes \| yes \| switch `privacy.trainersSeePhones` \|$/);
  });

  it('knows every switch there is', () => {
    const on = {
      trainersSeePhones: true,
      trainersSeePaidFlag: true,
      frontDeskMayMark: true,
      frontDeskSeesProgress: true,
      frontDeskMayImportLeads: true,
    };
    for (const role of roles) {
      const widened = [...permissionsOf(role, on)].filter((name) => !grants[role].includes(name));
      for (const name of widened) expect(rowOf(name)).toContain('switch');
    }
  });
});
