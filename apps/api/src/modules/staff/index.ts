export { StaffModule } from './staff.module.ts';
export { StaffService } from './staff.service.ts';
