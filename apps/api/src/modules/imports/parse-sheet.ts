import { SheetProblem } from '@cartwheel/sheets';
import { recognise, stage } from './sheet-reading.ts';
import type { SheetAnswer, SheetRequest } from './sheet-request.ts';

// A process of its own: a file that needs all of it takes nothing from anybody.
process.once('message', ({ want, request }: { want: 'recognise' | 'stage'; request: SheetRequest }) => {
  process.send?.(answer(want, request), () => process.exit(0));
});

function answer(want: 'recognise' | 'stage', request: SheetRequest): SheetAnswer {
  try {
    return want === 'stage' ? { done: true, rows: stage(request) } : { done: true, recognised: recognise(request) };
  } catch (error) {
    if (error instanceof SheetProblem) return { done: false, code: error.code, message: error.message };
    throw error;
  }
}
