import admin from './en/admin.json' with { type: 'json' };
import caseWords from './en/case.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import consent from './en/consent.json' with { type: 'json' };
import coordinator from './en/coordinator.json' with { type: 'json' };
import intake from './en/intake.json' with { type: 'json' };
import letters from './en/letters.json' with { type: 'json' };
import mail from './en/mail.json' with { type: 'json' };
import patient from './en/patient.json' with { type: 'json' };
import problems from './en/problems.json' with { type: 'json' };
import reader from './en/reader.json' with { type: 'json' };
import referrer from './en/referrer.json' with { type: 'json' };

export type Locale = 'en';

/** Every catalogue by its owner, one flat map (id → ICU message) each. No id stands in two of them (tested). */
export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  en: {
    admin,
    case: caseWords,
    common,
    consent,
    coordinator,
    intake,
    letters,
    mail,
    patient,
    problems,
    reader,
    referrer,
  },
};
