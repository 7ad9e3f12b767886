import { vocabularyOf } from './wording.ts';

/** Whom a header speaks about. */
export type HeaderPerson = 'CHILD' | 'MOTHER' | 'FATHER' | 'GUARDIAN';

export type HeaderAttribute =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'dob'
  | 'age'
  | 'school'
  | 'contact'
  | 'phone'
  | 'otherPhone'
  | 'email'
  | 'relationship'
  | 'source'
  | 'status'
  | 'deadReason'
  | 'notes'
  | 'interests'
  | 'days'
  | 'times'
  | 'date'
  | 'enquiredOn'
  | 'followUpOn'
  | 'trial'
  | 'trialAttended'
  | 'assignedTo'
  | 'plan'
  | 'joined'
  | 'startDate'
  | 'endDate'
  | 'visitsIncluded'
  | 'visitsUsed'
  | 'batch'
  | 'fees'
  | 'discount'
  | 'paymentMethod'
  | 'reference'
  | 'paid'
  | 'medicalNotes'
  | 'mark'
  | 'skill'
  | 'level'
  | 'attendedOn'
  | 'unsupported'
  | 'system';

// English, then common Hindi, Spanish, German and French words, without accents and punctuation.
export const PERSON_WORDS = vocabularyOf<HeaderPerson>([
  [
    'CHILD',
    `child, childs, children, childrens, kid, kids, student, students, baby, babys, member, members, participant,
     gymnast, athlete, ward, sibling, pupil, learner, player, client, trainee, son, daughter, son daughter,
     bachcha, bacche, bachche, bachhe, बच्चे, बच्चा, छात्र, विद्यार्थी, nino, nina, nino a, hijo, hija, alumno, alumna, estudiante,
     kind, kindes, kinder, schuler, teilnehmer, enfant, eleve, participante, del nino, de lenfant`,
  ],
  ['MOTHER', `mother, mothers, mom, moms, mum, mums, mummy, mommy, maa, madre, mama, mutter, mere, माता, मां, माँ`],
  ['FATHER', 'father, fathers, dad, dads, daddy, papa, padre, vater, pere, pita, पिता'],
  [
    'GUARDIAN',
    `guardian, guardians, parent, parents, family, family name, mum dad, mother father, father mother, parent guardian,
     contact person, contact name, caregiver, carer, account holder, payer, emergency contact name, responsible adult,
     eltern, elternteil, erziehungsberechtigte, erziehungsberechtigter, tutor legal, padres, padre madre, padre tutor,
     parents tuteur, responsable, responsable legal, tuteur, माता पिता, अभिभावक, familia, familie, famille`,
  ],
]);

