import { mkdirSync, writeFileSync } from 'node:fs';
import type { ReportCardSnapshot, SkillLevel } from '@cartwheel/contracts';
import { printCard } from './card-page.ts';

const levels: SkillLevel[] = ['MASTERED', 'ACHIEVED', 'IN_PROGRESS', 'NOT_STARTED'];
const skillsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name:
      index === 2
        ? 'Back walkover with a straight leg, held for three breaths, and down again without help'
        : `Skill ${index + 1}`,
    level: levels[index % 4]!,
    before: levels[(index + (index % 3)) % 4]!,
    assessed: index % 2 === 0,
  }));

function snapshotWith(change: Partial<ReportCardSnapshot> & { name?: string; skills?: number }): ReportCardSnapshot {
  const { name = 'Aarav Sharma', skills = 8, ...rest } = change;
  return {
    format: 1,
    code: 'ABCDEFGH12345678JKMNPQRS9999TVWX',
    version: 2,
    issuedAt: '2026-11-21T06:30:00.000Z',
    issuedOn: '2026-11-21',
    verifyUrl: 'https://sunrise.example/verify/ABCDEFGH12345678JKMNPQRS9999TVWX',
    center: {
      name: 'Koramangala',
      organization: 'Sunrise Kids Gym',
      address: '80 Feet Road, 4th Block, Bengaluru 560034',
      phone: '+91 80 4567 8900',
      color: '#2B4FD0',
      locale: 'en-IN',
    },
    terms: { student: 'CHILD', trainer: 'TRAINER', batch: 'BATCH' },
    student: { id: '01939f3e-7a10-7c3e-9d54-3f2b1a0c9e11', name, firstName: name.split(' ')[0]!, ageYears: 6 },
    batches: ['Pre-K Gym 4–6'],
    trainers: ['Asha Nair'],
    period: { from: '2026-10-23', to: '2026-11-21' },
    attendance: { attended: 11, late: 1, absent: 1, excused: 2, percent: 92 },
    curricula: [
      {
        name: 'Gymnastics 1',
        categories: [
          { name: 'Floor', skills: skillsOf(Math.ceil(skills / 2)) },
          { name: 'Bars', skills: skillsOf(Math.floor(skills / 2)) },
        ],
      },
    ],
    assessments: 5,
    summary: 'A month in which a lot came together.',
    comments: 'Brave on the beam, patient with the younger ones. Next: a straight handstand.',
    ...rest,
  };
}

async function pageOf(file: string, snapshot: ReportCardSnapshot) {
  const bytes = await printCard(snapshot);
  const kept = process.env['KEEP_CARDS'];
  if (kept) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(`${kept}/${file}.pdf`, bytes);
  }
  const text = bytes.toString('latin1');
  return {
    bytes,
    pages: text.match(/\/Type \/Page\b/g)?.length,
    faces: [...text.matchAll(/\/FontName \/[A-Z]{6}\+([A-Za-z-]+)/g)].map(([, face]) => face ?? ''),
  };
}

describe('a report card on paper', () => {
  it('is one page, the same bytes every time', async () => {
    const [first, again] = [await pageOf('latin', snapshotWith({})), await pageOf('latin', snapshotWith({}))];

    expect(first.pages).toBe(1);
    expect(first.bytes.equals(again.bytes)).toBe(true);
  });

  it.each([
    ['Devanagari', 'NotoSansDevanagari', 'आरव शर्मा', 'आरव ने इस महीने बहुत मेहनत की। हाथों के बल खड़ा होना अब आसान है।'],
    ['Tamil', 'NotoSansTamil', 'கார்த்திகேயன் முருகன்', 'இந்த மாதம் மிகவும் நன்றாக முன்னேறினான்.'],
    ['Kannada', 'NotoSansKannada', 'ಶ್ರೀನಿವಾಸ ಗೌಡ', 'ಈ ತಿಂಗಳು ತುಂಬಾ ಚೆನ್ನಾಗಿ ಕಲಿತಿದ್ದಾನೆ.'],
    [
      'Arabic',
      'NotoSansArabic',
      'محمد بن سلمان',
      'تحسّن محمد كثيرًا في 12 حصة، وأصبح يقف على يديه (Handstand) بثقة. نتطلع إلى الشهر القادم.',
    ],
  ])('brings the letters for a name and comments in %s', async (script, face, name, comments) => {
    const { pages, faces } = await pageOf(script, snapshotWith({ name, comments, summary: comments }));

    expect(pages).toBe(1);
    expect(faces.filter((one) => one.startsWith(face)).length).toBeGreaterThanOrEqual(2);
  });

  it('goes on on further pages for sixty skills', async () => {
    expect((await pageOf('sixty', snapshotWith({ skills: 60 }))).pages).toBe(2);
  });

  it('has nothing to say about who was never there and never assessed', async () => {
    const empty = snapshotWith({
      version: 1,
      batches: [],
      trainers: [],
      curricula: [],
      assessments: 0,
      comments: '',
      summary: '',
      attendance: { attended: 0, late: 0, absent: 0, excused: 0, percent: null },
    });

    expect((await pageOf('empty', empty)).pages).toBe(1);
  });

  it('stays in shape with names without end', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(4).trim();
    const center = { ...snapshotWith({}).center, organization: long, name: long, color: '#FFE45C' };
    const remark = 'What a long month it has been for all of us, and how well it went. '.repeat(4).trim();
    const snapshot = snapshotWith({
      name: long,
      center,
      trainers: [long, long],
      batches: [long],
      comments: remark,
      summary: remark,
    });

    expect((await pageOf('long', snapshot)).pages).toBeLessThanOrEqual(2);
  });
});
