/** Something the person at the terminal can act on: the message is one whole sentence, shown without a stack. */
export class Failure extends Error {}

/** @param {string} text */
export const say = (text) => void process.stdout.write(`${text}\n`);

/** Shows a failure as its sentence, anything unexpected with its stack. @param {unknown} error */
export function showFailure(error) {
  const text = error instanceof Failure ? error.message : String((error instanceof Error && error.stack) || error);
  process.stderr.write(`\n${text}\n`);
}
