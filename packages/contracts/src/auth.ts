import * as z from 'zod';
import { operation } from './operation.ts';
import { permissions, Role } from './permissions.ts';
import { Currency, Email, Id, text } from './primitives.ts';

export const Password = z.string().min(12).max(128);
export const TimeZone = z.string().refine((zone) => {
  try {
    // oxlint-disable-next-line no-new -- it throws for a zone that is none
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone.includes('/') || zone === 'UTC';
  } catch {
    return false;
  }
}, 'Use an IANA time zone such as Asia/Kolkata');
export const Country = z.string().regex(/^[A-Z]{2}$/, 'Use an ISO 3166 code such as IN');

export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    organization: z.object({ id: Id, name: z.string() }),
    isSuperAdmin: z.boolean(),
    /** The centers this person may enter; for a super admin, all of the organization. */
    assignments: z.array(
      z.object({
        centerId: Id,
        centerName: z.string(),
        centerSlug: z.string(),
        role: Role,
        timezone: z.string(),
        currency: z.string(),
        country: z.string(),
        locale: z.string(),
        permissions: z.array(z.enum(permissions)),
      }),
    ),
    /** Of the center named by X-Center-Id, of the only one, or across the organization. */
    permissions: z.array(z.enum(permissions)),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

const SignedIn = z.object({ accessToken: z.string(), expiresAt: z.string(), user: Me });
const Accepted = z.object({ accepted: z.literal(true) });
const Token = z.string().min(20).max(200);
const open = { permission: 'public', scope: 'none', tag: 'Auth' } as const;

export const signUp = operation({
  ...open,
  id: 'signUp',
  method: 'POST',
  path: '/auth/signup',
  summary: 'Create an organization with its first center and its first super admin',
  body: z.strictObject({
    organizationName: text(120),
    centerName: text(120),
    country: Country,
    timezone: TimeZone,
    currency: Currency,
    name: text(120),
    email: Email,
    password: Password,
  }),
  answer: SignedIn,
  status: 201,
  problems: ['duplicate', 'rate_limited'],
});

export const login = operation({
  ...open,
  id: 'login',
  method: 'POST',
  path: '/auth/login',
  summary: 'Sign in with e-mail and password',
  body: z.strictObject({ email: Email, password: z.string().min(1).max(128) }),
  answer: SignedIn,
  problems: ['invalid_credentials', 'rate_limited'],
});

export const refreshSession = operation({
  ...open,
  id: 'refreshSession',
  method: 'POST',
  path: '/auth/refresh',
  summary: 'Exchange the refresh token for a new pair',
  body: z.strictObject({ refreshToken: Token.optional() }).optional(),
  answer: SignedIn,
  problems: ['session_revoked'],
});

export const logout = operation({
  ...open,
  id: 'logout',
  permission: 'signed-in',
  method: 'POST',
  path: '/auth/logout',
  summary: 'End this session',
  answer: z.object({ signedOut: z.literal(true) }),
});

export const getMe = operation({
  ...open,
  id: 'getMe',
  permission: 'signed-in',
  method: 'GET',
  path: '/auth/me',
  summary: 'Who is signed in, where, and what they may do',
  answer: Me,
});

export const requestMagicLink = operation({
  ...open,
  id: 'requestMagicLink',
  method: 'POST',
  path: '/auth/magic-link',
  summary: 'Mail a link that signs in; the answer never tells whether the address is known',
  body: z.strictObject({ email: Email }),
  answer: Accepted,
  status: 202,
  problems: ['rate_limited'],
});

export const consumeMagicLink = operation({
  ...open,
  id: 'consumeMagicLink',
  method: 'POST',
  path: '/auth/magic-link/consume',
  summary: 'Sign in with a mailed link, once, within ten minutes',
  body: z.strictObject({ token: Token }),
  answer: SignedIn,
  problems: ['invalid_token'],
});

export const requestPasswordReset = operation({
  ...open,
  id: 'requestPasswordReset',
  method: 'POST',
  path: '/auth/password-reset',
  summary: 'Mail a link to set a new password; the answer never tells whether the address is known',
  body: z.strictObject({ email: Email }),
  answer: Accepted,
  status: 202,
  problems: ['rate_limited'],
});

export const consumePasswordReset = operation({
  ...open,
  id: 'consumePasswordReset',
  method: 'POST',
  path: '/auth/password-reset/consume',
  summary: 'Set a new password with a mailed link, once, within thirty minutes; ends all sessions',
  body: z.strictObject({ token: Token, password: Password }),
  answer: z.object({ changed: z.literal(true) }),
  problems: ['invalid_token'],
});

export const acceptInvite = operation({
  ...open,
  id: 'acceptInvite',
  method: 'POST',
  path: '/auth/accept-invite',
  summary: 'Take up an invitation: set a password and sign in',
  body: z.strictObject({ token: Token, password: Password, name: text(120).optional() }),
  answer: SignedIn,
  problems: ['invalid_token', 'duplicate'],
});