export const ATTRIBUTE_WORDS = vocabularyOf<HeaderAttribute>([
  ['mark', 'attendance, mark, attendance status, present absent, p a'],
  ['skill', 'skill, skill name, skills, competency, exercise'],
  ['level', 'level, skill level, rating, progress'],
  ['attendedOn', 'class date, session date, attendance date, assessed on, assessment date, date of class'],
  [
    'name',
    `name, names, full name, naam, नाम, nombre, nombre completo, vollstandiger name, nom complet, nom et prenom,
     nombre y apellidos, vor und nachname`,
  ],
  ['firstName', 'first name, firstname, given name, forename, vorname, prenom, nombre de pila, fname'],
  ['lastName', 'last name, lastname, surname, nachname, apellido, apellidos, nom de famille, lname'],
  [
    'dob',
    `dob, d o b, date of birth, birth date, birthdate, birthday, birth day, bday, b day, born, birth, age dob, dob age,
     dateofbirth, janm tithi, janam tithi, जन्म तिथि, जन्मतिथि, fecha de nacimiento, nacimiento, f nac, geburtsdatum,
     geburtstag, geboren, date de naissance, naissance, ne le`,
  ],
  ['age', 'age, ages, age yrs, age years, age in years, yrs, umar, umr, उम्र, आयु, edad, alter, age group'],
  [
    'school',
    `school, school name, preschool, pre school, school college, grade, std, class grade, school grade, kindergarten,
     colegio, escuela, schule, ecole, स्कूल, विद्यालय, vidyalaya`,
  ],
  ['contact', 'contact, contacts, contact details, contact info, contacto, kontakt, sampark, संपर्क'],
  [
    'phone',
    `phone, phone no, phone number, phone nos, ph, ph no, ph number, mobile, mobile no, mobile number, mob, mob no,
     mob number, cell, cell no, cell phone, tel, tel no, telephone, contact no, contact number, contact nos, contact num,
     primary phone, primary contact, calling number, call number, whatsapp, whatsapp no, whatsapp number, w app,
     wa, wa no, wapp, फोन, फ़ोन, मोबाइल, मोबाइल नंबर, telefono, movil, celular, telefon, telefonnummer, handy, handynummer, portable,
     numero de telephone, numero de telefono, phn, phone contact, mobile phone`,
  ],
  [
    'otherPhone',
    `alt phone, alternate phone, alternative phone, alternate number, alt no, alt number, alternate contact, phone 2,
     mobile 2, contact 2, alternate mobile, alt mobile, secondary phone, other phone, second phone, landline, home phone,
     residence phone, work phone, emergency contact, emergency phone, emergency number, emergency contact no,
     emergency contact number, emergency no, alternate no, other contact, whatsapp 2, alt contact, alternate contact no`,
  ],
  [
    'email',
    `email, e mail, email id, mail, mail id, email address, emailid, e mail id, ईमेल, correo, correo electronico, courriel,
     e mail adresse, mail adresse, email addresse, adresse mail, adresse email`,
  ],
  ['relationship', 'relationship, relation, relation to child, parentesco, beziehung, lien, lien de parente, rishta'],
  [
    'source',
    `source, lead source, source of enquiry, source of lead, how did you hear, how did you hear about us, heard from,
     heard about us, reference, referred by, referral, ref by, ref, channel, came from, how did you know, medium, origen,
     fuente, herkunft, quelle, provenance, enquiry source, inquiry source, how they heard, campaign, referral source`,
  ],
  [
    'status',
    `status, lead status, stage, current status, enquiry status, outcome, result, lead stage, estado, stand, statut, etat,
     स्थिति, disposition, pipeline, response, enrollment status, conversion, converted, conversion status`,
  ],
  ['deadReason', 'reason, lost reason, reason lost, dead reason, reason for not joining, why lost, reason not joined'],
  [
    'notes',
    `notes, note, remarks, remark, comments, comment, feedback, description, discovery notes, follow up notes,
     followup notes, follow up remarks, conversation, discussion, टिप्पणी, notas, observaciones, comentarios, bemerkung,
     bemerkungen, notizen, anmerkung, anmerkungen, kommentar, remarques, commentaires, commentaire, additional info,
     anything else, special instructions, goals, call notes, enquiry notes`,
  ],
  [
    'interests',
    `interest, interests, interested in, activity, activities, programme interested, program interested, class interested,
     sport, sports, course interested, hobbies, interested program, interested class, intereses, interessen, interets`,
  ],
  [
    'days',
    `days, day, preferred days, preferred day, pref days, pref day, days preferred, class days, batch days, days selected,
     days of week, weekdays, schedule days, days attending, training days, dias, dia preferido, dias preferidos, tage,
     wochentage, wunschtage, jours, jours preferes, din, दिन, days per week`,
  ],
  [
    'times',
    `time, times, timing, timings, preferred time, preferred times, preferred timing, pref time, slot, time slot,
     preferred slot, time preference, hora, horario preferido, uhrzeit, wunschzeit, heure, horaire, समय`,
  ],
  ['date', 'date, dt, fecha, datum, tarikh, तारीख, दिनांक, timestamp, date time, entry date, jour'],
  [
    'enquiredOn',
    `date of enquiry, enquiry date, enq date, enquired on, inquiry date, date of inquiry, enquiry, inquiry, lead date,
     date added, date created, created, created on, created date, received on, first contact, first contact date, contact date,
     contacted on, enquiry dt, call date, fecha de consulta, anfrage, anfragedatum, anfrage vom, date de contact,
     walk in date, visit date, date of visit, date of contact, registration date, submitted, submitted at`,
  ],
  [
    'followUpOn',
    `follow up, follow up date, followup, followup date, next follow up, next followup, next follow up date,
     next followup date, next call, next call date, call back date, callback date, next action date, next contact,
     next step date, f up date, follow up on, seguimiento, proximo contacto, wiedervorlage, nachfassen, relance, next date`,
  ],
  [
    'trial',
    `trial, trial date, trial on, trial class, trial class date, demo, demo date, demo class, demo class date, intro date,
     intro visit, intro, intro class, evaluation date, evaluation, date of trial, trial dt, trial day, clase de prueba,
     fecha de prueba, probestunde, probetraining, essai, cours dessai, date dessai, free trial, free trial date`,
  ],
  [
    'trialAttended',
    `trial done, trial attended, trial taken, trial completed, attended trial, demo done, demo attended, intro attended,
     intro done, attended, attended demo, evaluation done, showed up, trial status, trial y n, came for trial`,
  ],
  [
    'assignedTo',
    `assigned to, assigned, assignee, owner, lead owner, counselor, counsellor, handled by, attended by, staff, executive,
     sales person, salesperson, caller, called by, responsible person, spoke to, asignado a, zustandig, taken by, poc`,
  ],
  [
    'plan',
    `plan, plans, plan type, plan name, package, pack, membership, membership type, membership plan, subscription, fee plan,
     program fee plan, term, duration, tarif, mitgliedschaft, abo, membresia, abonnement, formule, scheme, योजना,
     package name, billing cycle, frequency, type of plan, type of membership`,
  ],
  ['joined', 'joined, joined on, joining date, join date, date of joining, doj, date joined, joining, beitritt, alta'],
  [
    'startDate',
    `start, start date, package start, pack start, term start, course start, batch start, started, started on, starts, from date, valid from, begin, begin date, commencement,
     date of admission, admission date, enrollment date, enrolment date, enrolled on, membership start, plan start,
     start of plan, fecha de inicio, inicio, beginn, startdatum, debut, date de debut, fecha de alta, activation date,
     effective from, subscription start, renewal date, renewed on`,
  ],
  [
    'endDate',
    `end, end date, package end, pack end, term end, course end, batch end, drop date, ends, ends on, ended, to date, until, till, valid till, valid until, valid to, valid upto, paid till,
     paid until, paid upto, expiry, expiry date, expires, expires on, expiration, expiration date, validity, due date,
     next due date, renewal due, renewal due on, membership end, plan end, plan expiry, fecha de fin, ende,
     enddatum, date de fin, vencimiento, ablauf, next renewal, subscription end, exp date, expiring on`,
  ],
  [
    'visitsIncluded',
    `visits, visits included, total visits, no of visits, number of visits, classes included, total classes,
     no of classes, number of classes, total sessions, sessions, no of sessions, number of sessions, classes, credits,
     sessions included, visitas, stunden, seances, classes purchased, sessions purchased, visits purchased`,
  ],
  [
    'visitsUsed',
    `visits used, used, used visits, classes used, classes attended, classes taken, sessions used, sessions attended,
     sessions taken, visits taken, attended classes, visits done, sessions done, classes done, classes completed,
     sessions completed, completed sessions`,
  ],
  [
    'batch',
    `batch, batch name, batch timing, batch time, batch timings, class, class name, group, group name, program, programme,
     course, section, class timing, class time, class batch, schedule, class schedule, program name, programme name, clase,
     grupo, curso, gruppe, kurs, klasse, groupe, cours, classe, बैच, कक्षा, level batch, class type, activity batch`,
  ],
  [
    'fees',
    `fees, fee, amount, amt, price, total, total fees, total fee, total amount, fees paid, fee paid, amount paid, paid amount,
     amount received, cost, net amount, net fees, plan price, package amount, package fees, fees amount, payment,
     payment amount, received, शुल्क, फीस, cuota, precio, importe, tarifa, monto, gebuhr, preis, betrag, beitrag, frais,
     prix, montant, course fee, fees received, total paid, amount inr, rate`,
  ],
  ['discount', 'discount, disc, discount %, disc %, discount given, concession, descuento, rabatt, remise, offer, dis'],
  [
    'paymentMethod',
    `mode, payment mode, mode of payment, payment method, pay mode, paid by, paid via, method, payment type, pay method,
     forma de pago, metodo de pago, zahlungsart, zahlungsweise, mode de paiement, moyen de paiement, payment through`,
  ],
  [
    'reference',
    `txn, txn id, txn no, transaction, transaction id, transaction no, receipt, receipt no, receipt number, reference no,
     reference number, ref no, ref number, utr, utr no, invoice, invoice no, bill no, bill, txn receipt, cheque no,
     payment reference, payment ref, payment id, recibo, beleg, belegnummer, recu, facture, rechnung, factura, receipt #`,
  ],
  [
    'paid',
    `paid, paid on, paid date, payment date, date of payment, paid dt, fees paid on, receipt date, amount paid on,
     last payment date, last paid, fecha de pago, bezahlt am, zahlungsdatum, date de paiement, bezahlt, pagado`,
  ],
  [
    'medicalNotes',
    `medical, medical notes, medical conditions, medical condition, allergies, allergy, health, health issues, injuries,
     injury, medical history, health notes, medical info, medical information, special needs, alergias, medizinisch,
     allergien, allergie, sante, any medical condition, medical issues, conditions`,
  ],
  [
    'unsupported',
    `mother tongue, occupation, profession, parent occupation, fathers occupation, mothers occupation, gender, sex, address,
     home address, residential address, area, locality, city, pincode, pin code, zip, zip code, state, country, balance,
     due, dues, amount due, balance due, balance amount, pending amount, pending fees, fees due, outstanding, nationality,
     language, blood group, height, weight, t shirt size, tshirt size, shirt size, adresse, direccion, geschlecht, sexe,
     genero, signature, photo, month, year, tax, gst, gst amount, company, website, internal, remaining visits,
     classes remaining, sessions left, visits left, remaining, sessions remaining, classes left, balance classes, balance sessions, balance visits, visits remaining`,
  ],
  [
    'system',
    `center id, centre id, organization id, organisation id, branch id, student id, child id, lead id, member id,
     parent id, user id, guid, uuid, role, roles, created by, updated by, created at, updated at, modified by,
     last modified, password, permissions, tenant id, client id, sl no, s no, sno, slno, sr no, serial no, serial number,
     serial, lfd nr, roll no, reg no, registration no, registration number, admission no, membership no,
     membership number, form no, deleted at, archived at, enquiry no, enquiry id, s n`,
  ],
]);

/** Words that are a header only when they are all of it. */
export const WHOLE_HEADERS = vocabularyOf<HeaderAttribute>([
  ['firstName', 'first'],
  ['lastName', 'last'],
  ['phone', 'number'],
  ['notes', 'details, info, msg, message'],
  ['startDate', 'from, von, de, du'],
  ['endDate', 'to, bis, fin, au'],
  ['system', 'id, no, #, nr, n, row, sr, version, index, deleted'],
]);
