import { randomBytes } from 'node:crypto';

const CODE_BYTES = 32;
/** Crockford's: no letter is taken for another when somebody types it from paper. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 160 random bits: nobody comes upon a card by trying. */
export const newCode = (): string => Array.from(randomBytes(CODE_BYTES), (byte) => SIGNS[byte % 32]).join('');

/** A code as somebody types it from paper. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
