export type LinkPurpose = 'INVITE' | 'MAGIC_LINK' | 'PASSWORD_RESET';

declare module '../../platform/events/events.ts' {
  interface EventMap {
    /** Somebody is to receive a link by mail. The link is made when it is sent, so no token waits in a queue. */
    'auth.link-requested': { userId: string; purpose: LinkPurpose };
    /** A rotated refresh token came back: the session was ended and its owner should know. */
    'auth.refresh-reused': { userId: string };
    'auth.password-changed': { userId: string };
  }
}
