import type { ReportCardSnapshot, ReportedSkill, SkillLevel } from '@cartwheel/contracts';
import { GREY, LEFT, type Sheet, WIDTH } from './card-sheet.ts';
import { changeOf, levels, levelWords } from './card-words.ts';

const ROW = 16;
const LEVEL_AT = WIDTH * 0.58;
const CHANGE_AT = WIDTH * 0.77;
const colors: Record<SkillLevel, string> = {
  NOT_STARTED: '#5A6275',
  IN_PROGRESS: '#A05A00',
  ACHIEVED: '#1A7A45',
  MASTERED: '#6A3FC0',
};

export function writeSkills(sheet: Sheet, { curricula }: ReportCardSnapshot): void {
  sheet.ensure(60);
  const { page } = sheet;
  page.write('Skills', { x: LEFT, y: sheet.y + 14, width: WIDTH, size: 11, weight: 'bold' });
  if (curricula.length === 0) {
    const y = page.write('No skills were assessed yet.', {
      x: LEFT,
      y: sheet.y + 30,
      width: WIDTH,
      size: 10,
      color: GREY,
    });
    sheet.y = y;
    return;
  }
  writeLegend(sheet);
  sheet.y += 26;
  for (const { name, categories } of curricula) {
    if (curricula.length > 1) writeHeading(sheet, name, 11);
    for (const category of categories) {
      if (category.name) writeHeading(sheet, category.name, 9);
      for (const skill of category.skills) writeSkill(sheet, skill);
    }
  }
  sheet.y += 4;
}

function writeLegend({ page, y }: Sheet): void {
  let x = LEFT + WIDTH - levels.length * 82;
  for (const level of levels) {
    drawLevel(page.document, level, { x: x + 5, y: y + 10.5 });
    page.write(levelWords[level], { x: x + 14, y: y + 13.5, width: 70, size: 8, color: GREY });
    x += 82;
  }
}

function writeHeading(sheet: Sheet, name: string, size: number): void {
  sheet.ensure(2 * ROW + 8);
  const { page } = sheet;
  const line = { x: LEFT, width: WIDTH, size, weight: 'bold', color: GREY, maxLines: 1, align: 'start' } as const;
  page.write(name, { ...line, y: sheet.y + 13 });
  page.rule(LEFT, sheet.y + 17, WIDTH);
  sheet.y += 20;
}

function writeSkill(sheet: Sheet, skill: ReportedSkill): void {
  const { page } = sheet;
  const name = { x: LEFT + 18, width: LEVEL_AT - 30, size: 10, maxLines: 2 };
  const height = ROW + (page.linesFor(skill.name, name) > 1 ? 13 : 0);
  sheet.ensure(height);
  const y = sheet.y + 12;
  drawLevel(page.document, skill.level, { x: LEFT + 6, y: y - 3.5 });
  page.write(skill.name, { ...name, y });
  page.write(levelWords[skill.level], {
    x: LEFT + LEVEL_AT,
    y,
    width: CHANGE_AT - LEVEL_AT,
    size: 10,
    color: colors[skill.level],
  });
  writeChange(sheet, skill, y);
  sheet.y += height;
}

function writeChange({ page }: Sheet, skill: ReportedSkill, y: number): void {
  const steps = changeOf(skill);
  if (steps === 0) return;
  const [x, color] = [LEFT + CHANGE_AT, steps > 0 ? colors.ACHIEVED : colors.IN_PROGRESS];
  const [base, tip] = steps > 0 ? [y, y - 7] : [y - 7, y];
  page.document.polygon([x, base], [x + 8, base], [x + 4, tip]).fill(color);
  page.write(`from ${levelWords[skill.before]}`, { x: x + 13, y, width: WIDTH - CHANGE_AT - 13, size: 9, color: GREY });
}

/** An empty, a half and a full circle, and a star: they differ without color. */
function drawLevel(document: PDFKit.PDFDocument, level: SkillLevel, { x, y }: { x: number; y: number }): void {
  const [color, radius] = [colors[level], 4.5];
  if (level === 'MASTERED') return void document.polygon(...starAt(x, y, 6)).fill(color);
  if (level === 'ACHIEVED') return void document.circle(x, y, radius + 0.5).fill(color);
  document.circle(x, y, radius).lineWidth(1.2).stroke(color);
  if (level !== 'IN_PROGRESS') return;
  document.path(`M ${x} ${y - radius} A ${radius} ${radius} 0 0 0 ${x} ${y + radius} Z`).fill(color);
}

function starAt(x: number, y: number, radius: number): [number, number][] {
  return Array.from({ length: 10 }, (_, corner) => {
    const angle = (corner * Math.PI) / 5 - Math.PI / 2;
    const length = corner % 2 === 0 ? radius : radius * 0.42;
    return [x + length * Math.cos(angle), y + length * Math.sin(angle)];
  });
}
