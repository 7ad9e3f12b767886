import { writeFileSync } from 'node:fs';
import { enrolled, NOW, readyCenter } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';
import { printedLine } from './receipt-page.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));

const names = {
  Latin: 'José Śrīnivāsa',
  Devanagari: 'आरव शर्मा',
  Tamil: 'கார்த்திகேயன்',
  Telugu: 'శ్రీనివాస్',
  Kannada: 'ಶ್ರೀನಿವಾಸ',
  Bengali: 'শ্রীকৃষ্ণ',
  Gujarati: 'શ્રીકૃષ્ણ',
  Malayalam: 'ശ്രീകൃഷ്ണൻ',
  Arabic: 'محمد بن سلمان',
};

async function pdfOf(name: string, more: object = {}) {
  const at = await readyCenter(await api.newCenter());
  const settings = {
    invoices: { taxBasisPoints: 1800, taxName: 'GST', registrationNumber: '29ABCDE1234F1Z5', footer: 'Thank you!' },
  };
  await at.admin.patch(`/centers/${at.center.id}/settings`).send(settings).expect(200);
  const { invoice } = await enrolled(at, {
    payment: { amountMinor: 200_000, method: 'UPI', reference: '4711' },
    ...more,
  });
  const [firstName, ...rest] = name.split(' ');
  const { body } = await at.desk.get(`/students/${invoice.studentId}`);
  await at.desk
    .patch(`/students/${invoice.studentId}`)
    .set('if-match', `"${body.version}"`)
    .send({ firstName, lastName: rest.join(' ') || null })
    .expect(200);
  return at.desk.get(`/invoices/${invoice.id}/pdf`).buffer(true).parse(asBuffer).expect(200);
}

function asBuffer(response: unknown, done: (error: Error | null, body: Buffer) => void) {
  const stream = response as NodeJS.ReadableStream; // superagent's types do not say that it is one
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
}

const facesOf = (pdf: string) => [...pdf.matchAll(/\/FontName \/[A-Z]{6}\+([A-Za-z-]+)/g)].map(([, face]) => face);

describe('the receipt', () => {
  it('is a PDF that a browser shows, named after the invoice', async () => {
    const { headers, body } = await pdfOf('Asha Rao');

    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toBe('inline; filename="2026-27-0001.pdf"');
    expect(body.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect(body.subarray(-7).toString('latin1')).toContain('%%EOF');
  });

  it.each(Object.entries(names))('has one page and brings the letters for a name in %s', async (script, name) => {
    const { body } = await pdfOf(name);
    const pdf: string = body.toString('latin1');
    if (process.env['KEEP_RECEIPTS']) writeFileSync(`${process.env['KEEP_RECEIPTS']}/${script}.pdf`, body);

    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf.match(/\/FontFile[23]/g)!.length).toBe(facesOf(pdf).length);
    const own = { Latin: 'NotoSans', Telugu: 'AnekTelugu', Malayalam: 'Manjari' }[script] ?? `NotoSans${script}`;
    expect(facesOf(pdf).some((face) => face!.startsWith(own))).toBe(true);
  });

  it('stays on one page with a long address, many payments and a long footer', async () => {
    const at = await readyCenter(await api.newCenter({ name: 'Koramangala '.repeat(9) }));
    const address = 'Flat 12, Sunrise Towers, behind the temple, '.repeat(9);
    await at.admin.patch(`/centers/${at.center.id}`).send({ address }).expect(200);
    const invoices = {
      footer: 'Fees are not refunded. '.repeat(20),
      legalName: 'Sunrise Kids Gym Private Limited '.repeat(4),
    };
    await at.admin.patch(`/centers/${at.center.id}/settings`).send({ invoices }).expect(200);
    const { invoice } = await enrolled(at);
    const pay = (index: number) =>
      at.desk
        .post('/payments')
        .send({ invoiceId: invoice.id, amountMinor: 15_000, method: 'BANK_TRANSFER', reference: `Transfer ${index}` });
    for (let index = 0; index < 30; index++) await pay(index).expect(201);
    const { body } = await at.desk.get(`/invoices/${invoice.id}/pdf`).buffer(true).parse(asBuffer).expect(200);
    if (process.env['KEEP_RECEIPTS']) writeFileSync(`${process.env['KEEP_RECEIPTS']}/long.pdf`, body);

    expect(body.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  it('says who printed it, and when on the clock of the center', () => {
    const issuer = { timezone: 'Asia/Kolkata', locale: 'en-IN' } as Parameters<typeof printedLine>[0]['issuer'];
    const line = printedLine({ printedBy: 'Deepa', printedAt: new Date('2026-11-21T20:00:00Z'), issuer });

    expect(line.replaceAll('\u202f', ' ')).toBe('Printed by Deepa on 22 Nov 2026, 1:30 am');
  });
});
