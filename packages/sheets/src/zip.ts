import { Inflate } from 'fflate';
import { LIMITS } from './limits.ts';
import { SheetProblem } from './sheet-problem.ts';

interface Entry {
  name: string;
  method: number;
  encrypted: boolean;
  compressedSize: number;
  size: number;
  headerAt: number;
}

const END = { signature: 0x06054b50, size: 22, maxComment: 65_535 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
const FULL_16 = 0xffff;
const FULL_32 = 0xffff_ffff;
// One push may give a thousand times as much: small pushes keep the counting close to the inflating.
const PUSH_BYTES = 4096;

/**
 * The parts of a workbook. Everything the directory says is checked before anything is inflated, and
 * what comes out is counted as it comes, because directories lie.
 */
export class Zip {
  private readonly entries: Map<string, Entry>;
  private inflated = 0;

  constructor(private readonly bytes: Uint8Array) {
    const entries = readDirectory(bytes);
    refuseBombs(entries);
    refuseOverlaps(entries, bytes);
    this.entries = new Map(entries.map((entry) => [keyOf(entry.name), entry]));
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** Hands over one part piece by piece. */
  read(name: string, take: (piece: Uint8Array) => void): void {
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw malformed(`its part ${name} is missing`);
    if (entry.encrypted) throw new SheetProblem('protected_file', 'This file is protected. Remove its password.');

    const data = dataOf(entry, this.bytes);
    const counted = this.counting(entry, take);
    if (entry.method === 0) return counted(data);
    if (entry.method !== 8) throw malformed('it is compressed in an unknown way');
    inflate(data, counted);
  }

  private counting(entry: Entry, take: (piece: Uint8Array) => void): (piece: Uint8Array) => void {
    let size = 0;
    return (piece) => {
      size += piece.length;
      this.inflated += piece.length;
      const isLying = size > entry.size || isOverRatio(size, entry.compressedSize);
      if (isLying || this.inflated > LIMITS.zipBytes) throw bomb();
      take(piece);
    };
  }
}

function inflate(data: Uint8Array, take: (piece: Uint8Array) => void): void {
  const inflater = new Inflate(take);
  for (let at = 0; at < data.length; at += PUSH_BYTES) {
    pushInto(inflater, data.subarray(at, at + PUSH_BYTES), at + PUSH_BYTES >= data.length);
  }
}

function pushInto(inflater: Inflate, piece: Uint8Array, final: boolean): void {
  try {
    inflater.push(piece, final);
  } catch (error) {
    if (error instanceof SheetProblem) throw error;
    throw malformed('it was cut off or damaged');
  }
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count === FULL_16 || count > LIMITS.zipEntries) throw bomb();

  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL.size > bytes.length || view.getUint32(at, true) !== CENTRAL.signature) {
      throw malformed('its table of contents is damaged');
    }
    entries.push(readEntry(view, at, bytes));
    at += CENTRAL.size + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END.size;
  for (let at = last; at >= Math.max(0, last - END.maxComment); at -= 1) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  throw malformed('it was cut off or damaged');
}

function readEntry(view: DataView, at: number, bytes: Uint8Array): Entry {
  const nameEnd = at + CENTRAL.size + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const [size = 0, compressedSize = 0, headerAt = 0] = widened(view, nameEnd, Math.min(extraEnd, bytes.length), [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + CENTRAL.size, nameEnd)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    size,
    compressedSize,
    headerAt,
  };
}

/** Some writers put every size into the zip64 field, however small it is. */
function widened(view: DataView, from: number, to: number, sizes: number[]): number[] {
  if (!sizes.includes(FULL_32)) return sizes;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== FULL_32 || next + 8 > to) return size;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return sizes;
}

function dataOf(entry: Entry, bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headerAt, compressedSize } = entry;
  if (headerAt + LOCAL.size > bytes.length || view.getUint32(headerAt, true) !== LOCAL.signature) {
    throw malformed('it was cut off or damaged');
  }
  const names = view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const start = headerAt + LOCAL.size + names;
  if (start + compressedSize > bytes.length) throw malformed('it was cut off or damaged');
  return bytes.subarray(start, start + compressedSize);
}

const NESTED = /\.(?:zip|gz|tgz|bz2|xz|7z|rar|jar|xls[xmb]?)$/i;

function refuseBombs(entries: Entry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const nested = entries.some(({ name }) => NESTED.test(name) && !name.startsWith('xl/embeddings/'));
  if (nested || total > LIMITS.zipBytes) throw bomb();
  if (entries.some(({ size, compressedSize }) => isOverRatio(size, compressedSize))) throw bomb();
}

function refuseOverlaps(entries: Entry[], bytes: Uint8Array): void {
  const sorted = entries.toSorted((a, b) => a.headerAt - b.headerAt);
  for (const [index, { headerAt, compressedSize }] of sorted.entries()) {
    const next = sorted[index + 1]?.headerAt ?? bytes.length;
    if (headerAt + LOCAL.size + compressedSize > next) throw bomb();
  }
}

function isOverRatio(size: number, compressedSize: number): boolean {
  return size > LIMITS.zipRatioFromBytes && size > compressedSize * LIMITS.zipRatio;
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function bomb(): SheetProblem {
  return new SheetProblem('zip_bomb', 'This file unpacks to far more than a spreadsheet holds, so it was not opened.');
}

function malformed(why: string): SheetProblem {
  return new SheetProblem('malformed_file', `This workbook cannot be read: ${why}. Save it again and retry.`);
}
