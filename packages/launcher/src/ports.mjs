import net from 'node:net';
import { Failure } from './failure.mjs';

/** @param {number} port @param {string} [host] */
function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });
}

/** @returns {Promise<number>} a port of this machine that nothing uses right now */
export const freePort = () => listenOnce(0, '127.0.0.1');

/** @param {number} port */
export async function isFree(port) {
  try {
    await listenOnce(port, '127.0.0.1');
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string | undefined} text
 * @returns {number} the port that the text names, 3000 without one
 */
export function publicPort(text) {
  const port = Number(text ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`PORT is "${text}", which is not a port: give a number from 1 to 65535.`);
}

/** @param {number} port */
export async function assertFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    await listenOnce(port, host).catch((error) => refuse(port, error));
  }
}

/** @param {number} port @param {NodeJS.ErrnoException} error */
function refuse(port, error) {
  if (error.code === 'EADDRINUSE') {
    throw new Failure(
      `Port ${port} is taken by another program: stop that one, or choose another port with PORT=${port + 1} npm start.`,
    );
  }
  if (error.code === 'EACCES') {
    throw new Failure(`Port ${port} may not be opened by this user: choose a port above 1023, such as PORT=3000.`);
  }
}
