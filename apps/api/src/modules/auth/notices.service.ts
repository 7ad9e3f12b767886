import { Injectable } from '@nestjs/common';
import { Mailer } from '../../platform/mail/mailer.ts';
import { AccountsRepository } from './accounts.repository.ts';

@Injectable()
export class NoticesService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly mailer: Mailer,
  ) {}

  signedOutForSafety(userId: string): Promise<void> {
    return this.tell(userId, 'You were signed out for safety', [
      'A sign-in of yours was used from two places, so we ended it. If that was not you, set a new password.',
    ]);
  }

  passwordChanged(userId: string): Promise<void> {
    return this.tell(userId, 'Your password was changed', [
      'Your password was changed and every device was signed out. If that was not you, ask your center to lock the account.',
    ]);
  }

  private async tell(userId: string, subject: string, paragraphs: string[]): Promise<void> {
    const account = await this.accounts.findById(userId);
    if (account)
      await this.mailer.send({ to: account.email, subject, paragraphs: [`Hello ${account.name},`, ...paragraphs] });
  }
}
