import { Injectable } from '@nestjs/common';
import { On, Outside } from '../../platform/events/events.ts';
import './auth.events.ts';
import type { EventMap } from '../../platform/events/events.ts';
import { LinksService } from './links.service.ts';
import { NoticesService } from './notices.service.ts';

@Injectable()
export class AuthHandlers {
  constructor(
    private readonly links: LinksService,
    private readonly notices: NoticesService,
  ) {}

  @Outside()
  @On('auth.link-requested')
  mailLink({ userId, purpose }: EventMap['auth.link-requested']) {
    return this.links.mail(userId, purpose);
  }

  @Outside()
  @On('auth.refresh-reused')
  warnOfReuse({ userId }: EventMap['auth.refresh-reused']) {
    return this.notices.signedOutForSafety(userId);
  }

  @Outside()
  @On('auth.password-changed')
  confirmChange({ userId }: EventMap['auth.password-changed']) {
    return this.notices.passwordChanged(userId);
  }
}
