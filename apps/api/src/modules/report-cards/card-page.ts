import type { ReportCardSnapshot } from '@cartwheel/contracts';
import { PageWriter } from '../../platform/pdf/page-writer.ts';
import { writeClosing } from './card-closing.ts';
import { GREY, INK, LEFT, type Sheet, WIDTH, writeRemark } from './card-sheet.ts';
import { writeSkills } from './card-skills-page.ts';
import { dayShown, termShown } from './card-words.ts';

const TOP = 56;
const BOTTOM = 800;

/** A report card as A4 pages. The same snapshot is the same bytes, whenever and wherever it is printed. */
export function printCard(snapshot: ReportCardSnapshot): Promise<Buffer> {
  const { center, student, issuedAt } = snapshot;
  const page = new PageWriter({
    size: 'A4',
    title: `Report card of ${student.name}`,
    language: center.locale,
    createdAt: new Date(issuedAt ?? `${snapshot.issuedOn}T00:00:00Z`),
  });
  const sheet: Sheet = {
    page,
    y: TOP,
    ensure: (height) => {
      if (sheet.y + height <= BOTTOM) return;
      page.document.addPage();
      band(page, center.color);
      sheet.y = TOP;
    },
  };
  band(page, center.color);
  writeHead(sheet, snapshot);
  writeStudent(sheet, snapshot);
  writeAttendance(sheet, snapshot);
  if (snapshot.summary) writeRemark(sheet, 'Summary', snapshot.summary);
  writeSkills(sheet, snapshot);
  writeClosing(sheet, snapshot);
  writeFooters(page, snapshot);
  return page.finish();
}

const band = (page: PageWriter, color: string): void => void page.document.rect(0, 0, 595, 8).fill(color);

function writeHead(sheet: Sheet, { center, period, version }: ReportCardSnapshot): void {
  const { page } = sheet;
  page.document.roundedRect(LEFT, 32, 36, 36, 8).fill(center.color);
  const initial = [...new Intl.Segmenter().segment(center.organization)][0]?.segment ?? '';
  page.write(initial.toUpperCase(), {
    x: LEFT + 10,
    y: 57,
    width: 24,
    size: 20,
    weight: 'bold',
    color: onColor(center.color),
  });
  const names = { x: LEFT + 46, width: WIDTH * 0.5 - 46 };
  const below = page.write(center.organization, { ...names, y: 46, size: 14, weight: 'bold', maxLines: 2 });
  page.write(center.name, { ...names, y: below - 3, size: 9, color: GREY, maxLines: 1 });
  const side = { x: LEFT + WIDTH * 0.5, width: WIDTH * 0.5, align: 'right' } as const;
  page.write('Report card', { ...side, y: 48, size: 18, weight: 'bold' });
  const days = `${dayShown(period.from, center.locale)} – ${dayShown(period.to, center.locale)}`;
  page.write(days, { ...side, y: 65, size: 10, color: GREY });
  if (version && version > 1)
    page.write(`Version ${version}, replaces version ${version - 1}`, { ...side, y: 79, size: 8, color: GREY });
  page.rule(LEFT, 90, WIDTH);
  sheet.y = 100;
}

/** Letters that can be read on the brand's color. */
function onColor(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 150 ? INK : '#FFFFFF';
}

function writeStudent(sheet: Sheet, { student, batches, trainers, terms }: ReportCardSnapshot): void {
  const { page } = sheet;
  const name = { x: LEFT, y: sheet.y + 20, width: WIDTH, size: 20, weight: 'bold', maxLines: 2 } as const;
  let y = page.write(student.name, name) - 8;
  const facts = [
    student.ageYears === null ? '' : `${student.ageYears} ${student.ageYears === 1 ? 'year' : 'years'}`,
    batches.join(', '),
    trainers.length > 0 ? `${termShown(terms.trainer)}: ${trainers.join(', ')}` : '',
  ].filter(Boolean);
  if (facts.length > 0)
    y = page.write(facts.join('  ·  '), { x: LEFT, y, width: WIDTH, size: 10, color: GREY, maxLines: 2 });
  sheet.y = y;
}

function writeAttendance(sheet: Sheet, { attendance, center }: ReportCardSnapshot): void {
  const { page, y } = sheet;
  const { attended, late, absent, excused, percent } = attendance;
  const tiles = [
    { value: percent === null ? '–' : `${percent} %`, label: 'Attendance' },
    { value: String(attended), label: late > 0 ? `Attended, ${late} late` : 'Attended' },
    { value: String(absent), label: 'Missed' },
    { value: String(excused), label: 'Excused' },
  ];
  const width = (WIDTH - 3 * 10) / tiles.length;
  tiles.forEach(({ value, label }, index) => {
    const x = LEFT + index * (width + 10);
    page.document.roundedRect(x, y, width, 48, 6).fill('#F3F5F9');
    page.write(value, { x: x + 12, y: y + 23, width: width - 24, size: 16, weight: 'bold' });
    page.write(label, { x: x + 12, y: y + 39, width: width - 24, size: 9, color: GREY, maxLines: 1 });
  });
  const [share, whole] = [(WIDTH * (percent ?? 0)) / 100, WIDTH];
  page.document.roundedRect(LEFT, y + 56, whole, 4, 2).fill('#E4E8F0');
  if (share > 4) page.document.roundedRect(LEFT, y + 56, share, 4, 2).fill(center.color);
  sheet.y = y + 76;
}

/** On every page, since a page may be lost. */
function writeFooters(page: PageWriter, { center, student }: ReportCardSnapshot): void {
  const { count } = page.document.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    page.document.switchToPage(index);
    const line = { y: 816, size: 8, color: GREY, maxLines: 1 };
    const where = [center.name, center.address, center.phone].filter(Boolean).join('  ·  ');
    page.write(where, { ...line, x: LEFT, width: WIDTH * 0.6 });
    const which = `${student.name}  ·  ${index + 1} of ${count}`;
    page.write(which, { ...line, x: LEFT + WIDTH * 0.62, width: WIDTH * 0.38, align: 'right' });
  }
}
