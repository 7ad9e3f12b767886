import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { AccountsRepository } from './accounts.repository.ts';
import { AuthController } from './auth.controller.ts';
import { AuthHandlers } from './auth.handlers.ts';
import { AuthService } from './auth.service.ts';
import { LinksService } from './links.service.ts';
import { NoticesService } from './notices.service.ts';
import { Passwords } from './passwords.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  imports: [PassportModule],
  controllers: [AuthController],
  providers: [
    AccountsRepository,
    AuthHandlers,
    AuthService,
    LinksService,
    NoticesService,
    Passwords,
    SessionsRepository,
    SessionsService,
  ],
  exports: [Passwords, SessionsService],
})
export class AuthModule {}
