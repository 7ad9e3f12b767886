export { AuthModule } from './auth.module.ts';
export { Passwords } from './passwords.ts';
export { SessionsService } from './sessions.service.ts';
